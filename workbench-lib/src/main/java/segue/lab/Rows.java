package segue.lab;

import java.util.Arrays;
import java.util.Random;
import segue.neighbors.NeighborTable;

/** Row numbers: which to ask about, and which to leave out. */
final class Rows {
    private Rows() {}

    static int[] upTo(int size) {
        int[] rows = new int[size];
        Arrays.setAll(rows, row -> row);
        return rows;
    }

    /** All rows in a random order, always the same. */
    static int[] shuffled(int size, long seed) {
        int[] rows = upTo(size);
        Random random = new Random(seed);
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
        return rows;
    }

    /** The first {@code count} of {@code rows}, from the start again where there are fewer. */
    static int[] cycled(int[] rows, int count) {
        int[] chosen = new int[count];
        Arrays.setAll(chosen, i -> rows[i % rows.length]);
        return chosen;
    }

    /** The first {@code k} neighbours of the first {@code queries} queries. */
    static NeighborTable head(NeighborTable table, int queries, int k) {
        int[] rows = new int[queries * k];
        float[] distances = new float[queries * k];
        for (int q = 0; q < queries; q++) {
            System.arraycopy(table.rows(), q * table.k(), rows, q * k, k);
            System.arraycopy(table.distances(), q * table.k(), distances, q * k, k);
        }
        return new NeighborTable(queries, k, rows, distances);
    }

    /** Query q is row {@code selves[q]}: one neighbour fewer each, without that row; without the last where it is not there. */
    static NeighborTable withoutSelves(NeighborTable table, int[] selves) {
        int k = table.k() - 1;
        int[] rows = new int[table.queries() * k];
        float[] distances = new float[rows.length];
        for (int q = 0; q < table.queries(); q++) {
            int from = q * table.k();
            for (int i = 0, to = q * k; to < (q + 1) * k; i++) {
                if (table.rows()[from + i] != selves[q]) {
                    rows[to] = table.rows()[from + i];
                    distances[to++] = table.distances()[from + i];
                }
            }
        }
        return new NeighborTable(table.queries(), k, rows, distances);
    }
}
