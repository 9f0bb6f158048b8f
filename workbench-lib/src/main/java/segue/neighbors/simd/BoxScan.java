package segue.neighbors.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import segue.neighbors.Accumulation;

/**
 * How near (or how far) boxes can at best be to a query, 64 boxes at a time. Rounding is monotone, and a bound
 * sums its terms in the order in which {@link Accumulation} sums those of a key: so a bound is never above the key of a row
 * in the box, to the last bit, and needs no margin.
 */
public final class BoxScan {
    private final Accumulation accumulation;

    /** @throws IllegalArgumentException for {@link Accumulation#PRODUCTS} */
    public BoxScan(Accumulation accumulation) {
        if (accumulation == Accumulation.PRODUCTS) {
            throw new IllegalArgumentException("boxes do not bound a dot product");
        }
        this.accumulation = accumulation;
    }

    /**
     * The least keys that rows in boxes can have.
     *
     * @param lows least values of the boxes, one box a row
     * @param highs largest values of the boxes
     * @param tile of the 64 boxes
     * @param query the values that boxes are compared with
     * @param farthest whether keys are the negative ones of a search for the farthest rows
     * @param threshold what a bound must not exceed
     * @param bounds receives 64 bounds from {@code at} on
     * @return a bit for every box that does not exceed the threshold
     */
    public long bounds(
            Tiles lows,
            Tiles highs,
            int tile,
            float[] query,
            boolean farthest,
            float threshold,
            float[] bounds,
            int at) {
        int from = tile * Tiles.ROWS * lows.columns;
        // Nearest: the gap between query and box. Farthest: from the query to the other end of the box.
        float[] above = farthest ? highs.values : lows.values;
        float[] below = farthest ? lows.values : highs.values;
        float sign = farthest ? -1 : 1;
        switch (accumulation) {
            case SQUARES -> squares(above, below, from, query, sign, bounds, at);
            case ABSOLUTES -> absolutes(above, below, from, query, sign, bounds, at);
            default -> largest(above, below, from, query, sign, bounds, at);
        }
        long within = 0;
        for (int lane = 0; lane < Tiles.ROWS; lane += Lanes.COUNT) {
            long bits = FloatVector.fromArray(Lanes.SPECIES, bounds, at + lane)
                    .compare(VectorOperators.LE, threshold)
                    .toLong();
            within |= bits << lane;
        }
        int left = lows.rows() - tile * Tiles.ROWS;
        return left >= Tiles.ROWS ? within : within & (1L << left) - 1;
    }

    private static void squares(
            float[] above, float[] below, int from, float[] query, float sign, float[] bounds, int at) {
        IntVector none = IntVector.zero(Lanes.INTS);
        for (int lane = 0; lane < Tiles.ROWS; lane += Lanes.COUNT) {
            FloatVector total = FloatVector.zero(Lanes.SPECIES);
            for (int chunk = 0; chunk < query.length; chunk += Accumulation.CHUNK) {
                int end = Math.min(chunk + Accumulation.CHUNK, query.length);
                FloatVector sum = FloatVector.zero(Lanes.SPECIES);
                for (int c = chunk; c < end; c++) {
                    int column = from + lane + c * Tiles.ROWS;
                    FloatVector term = FloatVector.fromArray(Lanes.SPECIES, above, column)
                            .sub(query[c])
                            .reinterpretAsInts()
                            .max(FloatVector.broadcast(Lanes.SPECIES, query[c])
                                    .sub(FloatVector.fromArray(Lanes.SPECIES, below, column))
                                    .reinterpretAsInts())
                            .max(none)
                            .reinterpretAsFloats();
                    sum = term.fma(term, sum);
                }
                total = total.add(sum);
            }
            total.mul(sign).intoArray(bounds, at + lane);
        }
    }

    private static void absolutes(
            float[] above, float[] below, int from, float[] query, float sign, float[] bounds, int at) {
        IntVector none = IntVector.zero(Lanes.INTS);
        for (int lane = 0; lane < Tiles.ROWS; lane += Lanes.COUNT) {
            FloatVector total = FloatVector.zero(Lanes.SPECIES);
            for (int chunk = 0; chunk < query.length; chunk += Accumulation.CHUNK) {
                int end = Math.min(chunk + Accumulation.CHUNK, query.length);
                FloatVector sum = FloatVector.zero(Lanes.SPECIES);
                for (int c = chunk; c < end; c++) {
                    int column = from + lane + c * Tiles.ROWS;
                    sum = sum.add(FloatVector.fromArray(Lanes.SPECIES, above, column)
                            .sub(query[c])
                            .reinterpretAsInts()
                            .max(FloatVector.broadcast(Lanes.SPECIES, query[c])
                                    .sub(FloatVector.fromArray(Lanes.SPECIES, below, column))
                                    .reinterpretAsInts())
                            .max(none)
                            .reinterpretAsFloats());
                }
                total = total.add(sum);
            }
            total.mul(sign).intoArray(bounds, at + lane);
        }
    }

    private static void largest(
            float[] above, float[] below, int from, float[] query, float sign, float[] bounds, int at) {
        for (int lane = 0; lane < Tiles.ROWS; lane += Lanes.COUNT) {
            IntVector largest = IntVector.zero(Lanes.INTS);
            for (int c = 0; c < query.length; c++) {
                int column = from + lane + c * Tiles.ROWS;
                largest = FloatVector.fromArray(Lanes.SPECIES, above, column)
                        .sub(query[c])
                        .reinterpretAsInts()
                        .max(FloatVector.broadcast(Lanes.SPECIES, query[c])
                                .sub(FloatVector.fromArray(Lanes.SPECIES, below, column))
                                .reinterpretAsInts())
                        .max(largest);
            }
            largest.reinterpretAsFloats().mul(sign).intoArray(bounds, at + lane);
        }
    }
}
