package segue.neighbors.simd;

import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import segue.neighbors.Accumulation;
import segue.neighbors.QueryBlock;
import segue.neighbors.TopK;

/**
 * Batches by a matrix product: {@code |x|^2 - 2 x q + |q|^2} needs one step a value where {@code |x - q|^2} needs two, but
 * rounds otherwise and worse. So it only says which rows may enter, with a margin for all rounding; these are measured as
 * {@link Accumulation} says. Dot products likewise.
 *
 * <p>The margin. Let u = 2^-24, n the columns, D the true squared distance, L the length of the longest row. The key K is
 * sign D (1 + d) with |d| at most (n + n/32 + 3) u: a difference counts twice, then come n fused steps and the sums of chunks.
 * So from {@code K <= t} follows {@code sign D <= t + |d t|}. The filter sums F, which stands for sign (D - |q|^2): sign |x|^2,
 * rounded, then n fused steps, and is off by at most {@code (n + 1) u (L^2 + 2 L |q|)}, by Cauchy and Schwarz. Hence F is at
 * most {@code t + |d t| - sign |q|^2 + (n + 1) u (L^2 + 2 L |q|)}. Of a dot product both K and F are off by at most
 * {@code (n + n/32 + 1) u L |q|}. The limit takes {@code 2 (n + 4) u} for d and {@code 4 (n + 4) u} for the rest, which
 * leaves room for the squares of u and for the rounding of doubles, and {@code 2 n} least floats for underflow, half of one
 * a step. Where squares might overflow the filter is not used.
 */
final class ProductsSearch {
    /** Sums of squares up to here are far from overflow. */
    private static final double LARGEST_SQUARE = 1e36;
    /** Where more than one row in so many is measured, the scan that needs no measuring is quicker. */
    private static final int ROWS_A_MEASURED_ONE = 64;

    private final Tiles tiles;
    private final Accumulation accumulation;
    private final float[] starts;
    private final double longestSquared;

    ProductsSearch(Tiles tiles, Accumulation accumulation) {
        this.tiles = tiles;
        this.accumulation = accumulation;
        this.starts = new float[tiles.paddedRows()];
        float[] row = new float[tiles.columns];
        double longest = 0;
        for (int position = 0; position < tiles.rows(); position++) {
            tiles.copy(position, row);
            double squared = squaredLength(row, 0, row.length);
            longest = Math.max(longest, squared);
            if (accumulation == Accumulation.SQUARES) {
                starts[position] = (float) squared;
            }
        }
        this.longestSquared = longest;
    }

    static boolean serves(Accumulation accumulation) {
        return accumulation == Accumulation.SQUARES || accumulation == Accumulation.PRODUCTS;
    }

    private static double squaredLength(float[] values, int at, int columns) {
        double sum = 0;
        for (int i = at; i < at + columns; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    /** Some queries, made ready. Not for several threads. */
    final class Queries {
        private final QueryBlock block;
        private final float[] inFours;
        /** What is added to a threshold: of squares what lacks to a distance, and what rounding may add up to. */
        private final double[] margins;

        private final boolean[] hard;
        private final float[] limits = new float[4];
        private final float[] sums = new float[4 * ProductsFilter.ROWS];
        private final float[] row = new float[tiles.columns];

        Queries(QueryBlock block) {
            int columns = tiles.columns;
            int count = block.size() / 4 * 4;
            this.block = block;
            this.inFours = new float[count * columns];
            this.margins = new double[count];
            this.hard = new boolean[count / 4];
            boolean squares = accumulation == Accumulation.SQUARES;
            float factor = squares ? -2 * block.sign() : block.sign();
            for (int q = 0; q < count; q++) {
                for (int c = 0; c < columns; c++) {
                    inFours[q / 4 * 4 * columns + 4 * c + q % 4] = factor * block.vectors()[q * columns + c];
                }
                double squared = squaredLength(block.vectors(), q * columns, columns);
                double product = Math.sqrt(longestSquared * squared);
                margins[q] = 2 * rounding() * (squares ? longestSquared + 2 * product : product)
                        + 2 * columns * (double) Float.MIN_VALUE
                        - (squares ? block.sign() * squared : 0);
                hard[q / 4] |= longestSquared + squared > LARGEST_SQUARE;
            }
        }

        /** More than a sum of so many products, in any order, is rounded. */
        private double rounding() {
            return (tiles.columns + 4) * 0x1p-23;
        }

        /** Whether it is better to measure every row for queries {@code q} to {@code q + 3}. */
        boolean hard(int q) {
            return hard[q / 4];
        }

        /** Offers rows from position {@code from} to {@code to} to the best of queries {@code q} to {@code q + 3}. */
        void four(int q, int from, int to, TopK[] best) {
            int measured = 0;
            int position = from;
            while (position < to) {
                for (int i = 0; i < 4; i++) {
                    double threshold = best[q + i].threshold();
                    double limit = threshold + rounding() * Math.abs(threshold) + margins[q + i];
                    limits[i] = Math.nextUp((float) limit);
                }
                position = ProductsFilter.next(
                        tiles, starts, block.sign(), position, to, inFours, q * tiles.columns, limits, sums);
                if (position < 0) {
                    break;
                }
                for (int i = 0; i < 4; i++) {
                    for (int lane = 0; lane < ProductsFilter.ROWS; lane += Lanes.COUNT) {
                        long may = FloatVector.fromArray(Lanes.SPECIES, sums, i * ProductsFilter.ROWS + lane)
                                .compare(LE, limits[i])
                                .toLong();
                        measured += Long.bitCount(may);
                        measure(q + i, position + lane, may, best[q + i]);
                    }
                }
                position += ProductsFilter.ROWS;
            }
            hard[q / 4] = measured > 4 * (to - from) / ROWS_A_MEASURED_ONE;
        }

        private void measure(int q, int position, long which, TopK best) {
            for (long left = which; left != 0; left &= left - 1) {
                int at = position + Long.numberOfTrailingZeros(left);
                if (at < tiles.rows() && block.admits(q, at)) {
                    tiles.copy(at, row);
                    float sum = accumulation.of(row, 0, block.vectors(), q * row.length, row.length);
                    best.offer(block.sign() * sum, at);
                }
            }
        }
    }
}
