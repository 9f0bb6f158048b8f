package segue.neighbors.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import segue.neighbors.Accumulation;

/**
 * How near (or how far) boxes can at best be to a box of queries, 64 boxes at a time. Rounding is monotone, and a bound
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
     * @param low least values of the queries
     * @param high largest values of the queries
     * @param farthest whether keys are the negative ones of a search for the farthest rows
     * @param bounds receives 64 bounds from {@code at} on
     */
    public void bounds(
            Tiles lows, Tiles highs, int tile, float[] low, float[] high, boolean farthest, float[] bounds, int at) {
        int from = tile * Tiles.ROWS * lows.columns;
        // Nearest: the gap between the boxes. Farthest: from the end of one to the other end of the other.
        float[] above = farthest ? highs.values : lows.values;
        float[] below = farthest ? lows.values : highs.values;
        float[] subtracted = farthest ? low : high;
        float[] reduced = farthest ? high : low;
        float sign = farthest ? -1 : 1;
        switch (accumulation) {
            case SQUARES -> squares(above, below, from, subtracted, reduced, sign, bounds, at);
            case ABSOLUTES -> absolutes(above, below, from, subtracted, reduced, sign, bounds, at);
            default -> largest(above, below, from, subtracted, reduced, sign, bounds, at);
        }
    }

    private static void squares(
            float[] above,
            float[] below,
            int from,
            float[] subtracted,
            float[] reduced,
            float sign,
            float[] bounds,
            int at) {
        IntVector none = IntVector.zero(Lanes.INTS);
        for (int lane = 0; lane < Tiles.ROWS; lane += Lanes.COUNT) {
            FloatVector total = FloatVector.zero(Lanes.SPECIES);
            for (int chunk = 0; chunk < subtracted.length; chunk += Accumulation.CHUNK) {
                int end = Math.min(chunk + Accumulation.CHUNK, subtracted.length);
                FloatVector sum = FloatVector.zero(Lanes.SPECIES);
                for (int c = chunk; c < end; c++) {
                    int column = from + lane + c * Tiles.ROWS;
                    FloatVector term = FloatVector.fromArray(Lanes.SPECIES, above, column)
                            .sub(subtracted[c])
                            .reinterpretAsInts()
                            .max(FloatVector.broadcast(Lanes.SPECIES, reduced[c])
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
            float[] above,
            float[] below,
            int from,
            float[] subtracted,
            float[] reduced,
            float sign,
            float[] bounds,
            int at) {
        IntVector none = IntVector.zero(Lanes.INTS);
        for (int lane = 0; lane < Tiles.ROWS; lane += Lanes.COUNT) {
            FloatVector total = FloatVector.zero(Lanes.SPECIES);
            for (int chunk = 0; chunk < subtracted.length; chunk += Accumulation.CHUNK) {
                int end = Math.min(chunk + Accumulation.CHUNK, subtracted.length);
                FloatVector sum = FloatVector.zero(Lanes.SPECIES);
                for (int c = chunk; c < end; c++) {
                    int column = from + lane + c * Tiles.ROWS;
                    sum = sum.add(FloatVector.fromArray(Lanes.SPECIES, above, column)
                            .sub(subtracted[c])
                            .reinterpretAsInts()
                            .max(FloatVector.broadcast(Lanes.SPECIES, reduced[c])
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
            float[] above,
            float[] below,
            int from,
            float[] subtracted,
            float[] reduced,
            float sign,
            float[] bounds,
            int at) {
        for (int lane = 0; lane < Tiles.ROWS; lane += Lanes.COUNT) {
            IntVector largest = IntVector.zero(Lanes.INTS);
            for (int c = 0; c < subtracted.length; c++) {
                int column = from + lane + c * Tiles.ROWS;
                largest = FloatVector.fromArray(Lanes.SPECIES, above, column)
                        .sub(subtracted[c])
                        .reinterpretAsInts()
                        .max(FloatVector.broadcast(Lanes.SPECIES, reduced[c])
                                .sub(FloatVector.fromArray(Lanes.SPECIES, below, column))
                                .reinterpretAsInts())
                        .max(largest);
            }
            largest.reinterpretAsFloats().mul(sign).intoArray(bounds, at + lane);
        }
    }
}
