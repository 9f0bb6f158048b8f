package segue.audio.music;

/**
 * Counts peaks by their place in the semitone and their strength, which is told to one part in 128: so the memory for any
 * number of them is 13 MB.
 */
final class PeakCounts {
    private static final int STRENGTHS = 1 << 15;
    /** What is left of the bits of a positive float: its exponent and seven bits of its fraction. */
    private static final int BITS_DROPPED = 16;

    private final int steps;
    private final int[] counts;
    private long total;

    PeakCounts(int steps) {
        this.steps = steps;
        counts = new int[steps * STRENGTHS];
    }

    void add(int step, float strength) {
        counts[step * STRENGTHS + (Float.floatToRawIntBits(strength) >>> BITS_DROPPED)]++;
        total++;
    }

    /** How many peaks of each step are not weaker than the median, shape {@code (steps)}. */
    int[] strongHalf() {
        int[] strong = new int[steps];
        long left = total - total / 2;
        for (int strength = STRENGTHS - 1; strength >= 0 && left > 0; strength--) {
            for (int step = 0; step < steps; step++) {
                int count = counts[step * STRENGTHS + strength];
                strong[step] += count;
                left -= count;
            }
        }
        return strong;
    }
}
