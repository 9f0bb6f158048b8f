package segue.lab;

import java.util.List;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;
import segue.neighbors.Search;

/** A back end of {@link NeighborIndex}. */
record BackendContender(Backend backend) implements Contender {
    @Override
    public String title() {
        return backend.label();
    }

    @Override
    public Promise promise() {
        return backend.isExact() ? Promise.SAME_ROWS : Promise.APPROXIMATE;
    }

    @Override
    public List<Integer> threads(int most) {
        return switch (backend) {
            case SCALAR, GPU -> List.of(1);
            case AUTO -> List.of(most);
            default -> most == 1 ? List.of(1) : List.of(1, most);
        };
    }

    @Override
    public boolean isChoice() {
        return backend == Backend.AUTO;
    }

    @Override
    public Searcher build(FloatMatrix rows, Metric metric) {
        return new OfIndex(NeighborIndex.of(rows, metric, backend), isChoice());
    }

    private record OfIndex(NeighborIndex index, boolean chooses) implements Searcher {
        @Override
        public Neighbors nearest(float[] query, int k) {
            return index.nearest(query, k);
        }

        @Override
        public NeighborTable nearest(FloatMatrix queries, int k, int threads) {
            return index.search(queries, Search.nearest(k).onThreads(threads));
        }

        @Override
        public NeighborTable graph(int k, int threads) {
            return index.graph(Search.nearest(k).withoutSelf().onThreads(threads));
        }

        @Override
        public String choice(int queries) {
            if (!chooses) {
                return "";
            }
            var choice = index.choice(queries);
            return "%s: %s".formatted(choice.backend().label(), choice.reason());
        }
    }
}
