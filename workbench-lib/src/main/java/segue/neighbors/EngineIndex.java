package segue.neighbors;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Function;
import segue.matrix.FloatMatrix;
import segue.neighbors.gpu.GpuException;

/** Checks what is asked, prepares the vectors, and has an engine answer. */
final class EngineIndex implements NeighborIndex {
    private final Distance distance;
    private final int dimensions;
    private final PreparedRows prepared;
    private final Engines engines;

    EngineIndex(FloatMatrix data, Distance distance, Backend backend) {
        this(data, 0, distance, backend);
    }

    /** @param firstRow what messages call the first row */
    EngineIndex(FloatMatrix data, int firstRow, Distance distance, Backend backend) {
        this.distance = distance;
        this.dimensions = data.columns();
        this.prepared = new PreparedRows(data, firstRow, distance);
        this.engines = new Engines(prepared.rows(), distance.metric().accumulation(), backend);
    }

    EngineIndex(FloatMatrix data, Distance distance, Function<FloatMatrix, SearchEngine> engine) {
        this.distance = distance;
        this.dimensions = data.columns();
        this.prepared = new PreparedRows(data, 0, distance);
        this.engines = new Engines(prepared.rows(), engine.apply(prepared.rows()));
    }

    @Override
    public Neighbors search(float[] query, Search search) {
        if (query.length != dimensions) {
            throw new IllegalArgumentException(
                    "the index holds vectors of %d values but the query has %d".formatted(dimensions, query.length));
        }
        for (int i = 0; i < query.length; i++) {
            if (!Float.isFinite(query[i])) {
                throw new IllegalArgumentException(
                        "query value %d is %s: every value must be finite".formatted(i, query[i]));
            }
        }
        return search(FloatMatrix.wrap(1, dimensions, query), search).of(0);
    }

    @Override
    public NeighborTable search(FloatMatrix queries, Search search) {
        requireDimensions(queries);
        if (search.excludeSelf()) {
            throw new IllegalArgumentException(
                    "these queries are no rows of the index, so none can be left out as the query itself: use searchRow or graph");
        }
        int[] none = new int[queries.rows()];
        Arrays.fill(none, -1);
        return answer(prepared.queries(queries, 0), none, candidates(search), search);
    }

    /**
     * The rows and their keys, not yet distances, of queries that are not prepared.
     *
     * @param firstQuery what messages call the first query
     * @param selves of each query the row to leave out, or -1
     * @param k no more than every query has candidates
     */
    NeighborTable keys(FloatMatrix queries, int firstQuery, int[] selves, int k, Search search) {
        requireDimensions(queries);
        return keys(engines, prepared.queries(queries, firstQuery), selves, k, search);
    }

    private void requireDimensions(FloatMatrix queries) {
        if (queries.columns() != dimensions) {
            throw new IllegalArgumentException("the index holds vectors of %d values but the queries have %d"
                    .formatted(dimensions, queries.columns()));
        }
    }

    @Override
    public Neighbors searchRow(int row, Search search) {
        boolean leavesOneOut = search.excludeSelf() && admits(search, row);
        FloatMatrix query = prepared.rows().selectRows(row);
        int[] self = {search.excludeSelf() ? row : -1};
        return answer(query, self, candidates(search) - (leavesOneOut ? 1 : 0), search)
                .of(0);
    }

    @Override
    public NeighborTable graph(Search search) {
        int candidates = candidates(search);
        int[] selves = new int[size()];
        Arrays.setAll(selves, row -> search.excludeSelf() ? row : -1);
        return answer(
                prepared.rows(), selves, search.excludeSelf() && candidates > 0 ? candidates - 1 : candidates, search);
    }

    @Override
    public Recall recall(int k) {
        Search search = Search.nearest(k).withoutSelf();
        if (choice(1).backend().isExact()) {
            return new Recall(1, 0, k);
        }
        int[] sample = Recall.sample(size());
        FloatMatrix queries = prepared.rows().selectRows(sample);
        int others = Math.max(0, size() - 1);
        Engines exact = new Engines(prepared.rows(), distance.metric().accumulation(), Backend.AUTO);
        return Recall.of(
                answer(engines, queries, sample, others, search), answer(exact, queries, sample, others, search));
    }

    private static boolean admits(Search search, int row) {
        return search.among() == null || search.among().get(row);
    }

    private int candidates(Search search) {
        BitSet among = search.among();
        if (among == null) {
            return size();
        }
        if (among.length() > size()) {
            throw new IllegalArgumentException("row %d may be found by this search, but the index has %d rows"
                    .formatted(among.length() - 1, size()));
        }
        return among.cardinality();
    }

    private NeighborTable answer(FloatMatrix queries, int[] selves, int candidates, Search search) {
        return answer(engines, queries, selves, candidates, search);
    }

    private NeighborTable answer(Engines engines, FloatMatrix queries, int[] selves, int candidates, Search search) {
        NeighborTable table = keys(engines, queries, selves, Math.min(search.k(), candidates), search);
        distance.metric().distances(table.distances(), search.farthest());
        return table;
    }

    private NeighborTable keys(Engines engines, FloatMatrix queries, int[] selves, int k, Search search) {
        NeighborTable table = Batch.table(queries.rows(), k);
        if (table.rows().length > 0) {
            try {
                run(engines, queries, selves, search, table);
            } catch (GpuException failure) {
                engines.giveUpCard(failure);
                run(engines, queries, selves, search, table);
            }
        }
        return table;
    }

    private void run(Engines engines, FloatMatrix queries, int[] selves, Search search, NeighborTable table) {
        new Batch(engines.forQueries(queries.rows()), prepared, queries, selves, search, table).run();
    }

    @Override
    public Distance distance() {
        return distance;
    }

    @Override
    public Choice choice(int queries) {
        return engines.choice(queries);
    }

    @Override
    public int size() {
        return prepared.rows().rows();
    }

    @Override
    public int dimensions() {
        return dimensions;
    }
}
