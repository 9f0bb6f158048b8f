package segue.neighbors.simd;

import java.util.Arrays;
import java.util.Optional;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;

/**
 * Rows rounded to a byte a value, laid out like {@link Tiles}: what is read of them is a quarter. Values become levels, one
 * step apart in every column; those beyond the levels are moved to the outermost, which only brings rows nearer to each
 * other. So the distance of two rows, in steps, is at least that of their levels less what rounding moved both of them: the
 * bound by which the vector approximation file leaves out rows (Weber, Schek and Blott 1998).
 *
 * <p>The bound. Let s be the step and l(x) = clamp(x / s - origin) the levels before rounding, r(x) = l(x) + e(x) after it.
 * Clamping brings no two values farther apart, so {@code ||l(x) - l(q)|| <= ||x - q|| / s} in each of the norms, and by the
 * triangle inequality {@code ||r(x) - r(q)|| <= ||x - q|| / s + ||e(x)|| + ||e(q)||}; of e(x) the largest over all rows is
 * kept. A key of at most t, computed in floats, stands for a true one of at most {@code t (1 + rounding)} and half the least
 * float a step; {@code rounding} is twice the error of a sum in chunks ({@link Accumulation}). Origins are below 2^28, so a
 * level is off by less than 1e-7 in doubles: 1e-3 and 1e-6 a column more than cover it. Keys of levels are integers, and
 * saturate at the highest, which stands for anything beyond.
 *
 * <p>A largest dot product is a least distance once every row has a further column that makes all of them equally long:
 * {@code |x - q|^2 = L^2 + |q|^2 - 2 x q}. The error of a product is at most {@code rounding} times L |q|, by Cauchy and
 * Schwarz.
 */
final class QuantizedTiles {
    static final int HIGHEST_LEVEL = 255;
    /** Keys of levels are unsigned shorts, and stay there. */
    static final int HIGHEST_KEY = 0xFFFF;

    private static final double DEVIATIONS = 8;
    /** The mean distance of rows in levels, of which the square still fits a key. */
    private static final double MEAN_DISTANCE = 200;
    /** Levels up to here are exact in a double, and so is what is left of a value. */
    private static final double FARTHEST_LEVEL = 1 << 28;

    final byte[] levels;
    final int columns;
    final Accumulation accumulation;
    private final double step;
    private final long[] origins;
    /** The most that rounding moved a row, in steps. */
    private final double moved;

    private final double longestSquared;
    private final double rounding;

    /** Empty where a byte cannot tell the values of a column apart, or there is nothing to tell apart. */
    static Optional<QuantizedTiles> of(FloatMatrix rows, Accumulation accumulation) {
        double[] further = accumulation == Accumulation.PRODUCTS ? squaredLengths(rows) : null;
        double longestSquared = 0;
        if (further != null) {
            longestSquared = Arrays.stream(further).max().orElse(0);
            for (int row = 0; row < further.length; row++) {
                further[row] = Math.sqrt(longestSquared - further[row]);
            }
        }
        Values values = new Values(rows, further);
        double[] means = new double[values.columns()];
        double step = step(values, means, accumulation);
        long[] origins = new long[means.length];
        for (int c = 0; c < means.length; c++) {
            double origin = Math.rint(means[c] / step) - (HIGHEST_LEVEL + 1) / 2;
            if (!(Math.abs(origin) <= FARTHEST_LEVEL)) {
                return Optional.empty();
            }
            origins[c] = (long) origin;
        }
        return Optional.of(new QuantizedTiles(values, accumulation, step, origins, longestSquared));
    }

    private QuantizedTiles(
            Values values, Accumulation accumulation, double step, long[] origins, double longestSquared) {
        this.accumulation = accumulation;
        this.columns = values.columns();
        this.step = step;
        this.origins = origins;
        this.longestSquared = longestSquared;
        this.rounding = (Accumulation.CHUNK + columns / Accumulation.CHUNK + 4) * 0x1p-23;
        int count = (values.data().rows() + Tiles.ROWS - 1) / Tiles.ROWS;
        this.levels = new byte[Math.multiplyExact(count * Tiles.ROWS, columns)];
        double farthest = 0;
        for (int row = 0; row < values.data().rows(); row++) {
            int to = row / Tiles.ROWS * Tiles.ROWS * columns + row % Tiles.ROWS;
            double sum = 0;
            for (int c = 0; c < columns; c++) {
                double level = level(values.of(row, c), c);
                int rounded = (int) (level + 0.5);
                levels[to + c * Tiles.ROWS] = (byte) rounded;
                sum = plus(sum, level - rounded);
            }
            farthest = Math.max(farthest, sum);
        }
        this.moved = squared() ? Math.sqrt(farthest) : farthest;
    }

