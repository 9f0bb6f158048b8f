package segue.chart.points;

import java.util.Arrays;

/** How densely points stand, smoothed, on a square grid over the picture. */
public final class Crowd {
    /** Cells a side. */
    public static final int CELLS = 160;

    private static final int LEAST_CELLS = 60;
    private static final double WIDEST_BLUR = 15;

    private final int[] counts;
    private final float[] density;
    private final int points;

    private Crowd(int[] counts, float[] density, int points) {
        this.counts = counts;
        this.density = density;
        this.points = points;
    }

    /**
     * The fewer the points the smoother (Scott's rule: by the sixth root of their number).
     *
     * @param xs places in cells, 0 to {@link #CELLS}
     * @param rows the points that count
     */
    public static Crowd of(float[] xs, float[] ys, int[] rows) {
        int[] counts = new int[CELLS * CELLS];
        for (int row : rows) {
            int x = Math.clamp((long) xs[row], 0, CELLS - 1);
            int y = Math.clamp((long) ys[row], 0, CELLS - 1);
            counts[y * CELLS + x]++;
        }
        double sigma = WIDEST_BLUR * Math.pow(Math.max(1, rows.length), -1.0 / 6);
        float[] kernel = kernel(sigma);
        float[] exact = new float[counts.length];
        for (int cell = 0; cell < exact.length; cell++) {
            exact[cell] = counts[cell];
        }
        return new Crowd(counts, blurred(blurred(exact, kernel, 1, CELLS), kernel, CELLS, 1), rows.length);
    }

    private static float[] kernel(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        float[] kernel = new float[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma));
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= (float) sum;
        }
        return kernel;
    }

    private static float[] blurred(float[] values, float[] kernel, int step, int lineStep) {
        float[] out = new float[values.length];
        int reach = kernel.length / 2;
        for (int line = 0; line < CELLS; line++) {
            for (int at = 0; at < CELLS; at++) {
                float sum = 0;
                for (int i = Math.max(-reach, -at); i <= Math.min(reach, CELLS - 1 - at); i++) {
                    sum += kernel[i + reach] * values[line * lineStep + (at + i) * step];
                }
                out[line * lineStep + at * step] = sum;
            }
        }
        return out;
    }

    /** Points a cell, row after row from above; the array itself. */
    public float[] density() {
        return density;
    }

    public int points() {
        return points;
    }

    /**
     * The density above which a share of the points stands, 0 to 1: those in the denser places. More where they all stand in
     * a few cells, so that a line around them can be seen.
     */
    public float levelAround(double share) {
        // Density and count as one number, so that sorting needs no objects.
        long[] cells = new long[density.length];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = (long) Float.floatToIntBits(density[cell]) << 32 | counts[cell];
        }
        Arrays.sort(cells);
        long within = 0;
        float level = Float.MAX_VALUE;
        for (int i = cells.length - 1; i >= 0 && (within < share * points || cells.length - 1 - i < LEAST_CELLS); i--) {
            within += (int) cells[i];
            level = Float.intBitsToFloat((int) (cells[i] >> 32));
        }
        return level;
    }

    /** For each cell how well a name would stand there: where this crowd is dense, and much of what is there is of it. */
    public double[] standingOut(Crowd everyone) {
        double[] scores = new double[density.length];
        // Where hardly anything is, a share of it is no prominence.
        double usual = everyone.points() / (CELLS * CELLS * everyone.shareAbove(Float.MIN_NORMAL));
        for (int cell = 0; cell < scores.length; cell++) {
            scores[cell] = (double) density[cell] * density[cell] / (everyone.density[cell] + usual);
        }
        return scores;
    }

    /** Of all cells, the share that is at least so dense. */
    public double shareAbove(float level) {
        int above = 0;
        for (float value : density) {
            above += value >= level ? 1 : 0;
        }
        return (double) above / density.length;
    }

    /** The density where that is at least {@code level} and belongs to a patch with a share of all points; elsewhere 0. */
    float[] patches(float level, double leastShare) {
        float[] kept = new float[density.length];
        boolean[] seen = new boolean[density.length];
        int[] patch = new int[density.length];
        for (int start = 0; start < density.length; start++) {
            if (seen[start] || density[start] < level) {
                continue;
            }
            int size = 0;
            double mass = 0;
            seen[start] = true;
            patch[size++] = start;
            for (int i = 0; i < size; i++) {
                mass += density[patch[i]];
                for (int next : neighbours(patch[i])) {
                    if (next >= 0 && !seen[next] && density[next] >= level) {
                        seen[next] = true;
                        patch[size++] = next;
                    }
                }
            }
            for (int i = 0; i < size && mass >= leastShare * points; i++) {
                kept[patch[i]] = density[patch[i]];
                // What is just outside shapes the line between.
                for (int next : neighbours(patch[i])) {
                    if (next >= 0 && density[next] < level) {
                        kept[next] = density[next];
                    }
                }
            }
        }
        return kept;
    }

    private static int[] neighbours(int cell) {
        int x = cell % CELLS;
        return new int[] {
            x > 0 ? cell - 1 : -1,
            x < CELLS - 1 ? cell + 1 : -1,
            cell - CELLS,
            cell + CELLS < CELLS * CELLS ? cell + CELLS : -1
        };
    }
}
