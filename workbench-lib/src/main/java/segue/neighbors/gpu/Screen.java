package segue.neighbors.gpu;

import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;

/**
 * How vectors look to the screen, the quick look that leaves out nearly every row. Squared distances are screened as
 * {@code |b|^2 - 2ab}, one multiply-add a column where the definition takes two operations, on vectors moved so that the
 * rows' mean is 0, which keeps the numbers small; dot products by themselves; the others by their own sum. What rounding
 * may do to the screen and to a key is bounded, generously, and added: so a row that is left out is surely not good enough.
 *
 * <p>With {@code u = 2^-24} a chain of n multiply-adds errs by up to {@code n u} times the sum of its terms' sizes, here at
 * most {@code 2|a|^2 + 2|b|^2} (N. Higham, Accuracy and Stability of Numerical Algorithms, 3.1).
 */
final class Screen {
    private static final double UNIT = 0x1p-24;
    /** Squared lengths beyond this are near the end of what a float holds. */
    private static final double LONGEST = 1e36;

    /** What the kernels are named after. */
    enum Kind {
        PRODUCTS("products"),
        ABSOLUTES("absolutes"),
        LARGEST("largest");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private final Accumulation accumulation;
    private final int columns;
    private final int stride;
    private final float[] mean;
    private final double share;
    private boolean tooLong;

    /** @param stride columns from one row to the next on the card */
    Screen(FloatMatrix rows, Accumulation accumulation, int stride) {
        this.accumulation = accumulation;
        this.columns = rows.columns();
        this.stride = stride;
        this.share = 2 * (columns + 40) * UNIT;
        this.mean = accumulation == Accumulation.SQUARES ? mean(rows) : new float[columns];
        tooLong = IntStream.range(0, rows.rows())
                .anyMatch(row -> !(squaredLength(rows.values(), row * columns) <= LONGEST));
    }

    static Kind kind(Accumulation accumulation) {
        return switch (accumulation) {
            case SQUARES, PRODUCTS -> Kind.PRODUCTS;
            case ABSOLUTES -> Kind.ABSOLUTES;
            case LARGEST -> Kind.LARGEST;
        };
    }

    private static float[] mean(FloatMatrix rows) {
        int columns = rows.columns();
        double[] sums = new double[columns];
        for (int i = 0; i < rows.values().length; i++) {
            sums[i % columns] += rows.values()[i];
        }
        float[] mean = new float[columns];
        for (int c = 0; c < columns; c++) {
            mean[c] = (float) (sums[c] / Math.max(1, rows.rows()));
        }
        return mean;
    }

    /** Whether the card needs rows and queries in another form beside their own. */
    boolean changesRows() {
        return accumulation == Accumulation.SQUARES;
    }

    boolean changesQueries() {
        return kind(accumulation) == Kind.PRODUCTS;
    }

    /** By how much of itself a key is raised before it is compared with what the screen says. */
    float slack() {
        return accumulation == Accumulation.LARGEST ? 0 : (float) (2 * share);
    }

    /** One row as the screen takes it, padded with zeros to {@link #stride}. */
    void row(float[] from, int at, float[] to, int toAt) {
        for (int c = 0; c < columns; c++) {
            to[toAt + c] = from[at + c] - mean[c];
        }
    }

    /** What the sum of a row begins with. */
    float rowTerm(float[] rows, int at, float sign) {
        return switch (accumulation) {
            case SQUARES -> (float) ((sign - 2 * share) * squaredLength(rows, at));
            case PRODUCTS -> (float) (-2 * share * squaredLength(rows, at));
            case ABSOLUTES, LARGEST -> 0;
        };
    }

    /** One query as the screen takes it. */
    void query(float[] from, int at, float sign, float[] to, int toAt) {
        float factor = switch (accumulation) {
            case SQUARES -> -2 * sign;
            case PRODUCTS -> sign;
            case ABSOLUTES, LARGEST -> 1;
        };
        for (int c = 0; c < columns; c++) {
            to[toAt + c] = factor * (from[at + c] - mean[c]);
        }
    }

    /** What is added to a key of a query to compare it with the sum of the screen. */
    float offset(float[] queries, int at, float sign) {
        if (accumulation == Accumulation.ABSOLUTES || accumulation == Accumulation.LARGEST) {
            return 0;
        }
        double squared = squaredLength(queries, at);
        if (tooLong || !(squared <= LONGEST)) {
            return Float.POSITIVE_INFINITY;
        }
        double raised = 2 * share * squared + Float.MIN_NORMAL;
        return (float) (accumulation == Accumulation.SQUARES ? raised - sign * squared : raised);
    }

    int stride() {
        return stride;
    }

    private double squaredLength(float[] vectors, int at) {
        double sum = 0;
        for (int c = 0; c < columns; c++) {
            float value = vectors[at + c] - mean[c];
            sum += (double) value * value;
        }
        return sum;
    }
}
