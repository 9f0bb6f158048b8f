package segue.audio.sample;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A recording in the making: sounds are laid over each other, then it is made as loud as it may be. */
final class Take {
    static final int RATE_HZ = 22_050;
    private static final double PEAK = 0.8;

    private final double[] samples;
    private final Random random;

    Take(double seconds, long seed) {
        this.samples = new double[(int) (seconds * RATE_HZ)];
        this.random = new Random(seed);
    }

    /** @param secondsOf when a beat falls */
    Take play(Tune tune, Timbre timbre, double gain, DoubleUnaryOperator secondsOf) {
        for (Tune.Note note : tune.notes()) {
            double start = secondsOf.applyAsDouble(note.beat());
            double end = secondsOf.applyAsDouble(note.beat() + note.length());
            add(start, gain, timbre.tone(note.frequencyHz(), end - start, RATE_HZ));
        }
        return this;
    }

    /** A drum that falls from 130 to 45 Hz. */
    Take kick(double start) {
        double[] drum = new double[RATE_HZ / 4];
        for (int i = 0; i < drum.length; i++) {
            double t = (double) i / RATE_HZ;
            double phase = 2 * Math.PI * (45 * t + 85 * 0.04 * (1 - StrictMath.exp(-t / 0.04)));
            drum[i] = StrictMath.sin(phase) * StrictMath.exp(-t / 0.07);
        }
        return add(start, 1, drum);
    }

    /** A short tone under noise. */
    Take snare(double start) {
        double[] drum = new double[RATE_HZ / 5];
        for (int i = 0; i < drum.length; i++) {
            double t = (double) i / RATE_HZ;
            drum[i] = 0.5 * StrictMath.sin(2 * Math.PI * 185 * t) * StrictMath.exp(-t / 0.05)
                    + 0.35 * random.nextGaussian() * StrictMath.exp(-t / 0.045);
        }
        return add(start, 0.8, drum);
    }

    /** Noise without its low part, very short. */
    Take hat(double start) {
        double[] drum = new double[RATE_HZ / 16];
        double last = 0;
        for (int i = 0; i < drum.length; i++) {
            double noise = random.nextGaussian();
            drum[i] = 0.2 * (noise - last) * StrictMath.exp(-i / (0.012 * RATE_HZ));
            last = noise;
        }
        return add(start, 0.7, drum);
    }

    /** Noise all along, low parts stronger, that swells and falls every {@code period} seconds. */
    Take rain(double period) {
        double low = 0;
        for (int i = 0; i < samples.length; i++) {
            double noise = random.nextGaussian();
            low = 0.93 * low + 0.07 * noise;
            double swell = 0.65 - 0.35 * StrictMath.cos(2 * Math.PI * i / (period * RATE_HZ));
            samples[i] += swell * (2.5 * low + 0.25 * noise);
        }
        return this;
    }

    /** A sine that rises by the same number of octaves every second. */
    Take glide(double start, double seconds, double fromHz, double toHz) {
        double[] tone = new double[(int) (seconds * RATE_HZ)];
        double rise = StrictMath.log(toHz / fromHz) / seconds;
        for (int i = 0; i < tone.length; i++) {
            double t = (double) i / RATE_HZ;
            double edge = Math.min(1, Math.min(t, seconds - t) / 0.05);
            tone[i] = edge * StrictMath.sin(2 * Math.PI * fromHz / rise * (StrictMath.exp(rise * t) - 1));
        }
        return add(start, 1, tone);
    }

    private Take add(double start, double gain, double[] sound) {
        int from = (int) (start * RATE_HZ);
        for (int i = 0; i < sound.length && from + i < samples.length; i++) {
            samples[from + i] += gain * sound[i];
        }
        return this;
    }

    /**
     * The take as 16-bit samples whose peak is 0.8.
     *
     * @param bits how many of the 16 are used; the rest is zero, which makes the file small and adds a faint hiss
     */
    int[] samples(int bits) {
        double peak = 0;
        for (double sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        int[] whole = new int[samples.length];
        double scale = PEAK * (1 << bits - 1) / peak;
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) StrictMath.rint(samples[i] * scale) << 16 - bits;
        }
        return whole;
    }
}
