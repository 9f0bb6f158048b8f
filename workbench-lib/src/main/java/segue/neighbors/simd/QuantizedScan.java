package segue.neighbors.simd;

import static jdk.incubator.vector.VectorOperators.SUADD;
import static jdk.incubator.vector.VectorOperators.UMIN;

import jdk.incubator.vector.ShortVector;

/** The inner loops over levels: keys of all rows, unsigned, the highest for all that are beyond it. */
final class QuantizedScan {
    private QuantizedScan() {}

    /** @param keys receives one a row, those included that fill up the last tile */
    static void keys(QuantizedTiles tiles, QuantizedTiles.Query query, QuantizedKeys keys) {
        switch (tiles.accumulation) {
            case SQUARES, PRODUCTS -> squares(tiles.levels, tiles.columns, query.levels(), keys);
            case ABSOLUTES -> absolutes(tiles.levels, tiles.columns, query.levels(), keys);
            case LARGEST -> largest(tiles.levels, tiles.columns, query.levels(), keys);
        }
    }

    private static void squares(byte[] levels, int columns, short[] query, QuantizedKeys keys) {
        for (int row = 0; row < keys.keys.length; row += 2 * Lanes.SHORT_COUNT) {
            int at = offset(row, columns);
            ShortVector left = ShortVector.zero(Lanes.SHORTS);
            ShortVector right = left;
            for (int c = 0; c < columns; c++) {
                ShortVector level = ShortVector.fromArray(Lanes.SHORTS, query, c * Lanes.SHORT_COUNT);
                ShortVector leftStep =
                        Lanes.widened(levels, at + c * Tiles.ROWS).sub(level);
                ShortVector rightStep = Lanes.widened(levels, at + c * Tiles.ROWS + Lanes.SHORT_COUNT)
                        .sub(level);
                left = left.lanewise(SUADD, leftStep.mul(leftStep));
                right = right.lanewise(SUADD, rightStep.mul(rightStep));
            }
            write(left, right, row, keys);
        }
    }

    private static void absolutes(byte[] levels, int columns, short[] query, QuantizedKeys keys) {
        for (int row = 0; row < keys.keys.length; row += 2 * Lanes.SHORT_COUNT) {
            int at = offset(row, columns);
            ShortVector left = ShortVector.zero(Lanes.SHORTS);
            ShortVector right = left;
            for (int c = 0; c < columns; c++) {
                ShortVector level = ShortVector.fromArray(Lanes.SHORTS, query, c * Lanes.SHORT_COUNT);
                left = left.lanewise(
                        SUADD,
                        Lanes.widened(levels, at + c * Tiles.ROWS).sub(level).abs());
                right = right.lanewise(
                        SUADD,
                        Lanes.widened(levels, at + c * Tiles.ROWS + Lanes.SHORT_COUNT)
                                .sub(level)
                                .abs());
            }
            write(left, right, row, keys);
        }
    }

    private static void largest(byte[] levels, int columns, short[] query, QuantizedKeys keys) {
        for (int row = 0; row < keys.keys.length; row += 2 * Lanes.SHORT_COUNT) {
            int at = offset(row, columns);
            ShortVector left = ShortVector.zero(Lanes.SHORTS);
            ShortVector right = left;
            for (int c = 0; c < columns; c++) {
                ShortVector level = ShortVector.fromArray(Lanes.SHORTS, query, c * Lanes.SHORT_COUNT);
                left = left.max(
                        Lanes.widened(levels, at + c * Tiles.ROWS).sub(level).abs());
                right = right.max(Lanes.widened(levels, at + c * Tiles.ROWS + Lanes.SHORT_COUNT)
                        .sub(level)
                        .abs());
            }
            write(left, right, row, keys);
        }
    }

    private static void write(ShortVector left, ShortVector right, int row, QuantizedKeys to) {
        left.intoArray(to.keys, row);
        right.intoArray(to.keys, row + Lanes.SHORT_COUNT);
        ShortVector least = left.lanewise(UMIN, right);
        int at = row / QuantizedKeys.RUN * Lanes.SHORT_COUNT;
        if (row % QuantizedKeys.RUN > 0) {
            least = least.lanewise(UMIN, ShortVector.fromArray(Lanes.SHORTS, to.least, at));
        }
        least.intoArray(to.least, at);
    }

    private static int offset(int row, int columns) {
        return (row & -Tiles.ROWS) * columns + (row & Tiles.ROWS - 1);
    }
}
