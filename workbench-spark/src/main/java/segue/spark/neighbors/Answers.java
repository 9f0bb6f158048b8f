package segue.spark.neighbors;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
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

    /** A row each query, of the columns that {@link AnswerTable} names. */
    Iterator<Row> rows(boolean withNeighborIds, boolean withIds) {
        return IntStream.range(0, queries)
                .mapToObj(query -> row(query, withNeighborIds, withIds))
                .iterator();
    }

    private Row row(int query, boolean withNeighborIds, boolean withIds) {
        long number = (long) first + query;
        Long[] neighbors = new Long[k];
        Float[] far = new Float[k];
        for (int i = 0; i < k; i++) {
            neighbors[i] = (long) found[query * k + i];
            far[i] = distances[query * k + i];
        }
        if (!withNeighborIds) {
            return RowFactory.create(number, neighbors, far);
        }
        String[] names = Arrays.stream(neighbors)
                .map(neighbor -> ids[neighbor.intValue()])
                .toArray(String[]::new);
        return withIds
                ? RowFactory.create(number, ids[(int) number], neighbors, names, far)
                : RowFactory.create(number, neighbors, names, far);
    }
}
