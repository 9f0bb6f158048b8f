package segue.recommend;

import segue.neighbors.Backend;
import segue.neighbors.Metric;

/**
 * What is asked of a {@link Recommender}.
 *
 * @param row of the song to start from
 * @param n how many songs, 1 to 100
 * @param metric of the distance
 * @param backend that computes it
 * @param dissimilar farthest songs instead of nearest
 */
public record Request(int row, int n, Metric metric, Backend backend, boolean dissimilar) {
    public static final int MAX_N = 100;

    public Request {
        if (n < 1 || n > MAX_N) {
            throw new IllegalArgumentException("n must be in [1, %d] but was %d".formatted(MAX_N, n));
        }
    }

    /** Five most similar songs by euclidean distance. */
    public static Request of(int row) {
        return new Request(row, 5, Metric.EUCLIDEAN, Backend.AUTO, false);
    }

    public Request withN(int n) {
        return new Request(row, n, metric, backend, dissimilar);
    }

    public Request withMetric(Metric metric) {
        return new Request(row, n, metric, backend, dissimilar);
    }

    public Request withBackend(Backend backend) {
        return new Request(row, n, metric, backend, dissimilar);
    }

    public Request withDissimilar(boolean dissimilar) {
        return new Request(row, n, metric, backend, dissimilar);
    }
}
