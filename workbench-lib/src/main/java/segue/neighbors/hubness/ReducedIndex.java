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
    private final NeighborTable lists;
    private final SecondaryDistance secondary;

    private ReducedIndex(
            NeighborIndex plain, HubnessReduction reduction, NeighborTable lists, SecondaryDistance secondary) {
        this.plain = plain;
        this.reduction = reduction;
        this.lists = lists;
        this.secondary = secondary;
    }

    static ReducedIndex of(NeighborIndex plain, HubnessReduction reduction, ReductionOptions options) {
        NeighborTable graph = plain.graph(Search.nearest(Math.max(options.candidates(), options.scaleNeighbor()))
                .withoutSelf()
                .onThreads(options.threads())
                .reporting(options.progress()));
        return new ReducedIndex(
                plain, reduction, graph, SecondaryDistance.of(reduction, new NeighborLists(graph), options));
    }

    @Override
    public Neighbors search(float[] query, Search search) {
        Neighbors candidates = plain.search(query, candidates(search));
        Neighbors around = search.among() == null ? candidates : plain.nearest(query, lists.k());
        return Reranking.of(candidates, secondary.ofQuery(around, candidates), search.k());
    }

    @Override
    public NeighborTable search(FloatMatrix queries, Search search) {
        Search wanted = candidates(search);
        NeighborTable candidates = plain.search(queries, wanted.reporting(firstHalf(search.progress())));
        NeighborTable around = search.among() == null
                ? candidates
                : plain.search(queries, Search.nearest(lists.k()).onThreads(search.threads()));
        return rerank(candidates, search, secondHalf(search.progress()), query -> {
            Neighbors found = candidates.of(query);
            return Reranking.of(found, secondary.ofQuery(around.of(query), found), search.k());
        });
    }

    @Override
    public Neighbors searchRow(int row, Search search) {
        Search wanted = candidates(search);
        Neighbors around = lists.of(row);
        Neighbors candidates = areKept(wanted) ? around : plain.searchRow(row, wanted);
        return Reranking.of(candidates, secondary.ofRow(row, around, candidates), search.k());
    }

    @Override
    public NeighborTable graph(Search search) {
        Search wanted = candidates(search);
        boolean kept = areKept(wanted);
        NeighborTable candidates = kept ? lists : plain.graph(wanted.reporting(firstHalf(search.progress())));
        return rerank(candidates, search, kept ? search.progress() : secondHalf(search.progress()), row -> {
            Neighbors found = candidates.of(row);
            return Reranking.of(found, secondary.ofRow(row, lists.of(row), found), search.k());
        });
    }

    private static NeighborTable rerank(
            NeighborTable candidates, Search search, ProgressListener progress, IntFunction<Neighbors> answer) {
        int k = Math.min(search.k(), candidates.k());
        return Reranking.table(candidates.queries(), k, search.threads(), progress, answer);
    }

    private boolean areKept(Search candidates) {
        return candidates.excludeSelf() && candidates.among() == null && candidates.k() <= lists.k();
    }

    private Search candidates(Search search) {
        if (search.farthest()) {
            throw new UnsupportedOperationException(
                    "%s puts the nearest rows in a new order and knows nothing of the farthest: ask a plain index for those"
                            .formatted(reduction.label()));
        }
        Search candidates = Search.nearest(Math.max(search.k(), lists.k())).onThreads(search.threads());
        candidates = search.excludeSelf() ? candidates.withoutSelf() : candidates;
        return search.among() == null ? candidates : candidates.among(search.among());
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
