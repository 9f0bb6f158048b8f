package segue.projection;

import java.util.Arrays;
import segue.neighbors.NeighborTable;

/**
 * How wide each point looks: the Gaussian around it is as narrow as gives its neighbours' affinities the perplexity that is
 * asked for, which is 2 to the power of their entropy in bits.
 */
final class Perplexity {
    private static final int STEPS = 60;
    private static final double ENOUGH = 1e-5;
    private static final int BLOCK = 1 << 10;

    private Perplexity() {}

    /**
     * Affinities of every point with its neighbours, {@code (points, k)}, of sum 1 a row, in the order of the graph.
     *
     * @param graph distances ascending in a row
     */
    static float[] affinities(NeighborTable graph, double perplexity, Team team) {
        int k = graph.k();
        float[] affinities = new float[graph.distances().length];
        team.blocks(graph.queries(), BLOCK, (block, from, to, member) -> {
            double[] squares = new double[k];
            double[] weights = new double[k];
            for (int i = from; i < to; i++) {
                for (int e = 0; e < k; e++) {
                    double distance = graph.distances()[i * k + e];
                    squares[e] = distance * distance;
                }
                double nearest = squares[0];
                for (int e = 0; e < k; e++) {
                    squares[e] = Math.max(0, squares[e] - nearest);
                }
                weigh(squares, Math.log(perplexity), weights);
                double sum = 0;
                for (double weight : weights) {
                    sum += weight;
                }
                for (int e = 0; e < k; e++) {
                    affinities[i * k + e] = (float) (weights[e] / sum);
                }
            }
        });
        return affinities;
    }

    /**
     * Finds the precision by Newton's steps on its logarithm, kept between bounds.
     *
     * @param squares squared distances beyond the least, of which the first is 0
     * @param entropy wanted, in nats
     * @param weights receives {@code exp(-precision * squares)}
     */
    static void weigh(double[] squares, double entropy, double[] weights) {
        double mean = 0;
        for (double square : squares) {
            mean += square / squares.length;
        }
        if (mean == 0) {
            Arrays.fill(weights, 1);
            return;
        }
        double precision = 1 / mean;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double sum = 0;
            double first = 0;
            double second = 0;
            for (int e = 0; e < squares.length; e++) {
                double exponent = precision * squares[e];
                double weight = Math.exp(-exponent);
                weights[e] = weight;
                sum += weight;
                first += weight * exponent;
                second += weight * exponent * exponent;
            }
            double average = first / sum;
            double error = Math.log(sum) + average - entropy;
            if (Math.abs(error) < ENOUGH) {
                return;
            }
            if (error > 0) {
                low = precision;
            } else {
                high = precision;
            }
            // The entropy falls with the logarithm of the precision by the variance of the exponents.
            double slope = second / sum - average * average;
            double next = precision * Math.exp(Math.clamp(error / Math.max(slope, 1e-12), -2, 2));
            if (!(next > low && next < high)) {
                next = high == Double.POSITIVE_INFINITY ? 2 * precision : (low + high) / 2;
            }
            precision = next;
        }
    }
}
