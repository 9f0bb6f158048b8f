package segue.audio.loudness;

import java.util.Arrays;

/**
 * Measures loudness as the samples come: K-weighted energy in steps of 100 ms, of which the gated blocks of 400 ms and of 3 s
 * are made at the end. Keeps eight bytes a step, 0.3 MB an hour.
 */
public final class LoudnessMeter {
    private static final int STEPS_A_SECOND = 10;
    private static final int MOMENTARY_STEPS = 4;
    private static final int SHORT_TERM_STEPS = 30;
    private static final double OFFSET = -0.691;
    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = -10;
    private static final double RANGE_GATE = -20;

    private final int sampleRateHz;
    private final KWeighting weighting;
    private double[] energies = new double[512];
    private int steps;
    private long samples;
    private double running;

    /** @throws IllegalArgumentException if the rate is below 8,000 Hz, where the weighting cannot be made */
    public LoudnessMeter(int sampleRateHz) {
        if (sampleRateHz < 8_000) {
            throw new IllegalArgumentException(
                    "loudness needs a sample rate of at least 8,000 Hz but it was " + sampleRateHz);
        }
        this.sampleRateHz = sampleRateHz;
        weighting = new KWeighting(sampleRateHz);
    }

    /** Takes the next samples. */
    public void add(float[] next) {
        add(next, 0, next.length);
    }

    /** Takes the next samples, those in {@code [from, to)}. */
    public void add(float[] next, int from, int to) {
        int at = from;
        while (at < to) {
            long stepEnds = (steps + 1L) * sampleRateHz / STEPS_A_SECOND;
            int end = (int) Math.min(to, at + stepEnds - samples);
            running += weighting.energy(next, at, end);
            samples += end - at;
            at = end;
            if (samples == stepEnds) {
                if (steps == energies.length) {
                    energies = Arrays.copyOf(energies, 2 * steps);
                }
                energies[steps++] = running;
                running = 0;
            }
        }
    }

    /** The loudness of all that was added. */
    public Loudness loudness() {
        double[] momentary = powers(MOMENTARY_STEPS);
        double[] shortTerm = powers(SHORT_TERM_STEPS);
        return new Loudness(
                integrated(momentary), range(shortTerm), lufs(largest(momentary)), lufs(largest(shortTerm)));
    }

    /** Mean squares of all blocks of so many steps, each a step later than the one before. */
    private double[] powers(int length) {
        double[] powers = new double[Math.max(0, steps - length + 1)];
        for (int b = 0; b < powers.length; b++) {
            double energy = 0;
            for (int s = b; s < b + length; s++) {
                energy += energies[s];
            }
            long from = (long) b * sampleRateHz / STEPS_A_SECOND;
            long to = (long) (b + length) * sampleRateHz / STEPS_A_SECOND;
            powers[b] = energy / (to - from);
        }
        return powers;
    }

    private static double integrated(double[] powers) {
        double gate = Math.max(power(ABSOLUTE_GATE), gatedMean(powers, power(ABSOLUTE_GATE)) * ratio(RELATIVE_GATE));
        return lufs(gatedMean(powers, gate));
    }

    /** EBU Tech 3342: from the 10th to the 95th percentile of what passes the gates. */
    private static double range(double[] powers) {
        double absolute = power(ABSOLUTE_GATE);
        double gate = Math.max(absolute, gatedMean(powers, absolute) * ratio(RANGE_GATE));
        double[] gated = Arrays.stream(powers).filter(p -> p > gate).sorted().toArray();
        if (gated.length == 0) {
            return 0;
        }
        double low = gated[(int) Math.round((gated.length - 1) * 0.10)];
        double high = gated[(int) Math.round((gated.length - 1) * 0.95)];
        return lufs(high) - lufs(low);
    }

    private static double gatedMean(double[] powers, double gate) {
        return Arrays.stream(powers).filter(p -> p > gate).average().orElse(0);
    }

    private static double largest(double[] powers) {
        return Arrays.stream(powers).max().orElse(0);
    }

    /** Not below the absolute gate, which is also what silence gets. */
    private static double lufs(double power) {
        return power <= power(ABSOLUTE_GATE) ? ABSOLUTE_GATE : OFFSET + 10 * Math.log10(power);
    }

    private static double power(double lufs) {
        return ratio(lufs - OFFSET);
    }

    private static double ratio(double decibels) {
        return Math.pow(10, decibels / 10);
    }
}
