package segue.neighbors.simd;

import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The inner loop of a matrix product: which rows of tiles may enter the best ones of four queries, by {@code start + sum of
 * products} in whatever order is quickest. Rounding is a matter of the limits.
 */
final class ProductsFilter {
    /** Rows that are filtered at a time; at most 64. */
    static final int ROWS = 4 * Lanes.COUNT;

    private ProductsFilter() {}

    /**
     * @param starts what is added to the products of each row
     * @param sign of the starts
     * @param queries of every column four values, one a query
     * @param at where they begin
     * @param limits of the four
     * @param sums receives {@link #ROWS} sums of the first query, then of the second, and so on
     * @return position of the first {@link #ROWS} rows of which one may enter, or a negative number where there is none
     */
    static int next(
            Tiles tiles,
            float[] starts,
            float sign,
            int from,
            int to,
            float[] queries,
            int at,
            float[] limits,
            float[] sums) {
        float[] values = tiles.values;
        int columns = tiles.columns;
        for (int position = from; position < to; position += ROWS) {
            int x = tiles.offset(position);
            FloatVector start0 =
                    FloatVector.fromArray(Lanes.SPECIES, starts, position).mul(sign);
            FloatVector start1 = FloatVector.fromArray(Lanes.SPECIES, starts, position + Lanes.COUNT)
                    .mul(sign);
            FloatVector start2 = FloatVector.fromArray(Lanes.SPECIES, starts, position + 2 * Lanes.COUNT)
                    .mul(sign);
            FloatVector start3 = FloatVector.fromArray(Lanes.SPECIES, starts, position + 3 * Lanes.COUNT)
                    .mul(sign);
            FloatVector a0 = start0;
            FloatVector a1 = start1;
            FloatVector a2 = start2;
            FloatVector a3 = start3;
            FloatVector b0 = start0;
            FloatVector b1 = start1;
            FloatVector b2 = start2;
            FloatVector b3 = start3;
            FloatVector c0 = start0;
            FloatVector c1 = start1;
            FloatVector c2 = start2;
            FloatVector c3 = start3;
            FloatVector d0 = start0;
            FloatVector d1 = start1;
            FloatVector d2 = start2;
            FloatVector d3 = start3;
            for (int c = 0; c < columns; c++) {
                int column = x + c * Tiles.ROWS;
                FloatVector x0 = FloatVector.fromArray(Lanes.SPECIES, values, column);
                FloatVector x1 = FloatVector.fromArray(Lanes.SPECIES, values, column + Lanes.COUNT);
                FloatVector x2 = FloatVector.fromArray(Lanes.SPECIES, values, column + 2 * Lanes.COUNT);
                FloatVector x3 = FloatVector.fromArray(Lanes.SPECIES, values, column + 3 * Lanes.COUNT);
                FloatVector a = FloatVector.broadcast(Lanes.SPECIES, queries[at + 4 * c]);
                a0 = x0.fma(a, a0);
                a1 = x1.fma(a, a1);
                a2 = x2.fma(a, a2);
                a3 = x3.fma(a, a3);
                FloatVector b = FloatVector.broadcast(Lanes.SPECIES, queries[at + 4 * c + 1]);
                b0 = x0.fma(b, b0);
                b1 = x1.fma(b, b1);
                b2 = x2.fma(b, b2);
                b3 = x3.fma(b, b3);
                FloatVector e = FloatVector.broadcast(Lanes.SPECIES, queries[at + 4 * c + 2]);
                c0 = x0.fma(e, c0);
                c1 = x1.fma(e, c1);
                c2 = x2.fma(e, c2);
                c3 = x3.fma(e, c3);
                FloatVector d = FloatVector.broadcast(Lanes.SPECIES, queries[at + 4 * c + 3]);
                d0 = x0.fma(d, d0);
                d1 = x1.fma(d, d1);
                d2 = x2.fma(d, d2);
                d3 = x3.fma(d, d3);
            }
            VectorMask<Float> any = a0.compare(LE, limits[0])
                    .or(a1.compare(LE, limits[0]))
                    .or(a2.compare(LE, limits[0]))
                    .or(a3.compare(LE, limits[0]))
                    .or(b0.compare(LE, limits[1]))
                    .or(b1.compare(LE, limits[1]))
                    .or(b2.compare(LE, limits[1]))
                    .or(b3.compare(LE, limits[1]))
                    .or(c0.compare(LE, limits[2]))
                    .or(c1.compare(LE, limits[2]))
                    .or(c2.compare(LE, limits[2]))
                    .or(c3.compare(LE, limits[2]))
                    .or(d0.compare(LE, limits[3]))
                    .or(d1.compare(LE, limits[3]))
                    .or(d2.compare(LE, limits[3]))
                    .or(d3.compare(LE, limits[3]));
            if (any.anyTrue()) {
                a0.intoArray(sums, 0);
                a1.intoArray(sums, Lanes.COUNT);
                a2.intoArray(sums, 2 * Lanes.COUNT);
                a3.intoArray(sums, 3 * Lanes.COUNT);
                b0.intoArray(sums, 4 * Lanes.COUNT);
                b1.intoArray(sums, 5 * Lanes.COUNT);
                b2.intoArray(sums, 6 * Lanes.COUNT);
                b3.intoArray(sums, 7 * Lanes.COUNT);
                c0.intoArray(sums, 8 * Lanes.COUNT);
                c1.intoArray(sums, 9 * Lanes.COUNT);
                c2.intoArray(sums, 10 * Lanes.COUNT);
                c3.intoArray(sums, 11 * Lanes.COUNT);
                d0.intoArray(sums, 12 * Lanes.COUNT);
                d1.intoArray(sums, 13 * Lanes.COUNT);
                d2.intoArray(sums, 14 * Lanes.COUNT);
                d3.intoArray(sums, 15 * Lanes.COUNT);
                return position;
            }
        }
        return -1;
    }
}
