package segue.lab;

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
            return contender.build(rows, metric).nearest(query, k);
        }

        @Override
        public NeighborTable nearest(FloatMatrix queries, int k, int threads) {
            return contender.build(rows, metric).nearest(queries, k, threads);
        }

        @Override
        public NeighborTable graph(int k, int threads) {
            return contender.build(rows, metric).graph(k, threads);
        }
    }
}
