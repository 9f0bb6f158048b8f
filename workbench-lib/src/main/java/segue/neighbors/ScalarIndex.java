package segue.neighbors;

import segue.matrix.FloatMatrix;

/** Plain Java, row by row: the oracle of every other back end. */
final class ScalarIndex extends ExactIndex {
    private final FloatMatrix rows;

    ScalarIndex(FloatMatrix data, Metric metric) {
        super(data, metric, Backend.SCALAR);
        this.rows = prepare(data, metric);
    }

    @Override
    protected void scan(float[] query, float sign, TopK top) {
        float[] values = rows.values();
        for (int row = 0, at = 0; row < size(); row++, at += query.length) {
            float key = switch (metric()) {
                case EUCLIDEAN -> squaredEuclidean(query, values, at);
                case MANHATTAN -> manhattan(query, values, at);
                case COSINE -> -dot(query, values, at);
            };
            top.offer(sign * key, row);
        }
    }

    private static float squaredEuclidean(float[] query, float[] values, int at) {
        float sum = 0;
        for (int i = 0; i < query.length; i++) {
            float difference = values[at + i] - query[i];
            sum = Math.fma(difference, difference, sum);
        }
        return sum;
    }

    private static float manhattan(float[] query, float[] values, int at) {
        float sum = 0;
        for (int i = 0; i < query.length; i++) {
            sum += Math.abs(values[at + i] - query[i]);
        }
        return sum;
    }

    private static float dot(float[] query, float[] values, int at) {
        float sum = 0;
        for (int i = 0; i < query.length; i++) {
            sum = Math.fma(values[at + i], query[i], sum);
        }
        return sum;
    }
}
