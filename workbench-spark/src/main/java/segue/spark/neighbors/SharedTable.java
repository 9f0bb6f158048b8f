package segue.spark.neighbors;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import segue.matrix.FloatMatrix;
import segue.neighbors.BlockIndex;
import segue.neighbors.Distance;
import segue.neighbors.PartialNeighbors;
import segue.neighbors.Search;
import segue.spark.rows.RowBlock;
import segue.spark.rows.RowTable;

/** A whole table as it is broadcast; each process that gets it makes one index of it, for all its tasks. */
final class SharedTable implements Serializable {
    private static final long serialVersionUID = 1;
    /** What an id of some twenty letters takes. */
    private static final int ID_BYTES = 64;

    private final int columns;
    private final float[] values;
    private final String[] ids;
    private final Distance distance;
    private transient BlockIndex index;

    private SharedTable(FloatMatrix rows, String[] ids, Distance distance) {
        this.columns = rows.columns();
        this.values = rows.values();
        this.ids = ids;
        this.distance = distance;
    }

    static long bytes(RowTable table) {
        return table.size() * (4L * table.columns().size() + (table.isNamed() ? ID_BYTES : 0));
    }

    /** @throws IllegalArgumentException if it is too large to be sent whole */
    static void require(RowTable table) {
        if (bytes(table) > NeighborsOptions.MOST_BROADCAST_BYTES) {
            throw new IllegalArgumentException("%s takes %,d MB, too much to be broadcast (%,d MB): shuffle it"
                    .formatted(table.name(), bytes(table) >> 20, NeighborsOptions.MOST_BROADCAST_BYTES >> 20));
        }
    }

    /** The table as this process has it, and its ids. */
    record Collected(FloatMatrix rows, String[] ids) {
        static Collected of(RowTable table, int blockRows) {
            int columns = table.columns().size();
            int rows = Math.toIntExact(table.size());
            float[] values = new float[Math.multiplyExact(rows, columns)];
            String[] ids = table.isNamed() ? new String[rows] : null;
            List<RowBlock> blocks = table.blocks(blockRows).collect();
            for (RowBlock block : blocks) {
                for (int i = 0; i < block.rows(); i++) {
                    int row = (int) block.numbers()[i];
                    System.arraycopy(block.values(), i * columns, values, row * columns, columns);
                    if (ids != null) {
                        ids[row] = block.ids()[i];
                    }
                }
            }
            return new Collected(FloatMatrix.wrap(rows, columns, values), ids);
        }

        SharedTable shared(FloatMatrix prepared, Distance distance) {
            return new SharedTable(prepared, ids, distance);
        }
    }

    /** Rows {@code from} to {@code to - 1}, copied. */
    FloatMatrix rows(int from, int to) {
        return FloatMatrix.wrap(to - from, columns, Arrays.copyOfRange(values, from * columns, to * columns));
    }

    /** Null where the table has none. */
    String[] ids() {
        return ids;
    }

    PartialNeighbors search(FloatMatrix queries, int firstQuery, Search search) {
        return index().search(queries, firstQuery, search);
    }

    private synchronized BlockIndex index() {
        if (index == null) {
            index = new BlockIndex(FloatMatrix.wrap(values.length / columns, columns, values), 0, distance);
        }
        return index;
    }
}
