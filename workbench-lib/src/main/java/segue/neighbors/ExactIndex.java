package segue.neighbors;

import segue.matrix.FloatMatrix;

/**
 * What every exact back end shares: checking the query, unit vectors for cosine, turning keys into distances. A back end
 * only scans.
 *
 * <p>The key of a row is the squared distance (euclidean), the distance (manhattan) or minus the dot product of unit
 * vectors (cosine); for the farthest rows its negative. A smaller key is better.
 */
public abstract class ExactIndex implements NeighborIndex {
    private final Metric metric;
    private final Backend backend;
    private final int size;
    private final int dimensions;

    protected ExactIndex(FloatMatrix data, Metric metric, Backend backend) {
        this.metric = metric;
        this.backend = backend;
        this.size = data.rows();
        this.dimensions = data.columns();
    }

    /** Offers the key of every row, in ascending order of rows, multiplied by {@code sign}. */
    protected abstract void scan(float[] query, float sign, TopK top);

    /** The rows to search: unit vectors for cosine, the data itself otherwise. */
    protected static FloatMatrix prepare(FloatMatrix data, Metric metric) {
        if (metric != Metric.COSINE) {
            return data;
        }
        float[] values = new float[data.values().length];
        for (int r = 0; r < data.rows(); r++) {
            System.arraycopy(unit(data.row(r)), 0, values, r * data.columns(), data.columns());
        }
        return FloatMatrix.wrap(data.rows(), data.columns(), values);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float[] unit = new float[vector.length];
        if (squares > 0) {
            double length = Math.sqrt(squares);
            for (int i = 0; i < vector.length; i++) {
                unit[i] = (float) (vector[i] / length);
            }
        }
        return unit;
    }

    @Override
    public final Neighbors nearest(float[] query, int k) {
        return search(query, k, 1);
    }

    @Override
    public final Neighbors farthest(float[] query, int k) {
        return search(query, k, -1);
    }

    private Neighbors search(float[] query, int k, float sign) {
        if (k < 0) {
            throw new IllegalArgumentException("k must be at least 0 but was " + k);
        }
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
        TopK top = new TopK(Math.min(k, size));
        if (!top.isFull()) {
            scan(metric == Metric.COSINE ? unit(query) : query, sign, top);
        }
        Neighbors found = top.drain();
        for (int i = 0; i < found.size(); i++) {
            found.distances()[i] = distance(sign * found.distances()[i]);
        }
        return found;
    }

    private float distance(float key) {
        return switch (metric) {
            case EUCLIDEAN -> (float) Math.sqrt(key);
            case MANHATTAN -> key;
            case COSINE -> Math.clamp(1 + key, 0f, 2f);
        };
    }

    @Override
    public final Metric metric() {
        return metric;
    }

    @Override
    public final Backend backend() {
        return backend;
    }

    @Override
    public final int size() {
        return size;
    }

    @Override
    public final int dimensions() {
        return dimensions;
    }
}
