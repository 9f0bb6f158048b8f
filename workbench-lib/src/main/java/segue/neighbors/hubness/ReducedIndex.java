package segue.neighbors.hubness;

import java.util.function.IntFunction;
import segue.matrix.FloatMatrix;
import segue.neighbors.Choice;
import segue.neighbors.Distance;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;
import segue.neighbors.ProgressListener;
import segue.neighbors.Recall;
import segue.neighbors.Search;

/** Finds candidates by the plain distance and answers the best of them by a secondary one. */
final class ReducedIndex implements NeighborIndex {
    private final NeighborIndex plain;
    private final HubnessReduction reduction;
    private final int candidates;
    private final NeighborTable lists;
    private final SecondaryDistance secondary;

    private ReducedIndex(
            NeighborIndex plain,
            HubnessReduction reduction,
            int candidates,
            NeighborTable lists,
            SecondaryDistance secondary) {
        this.plain = plain;
        this.reduction = reduction;
        this.candidates = candidates;
        this.lists = lists;
        this.secondary = secondary;
    }

    /** By what each row's neighbours say; they are found now, and kept. */
    static ReducedIndex ofLists(NeighborIndex plain, HubnessReduction reduction, ReductionOptions options) {
        NeighborTable graph = plain.graph(Search.nearest(Math.max(options.candidates(), options.scaleNeighbor()))
                .withoutSelf()
                .onThreads(options.threads())
                .reporting(options.progress()));
        return new ReducedIndex(
                plain,
                reduction,
                graph.k(),
                graph,
                SecondaryDistance.ofLists(reduction, new NeighborLists(graph), options));
    }

    /** By a distance that asks for no neighbours: none are kept. */
    static ReducedIndex of(
            NeighborIndex plain, HubnessReduction reduction, SecondaryDistance secondary, ReductionOptions options) {
        NeighborTable none = new NeighborTable(plain.size(), 0, new int[0], new float[0]);
        return new ReducedIndex(plain, reduction, options.candidates(), none, secondary);
    }

    @Override
    public Neighbors search(float[] query, Search search) {
        Neighbors found = plain.search(query, candidates(search));
        Neighbors around = search.among() == null ? found : plain.nearest(query, lists.k());
        return Reranking.of(found, secondary.ofQuery(query, around, found), search.k());
    }

    @Override
    public NeighborTable search(FloatMatrix queries, Search search) {
        Search wanted = candidates(search);
        NeighborTable table = plain.search(queries, wanted.reporting(firstHalf(search.progress())));
        NeighborTable around = search.among() == null
                ? table
                : plain.search(queries, Search.nearest(lists.k()).onThreads(search.threads()));
        return rerank(table, search, secondHalf(search.progress()), query -> {
            Neighbors found = table.of(query);
            return Reranking.of(found, secondary.ofQuery(queries.row(query), around.of(query), found), search.k());
        });
    }

    @Override
    public Neighbors searchRow(int row, Search search) {
        Search wanted = candidates(search);
        Neighbors around = lists.of(row);
        Neighbors found = areKept(wanted) ? around : plain.searchRow(row, wanted);
        return Reranking.of(found, secondary.ofRow(row, around, found), search.k());
    }

    @Override
    public NeighborTable graph(Search search) {
        Search wanted = candidates(search);
        boolean kept = areKept(wanted);
        NeighborTable table = kept ? lists : plain.graph(wanted.reporting(firstHalf(search.progress())));
        return rerank(table, search, kept ? search.progress() : secondHalf(search.progress()), row -> {
            Neighbors found = table.of(row);
            return Reranking.of(found, secondary.ofRow(row, lists.of(row), found), search.k());
        });
    }

    private static NeighborTable rerank(
            NeighborTable table, Search search, ProgressListener progress, IntFunction<Neighbors> answer) {
        int k = Math.min(search.k(), table.k());
        return Reranking.table(table.queries(), k, search.threads(), progress, answer);
    }

    private boolean areKept(Search wanted) {
        return wanted.excludeSelf() && wanted.among() == null && wanted.k() <= lists.k();
    }

    private Search candidates(Search search) {
        if (search.farthest()) {
            throw new UnsupportedOperationException(
                    "%s puts the nearest rows in a new order and knows nothing of the farthest: ask a plain index for those"
                            .formatted(reduction.label()));
        }
        Search wanted = Search.nearest(Math.max(search.k(), candidates)).onThreads(search.threads());
        wanted = search.excludeSelf() ? wanted.withoutSelf() : wanted;
        return search.among() == null ? wanted : wanted.among(search.among());
    }

    private static ProgressListener firstHalf(ProgressListener progress) {
        return (done, total) -> progress.answered(done, 2 * total);
    }

    private static ProgressListener secondHalf(ProgressListener progress) {
        return (done, total) -> progress.answered(total + done, 2 * total);
    }

    @Override
    public Distance distance() {
        return plain.distance();
    }

    @Override
    public Choice choice(int queries) {
        return plain.choice(queries);
    }

    /** Of the candidates: what they are ranked by afterwards loses none. */
    @Override
    public Recall recall(int k) {
        return plain.recall(k);
    }

    @Override
    public int size() {
        return plain.size();
    }

    @Override
    public int dimensions() {
        return plain.dimensions();
    }
}
