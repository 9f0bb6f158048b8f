package segue.chart.points;

import java.util.Arrays;

/** How many discs lie over each pixel, a disc's edge in part, and how much they amount to. */
public final class Coverage {
    /** A disc is placed to a quarter of a pixel: finer is not seen. */
    private static final int PHASES = 4;

    private static final int SAMPLES = 8;

    private final int width;
    private final int height;
    private final int reach;
    private final int side;
    private final float[][] discs = new float[PHASES * PHASES][];
    private final float[] weights;

    /**
     * @param width in pixels
     * @param height in pixels
     * @param radius of each disc in pixels, above 0
     */
    public Coverage(int width, int height, double radius) {
        if (width < 1 || height < 1 || !(radius > 0)) {
            throw new IllegalArgumentException(
                    "width, height and radius must be above 0 but were %d, %d, %s".formatted(width, height, radius));
        }
        this.width = width;
        this.height = height;
        this.reach = (int) Math.ceil(radius + 0.5);
        this.side = 2 * reach + 1;
        this.weights = new float[Math.multiplyExact(width, height)];
        for (int phase = 0; phase < discs.length; phase++) {
            discs[phase] = disc(radius, (phase % PHASES + 0.5) / PHASES, (phase / PHASES + 0.5) / PHASES);
        }
    }

    /** The share of each pixel around that lies within the radius of a point in the middle one. */
    private float[] disc(double radius, double atX, double atY) {
        float[] shares = new float[side * side];
        for (int i = 0; i < shares.length; i++) {
            int inside = 0;
            for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
                double dx = i % side - reach + (sample % SAMPLES + 0.5) / SAMPLES - atX;
                double dy = i / side - reach + (sample / SAMPLES + 0.5) / SAMPLES - atY;
                inside += dx * dx + dy * dy <= radius * radius ? 1 : 0;
            }
            shares[i] = (float) inside / (SAMPLES * SAMPLES);
        }
        return shares;
    }

    /** Adds a disc around a point; what lies outside of the picture is left out. */
    public void add(float x, float y) {
        add(x, y, 1, null);
    }

    /**
     * Adds a disc around a point, and its weight times {@code amount} to {@code sums}.
     *
     * @param sums a value a pixel, or null
     */
    public void add(float x, float y, float amount, float[] sums) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        int phase = (int) ((y - row) * PHASES) * PHASES + (int) ((x - column) * PHASES);
        float[] disc = discs[Math.min(phase, discs.length - 1)];
        int fromColumn = Math.max(0, column - reach);
        int toColumn = Math.min(width - 1, column + reach);
        for (int r = Math.max(0, row - reach); r <= Math.min(height - 1, row + reach); r++) {
            int share = (r - row + reach) * side + fromColumn - column + reach;
            for (int pixel = r * width + fromColumn; pixel <= r * width + toColumn; pixel++, share++) {
                weights[pixel] += disc[share];
                if (sums != null) {
                    sums[pixel] += disc[share] * amount;
                }
            }
        }
    }

    /** Discs over each pixel, row after row from above; the array itself. */
    public float[] weights() {
        return weights;
    }

    /** Takes all discs away. */
    public void clear() {
        Arrays.fill(weights, 0);
    }
}
