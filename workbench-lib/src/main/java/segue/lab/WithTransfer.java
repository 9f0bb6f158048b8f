package segue.lab;

import java.util.function.Function;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;

/** A contender that carries the rows over anew for every call, as one who asks only once has to. */
record WithTransfer(Contender contender) implements Contender {
    @Override
    public String title() {
        return contender.title() + " + upload";
    }

    @Override
    public Promise promise() {
        return contender.promise();
    }

    @Override
    public Searcher build(FloatMatrix rows, Metric metric) {
        return new Anew(contender, rows, metric);
    }

    private record Anew(Contender contender, FloatMatrix rows, Metric metric) implements Searcher {
        @Override
        public Neighbors nearest(float[] query, int k) {
            return ask(searcher -> searcher.nearest(query, k));
        }

        @Override
        public NeighborTable nearest(FloatMatrix queries, int k, int threads) {
            return ask(searcher -> searcher.nearest(queries, k, threads));
        }

        @Override
        public NeighborTable graph(int k, int threads) {
            return ask(searcher -> searcher.graph(k, threads));
        }

        private <T> T ask(Function<Searcher, T> question) {
            Searcher searcher = contender.build(rows, metric);
            try {
                return question.apply(searcher);
            } finally {
                searcher.release();
            }
        }
    }
}