    private record Values(FloatMatrix data, double[] further) {
        int columns() {
            return data.columns() + (further == null ? 0 : 1);
        }

        double of(int row, int c) {
            return c < data.columns() ? data.values()[row * data.columns() + c] : further[row];
        }
    }

    private static double[] squaredLengths(FloatMatrix rows) {
        double[] squared = new double[rows.rows()];
        for (int row = 0; row < squared.length; row++) {
            for (int c = 0; c < rows.columns(); c++) {
                double value = rows.values()[row * rows.columns() + c];
                squared[row] += value * value;
            }
        }
        return squared;
    }

    /** As fine as the spread of the widest column allows, and where keys are squared their range. */
    private static double step(Values values, double[] means, Accumulation accumulation) {
        int rows = values.data().rows();
        double[] squares = new double[means.length];
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < means.length; c++) {
                double value = values.of(row, c);
                means[c] += value;
                squares[c] += value * value;
            }
        }
        double widest = 0;
        double sum = 0;
        for (int c = 0; c < means.length; c++) {
            means[c] /= rows;
            double variance = Math.max(0, squares[c] / rows - means[c] * means[c]);
            widest = Math.max(widest, variance);
            sum += variance;
        }
        double step = DEVIATIONS * Math.sqrt(widest) / (HIGHEST_LEVEL + 1);
        if (accumulation == Accumulation.SQUARES || accumulation == Accumulation.PRODUCTS) {
            step = Math.max(step, Math.sqrt(2 * sum) / MEAN_DISTANCE);
        }
        return step > 0 && step < Float.MAX_VALUE ? step : 1;
    }

    private boolean squared() {
        return accumulation == Accumulation.SQUARES || accumulation == Accumulation.PRODUCTS;
    }

    private double level(double value, int c) {
        return Math.clamp(value / step - origins[c], 0, HIGHEST_LEVEL);
    }

    private double plus(double sum, double moved) {
        return switch (accumulation) {
            case SQUARES, PRODUCTS -> sum + moved * moved;
            case ABSOLUTES -> sum + Math.abs(moved);
            case LARGEST -> Math.max(sum, Math.abs(moved));
        };
    }

    /**
     * A query in levels.
     *
     * @param levels every one as often as a vector has lanes
     * @param moved by rounding, in steps
     * @param squaredLength of the query itself
     */
    record Query(short[] levels, double moved, double squaredLength) {}

    /** The query that begins at {@code at}. */
    Query query(float[] vectors, int at) {
        short[] repeated = new short[columns * Lanes.SHORT_COUNT];
        double sum = 0;
        double squaredLength = 0;
        for (int c = 0; c < columns; c++) {
            boolean further = c == columns - 1 && accumulation == Accumulation.PRODUCTS;
            double value = further ? 0 : vectors[at + c];
            double level = level(value, c);
            int rounded = (int) (level + 0.5);
            Arrays.fill(repeated, c * Lanes.SHORT_COUNT, (c + 1) * Lanes.SHORT_COUNT, (short) rounded);
            sum = plus(sum, level - rounded);
            squaredLength += value * value;
        }
        return new Query(repeated, squared() ? Math.sqrt(sum) : sum, squaredLength);
    }

    /** The largest key of levels that a row can have whose key is not above {@code threshold}, rounding included. */
    int largestKey(Query query, double threshold) {
        double underflow = columns * (double) Float.MIN_VALUE;
        double distance = switch (accumulation) {
            case SQUARES -> Math.sqrt(threshold * (1 + rounding) + underflow);
            case ABSOLUTES, LARGEST -> threshold * (1 + rounding) + underflow;
            case PRODUCTS -> {
                double error = rounding * Math.sqrt(longestSquared * query.squaredLength()) + underflow;
                yield Math.sqrt(Math.max(0, longestSquared + query.squaredLength() + 2 * (threshold + error)));
            }
        };
        double inLevels = distance / step + moved + query.moved() + 1e-3 + 1e-6 * columns;
        return (int) Math.min(HIGHEST_KEY, squared() ? inLevels * inLevels : inLevels);
    }
}
