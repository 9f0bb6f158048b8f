package segue.chart;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.function.DoubleUnaryOperator;
import segue.matrix.FloatMatrix;

/** A matrix as pixels, a frame of it after the other from left to right, its first value below. */
final class Raster {
    private final FloatMatrix values;
    private final ColourScale scale;

    /** @param values shape {@code (frames, values)} */
    Raster(FloatMatrix values, ColourScale scale) {
        this.values = values;
        this.scale = scale;
    }

    /**
     * As large as the plot. Where a pixel has several values above each other it shows the largest, so that no thin line is
     * lost; of several frames the mean.
     *
     * @param rowPosition the place of a value's lower edge on the y axis, for positions 0 to 1 from below: a column of the
     *     matrix, with fraction
     */
    BufferedImage image(Rectangle plot, DoubleUnaryOperator rowPosition) {
        BufferedImage image = new BufferedImage(plot.width, plot.height, BufferedImage.TYPE_INT_RGB);
        int[] from = new int[plot.height];
        int[] to = new int[plot.height];
        for (int row = 0; row < plot.height; row++) {
            from[row] = column(rowPosition.applyAsDouble((double) row / plot.height));
            to[row] = Math.max(from[row], column(rowPosition.applyAsDouble((row + 1.0) / plot.height) - 1e-9));
        }
        for (int column = 0; column < plot.width; column++) {
            int first = (int) ((long) column * values.rows() / plot.width);
            int last = Math.max(first, (int) ((column + 1L) * values.rows() / plot.width) - 1);
            for (int row = 0; row < plot.height; row++) {
                double sum = 0;
                for (int frame = first; frame <= last; frame++) {
                    sum += largest(frame, from[row], to[row]);
                }
                image.setRGB(column, plot.height - 1 - row, scale.rgb(sum / (last - first + 1)));
            }
        }
        return image;
    }

    private double largest(int frame, int from, int to) {
        double largest = values.get(frame, from);
        for (int column = from + 1; column <= to; column++) {
            largest = Math.max(largest, values.get(frame, column));
        }
        return largest;
    }

    private int column(double position) {
        return Math.clamp((long) position, 0, values.columns() - 1);
    }
}
