package segue.spark.neighbors;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import segue.neighbors.NeighborTable;
import segue.neighbors.PartialNeighbors;

/**
 * The answers to a block of queries.
 *
 * @param first number of the first query
 * @param found numbers of rows, and distances, {@code queries} times {@code k}
 * @param ids of all rows of the table; null where they have none, or it is not here
 */
record Answers(int first, int queries, int k, int[] found, float[] distances, String[] ids) implements Serializable {
    static Answers of(int first, PartialNeighbors found, NeighborsOptions options, int k, String[] ids) {
        NeighborTable table = found.table(options.distance().metric(), options.farthest(), k);
        return new Answers(first, table.queries(), k, table.rows(), table.distances(), ids);
    }

    /** A row each query; ids where they are asked for. */
    Iterator<AnswerRow> rows(boolean withNeighborIds, boolean withIds) {
        return IntStream.range(0, queries)
                .mapToObj(query -> row(query, withNeighborIds, withIds))
                .iterator();
    }

    private AnswerRow row(int query, boolean withNeighborIds, boolean withIds) {
        AnswerRow row = new AnswerRow();
        row.setRow((long) first + query);
        long[] neighbors = new long[k];
        for (int i = 0; i < k; i++) {
            neighbors[i] = found[query * k + i];
        }
        row.setNeighbors(neighbors);
        row.setDistances(Arrays.copyOfRange(distances, query * k, query * k + k));
        if (withNeighborIds) {
            row.setNeighborIds(Arrays.stream(neighbors)
                    .mapToObj(neighbor -> ids[(int) neighbor])
                    .toArray(String[]::new));
        }
        if (withIds) {
            row.setId(ids[first + query]);
        }
        return row;
    }
}
