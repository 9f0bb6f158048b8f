package segue.chart.map;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.function.IntUnaryOperator;
import segue.chart.points.Inks;

/**
 * A pale tint under the points: what prevails around each place, so that regions are seen where single points are dust. Made
 * on a coarse grid and smoothed.
 */
final class Ground {
    private static final double STRENGTH = 0.34;
    private static final int PASSES = 3;

    private final int width;
    private final int height;
    private final int block;
    private final int columns;
    private final int rows;
    private final Inks inks;
    private final float[] crowd;

    /** @param block pixels that are one cell of the grid, each way */
    Ground(int width, int height, int block) {
        this.width = width;
        this.height = height;
        this.block = block;
        this.columns = (width + block - 1) / block;
        this.rows = (height + block - 1) / block;
        this.inks = new Inks(columns * rows);
        this.crowd = new float[columns * rows];
    }

    /** Adds points of one kind, as {@link Inks#add} does. */
    void add(float[] weights, IntUnaryOperator rgb, float prominence) {
        float[] cells = smoothed(weights);
        for (int i = 0; i < cells.length; i++) {
            crowd[i] += cells[i];
        }
        inks.add(cells, rgb, prominence);
    }

    /** Weights of pixels as weights of cells, blurred. */
    float[] smoothed(float[] weights) {
        float[] cells = new float[columns * rows];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                cells[y / block * columns + x / block] += weights[y * width + x];
            }
        }
        for (int pass = 0; pass < PASSES; pass++) {
            cells = averaged(averaged(cells, rows, columns, columns, 1), columns, rows, 1, columns);
        }
        return cells;
    }

    private static float[] averaged(float[] values, int lines, int length, int lineStep, int step) {
        float[] out = new float[values.length];
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < length; i++) {
                int at = line * lineStep + i * step;
                float before = i > 0 ? values[at - step] : 0;
                float after = i < length - 1 ? values[at + step] : 0;
                out[at] = (before + values[at] + after) / 3;
            }
        }
        return out;
    }

    /** The tint of every pixel, RGB, as large as the picture. */
    BufferedImage image() {
        double mean = 0;
        int covered = 0;
        for (float value : crowd) {
            mean += value;
            covered += value > 0 ? 1 : 0;
        }
        double usual = mean / Math.max(1, covered);
        BufferedImage small = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < crowd.length; i++) {
            double strength = STRENGTH * Math.min(1, crowd[i] / usual);
            small.setRGB(i % columns, i / columns, crowd[i] > 0 ? inks.rgb(i, strength) : Color.WHITE.getRGB());
        }
        return Scaled.smoothly(small, block, width, height);
    }
}
