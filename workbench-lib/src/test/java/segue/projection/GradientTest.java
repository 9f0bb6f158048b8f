package segue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;

class GradientTest {
    private final Team team = new Team(2);

    @AfterEach
    void close() {
        team.close();
    }

    private Affinities affinities(FloatMatrix data, double perplexity) {
        NeighborTable graph = NeighborIndex.of(data, Metric.EUCLIDEAN).graph((int) (3 * perplexity));
        return Affinities.symmetric(graph, Perplexity.affinities(graph, perplexity, team), team);
    }

    /** The divergence by its definition, in double. */
    private static double divergence(Affinities affinities, double[][] positions) {
        int points = positions[0].length;
        double sum = 0;
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < points; j++) {
                sum += i == j ? 0 : similarity(positions, i, j);
            }
        }
        double divergence = 0;
        for (int i = 0; i < points; i++) {
            for (int e = affinities.starts()[i]; e < affinities.starts()[i + 1]; e++) {
                double p = affinities.values()[e];
                if (p > 0) {
                    divergence += p
                            * Math.log(p
                                    * sum
                                    / similarity(positions, i, affinities.columns()[e]));
                }
            }
        }
        return divergence;
    }

    private static double similarity(double[][] positions, int i, int j) {
        double squares = 0;
        for (double[] axis : positions) {
            squares += (axis[i] - axis[j]) * (axis[i] - axis[j]);
        }
        return 1 / (1 + squares);
    }

    private static double[][] doubles(float[][] values) {
        double[][] out = new double[values.length][values[0].length];
        for (int d = 0; d < values.length; d++) {
            for (int i = 0; i < values[d].length; i++) {
                out[d][i] = values[d][i];
            }
        }
        return out;
    }

    @ParameterizedTest
    @CsvSource({"2, true", "2, false", "3, true", "3, false"})
    void the_gradient_is_that_of_finite_differences(int dimensions, boolean byVectors) {
        int points = 41;
        Loops loops = byVectors ? Loops.best() : new PlainLoops();
        Affinities affinities = affinities(Samples.clusters(points, 5, 3, 1), 5);
        float[][] positions = Samples.points(points, dimensions, 1.5, 2);
        float[][] pull = new float[dimensions][points];
        float[][] push = new float[dimensions][points];
        loops.attract(affinities, positions, 0, points, pull);
        double sum = new ExactRepulsion(loops, team).compute(positions, push);

        float[][] gradient = new float[dimensions][points];
        float[][] differences = new float[dimensions][points];
        double[][] moved = doubles(positions);
        double step = 1e-5;
        for (int d = 0; d < dimensions; d++) {
            for (int i = 0; i < points; i++) {
                gradient[d][i] = (float) (4 * (pull[d][i] - push[d][i] / sum));
                double place = moved[d][i];
                moved[d][i] = place + step;
                double above = divergence(affinities, moved);
                moved[d][i] = place - step;
                double below = divergence(affinities, moved);
                moved[d][i] = place;
                differences[d][i] = (float) ((above - below) / (2 * step));
            }
        }
        assertThat(Samples.relativeError(gradient, differences)).isLessThan(1e-4);
    }

    @Test
    void the_divergence_is_that_of_its_definition() {
        Affinities affinities = affinities(Samples.clusters(41, 5, 3, 1), 5);
        float[][] positions = Samples.points(41, 2, 1.5, 2);
        double wanted = divergence(affinities, doubles(positions));
        Loops loops = Loops.best();

        Descent descent = new Descent(affinities, positions, new ExactRepulsion(loops, team), loops, team);

        assertThat(descent.divergence()).isCloseTo(wanted, within(1e-5));
    }

    @Test
    void affinities_are_symmetric_of_sum_one_and_of_the_perplexity_asked_for() {
        FloatMatrix data = Samples.clusters(200, 6, 4, 3);
        NeighborTable graph = NeighborIndex.of(data, Metric.EUCLIDEAN).graph(30);
        float[] conditional = Perplexity.affinities(graph, 10, team);
        for (int i = 0; i < 200; i++) {
            double entropy = 0;
            for (int e = i * 30; e < (i + 1) * 30; e++) {
                entropy -= conditional[e] > 0 ? conditional[e] * Math.log(conditional[e]) : 0;
            }
            assertThat(Math.exp(entropy)).isCloseTo(10, within(1e-3));
        }
        Affinities symmetric = Affinities.symmetric(graph, conditional, team);
        double[][] dense = new double[200][200];
        double sum = 0;
        for (int i = 0; i < 200; i++) {
            for (int e = symmetric.starts()[i]; e < symmetric.starts()[i + 1]; e++) {
                dense[i][symmetric.columns()[e]] += symmetric.values()[e];
                sum += symmetric.values()[e];
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(dense[i][j]).isEqualTo(dense[j][i]);
            }
        }
    }

    @Test
    void neighbours_at_one_distance_share_alike() {
        double[] weights = new double[4];
        Perplexity.weigh(new double[4], Math.log(2), weights);
        assertThat(weights).containsOnly(1);
    }
}
