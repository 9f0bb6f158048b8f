package segue.spark.graph;

import java.util.ArrayList;
import java.util.List;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Search;
import segue.spark.rows.RowBlock;

/** An index of some rows of a table, which answers by their numbers. */
final class BlockSearch {
    private final RowBlock rows;
    private final NeighborIndex index;

    BlockSearch(RowBlock rows, NeighborIndex index) {
        this.rows = rows;
        this.index = index;
    }

    /** The {@code k} best rows of each query but the query itself, in the order of the queries. */
    List<Candidates> nearest(RowBlock queries, int k) {
        // One more for the query itself, which may be among the rows.
        NeighborTable found =
                index.search(queries.matrix(), Search.nearest(k + 1).onThreads(1));
        List<Candidates> all = new ArrayList<>(queries.rows());
        for (int q = 0; q < queries.rows(); q++) {
            String id = queries.ids() == null ? null : queries.ids()[q];
            all.add(named(found, q, id).without(queries.numbers()[q], k));
        }
        return all;
    }

    private Candidates named(NeighborTable found, int query, String id) {
        int size = found.k();
        long[] numbers = new long[size];
        String[] ids = rows.ids() == null ? null : new String[size];
        float[] distances = new float[size];
        for (int i = 0; i < size; i++) {
            int row = found.rows()[query * size + i];
            numbers[i] = rows.numbers()[row];
            distances[i] = found.distances()[query * size + i];
            if (ids != null) {
                ids[i] = rows.ids()[row];
            }
        }
        return new Candidates(id, numbers, ids, distances);
    }
}
