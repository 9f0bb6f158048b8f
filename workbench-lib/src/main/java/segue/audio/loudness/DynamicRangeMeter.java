package segue.audio.loudness;

import java.util.Arrays;
import segue.audio.simd.SampleScan;

/** Measures dynamic range as the samples come; keeps two numbers for every 3 s. */
public final class DynamicRangeMeter {
    private static final int BLOCK_SECONDS = 3;
    private static final double LOUDEST_SHARE = 0.2;
    private static final SampleScan SCAN = SampleScan.fastest();

    private final int blockLength;
    private double[] powers = new double[32];
    private double[] peaks = new double[32];
    private int blocks;
    private int filled;
    private double energy;
    private float peak;

    public DynamicRangeMeter(int sampleRateHz) {
        if (sampleRateHz < 1) {
            throw new IllegalArgumentException("the sample rate must be positive but was " + sampleRateHz);
        }
        blockLength = Math.multiplyExact(BLOCK_SECONDS, sampleRateHz);
    }

    /** Takes the next samples. */
    public void add(float[] next) {
        add(next, 0, next.length);
    }

    /** Takes the next samples, those in {@code [from, to)}. */
    public void add(float[] next, int from, int to) {
        int at = from;
        while (at < to) {
            int end = (int) Math.min(to, (long) at + blockLength - filled);
            energy += SCAN.energy(next, at, end);
            peak = Math.max(peak, SCAN.peak(next, at, end));
            filled += end - at;
            at = end;
            if (filled == blockLength) {
                endBlock();
            }
        }
    }

    private void endBlock() {
        if (blocks == powers.length) {
            powers = Arrays.copyOf(powers, 2 * blocks);
            peaks = Arrays.copyOf(peaks, 2 * blocks);
        }
        powers[blocks] = 2 * energy / filled;
        peaks[blocks++] = peak;
        filled = 0;
        energy = 0;
        peak = 0;
    }

    /** The dynamic range of all that was added. */
    public DynamicRange dynamicRange() {
        boolean rest = filled > 0;
        int count = blocks + (rest ? 1 : 0);
        if (count == 0) {
            return DynamicRange.SILENT;
        }
        double[] power = Arrays.copyOf(powers, count);
        double[] high = Arrays.copyOf(peaks, count);
        if (rest) {
            power[blocks] = 2 * energy / filled;
            high[blocks] = peak;
        }
        Arrays.sort(power);
        Arrays.sort(high);
        int loudest = Math.max(1, (int) Math.round(LOUDEST_SHARE * count));
        double mean = Arrays.stream(power, count - loudest, count).average().orElse(0);
        return DynamicRange.of(high[Math.max(0, count - 2)], Math.sqrt(mean), high[count - 1]);
    }
}
