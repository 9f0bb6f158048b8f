package segue.dtw;

import java.util.Arrays;
import segue.matrix.FloatMatrix;

/**
 * The least and the largest values that each frame of one sequence can meet in another, value by value. No frame within the
 * band is nearer than this box (Keogh and Ratanamahatana, <em>Exact indexing of dynamic time warping</em>, 2005; for several
 * values a frame Rath and Manmatha, 2002).
 *
 * @param rows how many frames it has boxes for
 * @param lower as a kernel reads rows
 * @param upper as a kernel reads rows
 */
record Envelope(int rows, float[] lower, float[] upper) {
    /**
     * @param rows how many frames the other sequences have at most
     * @param columns the frames that may be met
     * @param band of the rows
     */
    static Envelope of(int rows, FloatMatrix columns, Band band, WarpKernel kernel) {
        return new Envelope(
                rows, kernel.rows(extremes(rows, columns, band, -1)), kernel.rows(extremes(rows, columns, band, 1)));
    }

    /** The largest values times {@code sign}, by windows that double. */
    private static FloatMatrix extremes(int rows, FloatMatrix columns, Band band, float sign) {
        int dims = columns.columns();
        int below = Math.min(band.below(), rows);
        int width = below + Math.min(band.above(), columns.rows()) + 1;
        float[] most = new float[Math.multiplyExact(rows + width - 1, dims)];
        for (int at = 0; at < rows + width - 1; at++) {
            int from = Math.clamp(at - below, 0, columns.rows() - 1) * dims;
            for (int d = 0; d < dims; d++) {
                most[at * dims + d] = sign * columns.values()[from + d];
            }
        }
        int reach = 1;
        for (; 2 * reach <= width; reach *= 2) {
            raise(most, most.length - reach * dims, reach * dims);
        }
        raise(most, rows * dims, (width - reach) * dims);
        for (int i = 0; i < rows * dims; i++) {
            most[i] *= sign;
        }
        return FloatMatrix.wrap(rows, dims, Arrays.copyOf(most, rows * dims));
    }

    private static void raise(float[] most, int count, int by) {
        for (int i = 0; i < count; i++) {
            most[i] = Math.max(most[i], most[i + by]);
        }
    }
}
