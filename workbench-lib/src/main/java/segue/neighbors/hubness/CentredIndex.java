package segue.neighbors.hubness;

import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Choice;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;
import segue.neighbors.Recall;
import segue.neighbors.Search;

/** Cosine or dot product seen from the mean of all vectors. A vector without a direction stays without. */
final class CentredIndex implements NeighborIndex {
    private final Distance distance;
    private final int dimensions;
    private final float[] mean;
    private final NeighborIndex centred;

    CentredIndex(FloatMatrix data, Distance distance, Backend backend) {
        this.distance = distance;
        this.dimensions = data.columns();
        FloatMatrix vectors = vectors(data);
        this.mean = mean(vectors);
        this.centred = NeighborIndex.of(lessMean(vectors), distance.metric(), backend);
    }

    private FloatMatrix centred(FloatMatrix queries) {
        if (queries.columns() != dimensions) {
            throw new IllegalArgumentException("the index holds vectors of %d values but the queries have %d"
                    .formatted(dimensions, queries.columns()));
        }
        return lessMean(vectors(queries));
    }

    /** Weighted; of unit length for cosine. */
    private FloatMatrix vectors(FloatMatrix data) {
        FloatMatrix stretched = distance.stretch(data);
        float[] vectors = stretched.values().clone();
        for (int row = 0; row < data.rows() && distance.metric() == Metric.COSINE; row++) {
            double length = stretched.norm(row);
            for (int i = data.offset(row); i < data.offset(row) + data.columns() && length > 0; i++) {
                vectors[i] = (float) (vectors[i] / length);
            }
        }
        return FloatMatrix.wrap(data.rows(), data.columns(), vectors);
    }

    private static float[] mean(FloatMatrix vectors) {
        double[] sums = new double[vectors.columns()];
        for (int i = 0; i < vectors.values().length; i++) {
            sums[i % sums.length] += vectors.values()[i];
        }
        float[] mean = new float[sums.length];
        for (int c = 0; c < mean.length; c++) {
            mean[c] = (float) (sums[c] / Math.max(1, vectors.rows()));
        }
        return mean;
    }

    private FloatMatrix lessMean(FloatMatrix vectors) {
        float[] less = vectors.values().clone();
        for (int row = 0; row < vectors.rows(); row++) {
            int from = vectors.offset(row);
            boolean directed = distance.metric() == Metric.DOT || vectors.norm(row) > 0;
            for (int c = 0; c < dimensions && directed; c++) {
                less[from + c] -= mean[c];
            }
        }
        return FloatMatrix.wrap(vectors.rows(), vectors.columns(), less);
    }

    @Override
    public Neighbors search(float[] query, Search search) {
        return search(FloatMatrix.wrap(1, query.length, query), search).of(0);
    }

    @Override
    public NeighborTable search(FloatMatrix queries, Search search) {
        return centred.search(centred(queries), search);
    }

    @Override
    public Neighbors searchRow(int row, Search search) {
        return centred.searchRow(row, search);
    }

    @Override
    public NeighborTable graph(Search search) {
        return centred.graph(search);
    }

    @Override
    public Distance distance() {
        return distance;
    }

    @Override
    public Choice choice(int queries) {
        return centred.choice(queries);
    }

    @Override
    public Recall recall(int k) {
        return centred.recall(k);
    }

    @Override
    public int size() {
        return centred.size();
    }

    @Override
    public int dimensions() {
        return dimensions;
    }
}
