package segue.bench;

import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.hnsw.HnswIndex;
import segue.neighbors.hnsw.HnswOptions;

/** Ours, which is Voyager's graph with every candidate measured anew. */
final class SegueGraph implements GraphRival {
    private HnswIndex index;

    SegueGraph(FloatMatrix data) {
        HnswOptions options = HnswOptions.defaults().withM(M).withEfConstruction(EF_CONSTRUCTION);
        this.index = HnswIndex.build(data, Metric.EUCLIDEAN, options);
    }

    @Override
    public int[] nearest(float[] query, int k, int ef) {
        if (index.options().ef() != ef) {
            index = index.withEf(ef);
        }
        return index.nearest(query, k).rows();
    }
}
