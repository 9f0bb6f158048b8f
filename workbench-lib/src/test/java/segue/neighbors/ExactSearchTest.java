package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;

/** What every exact back end must do; one subclass a back end. */
abstract class ExactSearchTest {
    private static final int[] AWKWARD_SIZES = {1, 2, 13, 15, 16, 17, 64, 207, 4098};

    abstract Backend backend();

    @BeforeEach
    void the_back_end_must_be_there() {
        assumeTrue(
                backend().unavailableReason().isEmpty(),
                () -> backend().unavailableReason().orElseThrow());
    }

    private NeighborIndex index(FloatMatrix data, Metric metric) {
        return NeighborIndex.of(data, metric, backend());
    }

    private static FloatMatrix random(long seed, int rows, int columns) {
        Random random = new Random(seed);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return FloatMatrix.wrap(rows, columns, values);
    }

    private static double distance(Metric metric, float[] a, float[] b) {
        double sum = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += switch (metric) {
                case EUCLIDEAN -> difference * difference;
                case MANHATTAN -> Math.abs(difference);
                case COSINE -> (double) a[i] * b[i];
            };
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return switch (metric) {
            case EUCLIDEAN -> Math.sqrt(sum);
            case MANHATTAN -> sum;
            case COSINE -> aa * bb > 0 ? 1 - sum / Math.sqrt(aa * bb) : 1;
        };
    }

    @ParameterizedTest
    @EnumSource
    void agrees_with_double_precision_at_awkward_sizes(Metric metric) {
        for (int rows : AWKWARD_SIZES) {
            for (int columns : new int[] {1, 3, 9, 13, 31}) {
                FloatMatrix data = random(rows * 31L + columns, rows, columns);
                float[] query = random(5, 1, columns).row(0);
                double[] nearestFirst = IntStream.range(0, rows)
                        .mapToDouble(row -> distance(metric, query, data.row(row)))
                        .sorted()
                        .toArray();
                int k = Math.min(7, rows);
                Neighbors nearest = index(data, metric).nearest(query, k);
                Neighbors farthest = index(data, metric).farthest(query, k);
                for (int i = 0; i < k; i++) {
                    assertThat((double) nearest.distances()[i]).isEqualTo(nearestFirst[i], within(2e-5));
                    assertThat((double) farthest.distances()[i]).isEqualTo(nearestFirst[rows - 1 - i], within(2e-5));
                    assertThat(distance(metric, query, data.row(nearest.rows()[i])))
                            .isEqualTo(nearestFirst[i], within(2e-5));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void gives_the_oracles_rows_and_distances_to_the_last_bit(Metric metric) {
        FloatMatrix data = random(1, 3001, 9);
        NeighborIndex oracle = NeighborIndex.of(data, metric, Backend.SCALAR);
        NeighborIndex index = index(data, metric);
        for (int row = 0; row < 50; row++) {
            assertSame(index.nearest(data.row(row), 20), oracle.nearest(data.row(row), 20));
            assertSame(index.farthest(data.row(row), 20), oracle.farthest(data.row(row), 20));
        }
    }

    private static void assertSame(Neighbors found, Neighbors expected) {
        assertThat(found.rows()).containsExactly(expected.rows());
        assertThat(found.distances()).containsExactly(expected.distances());
    }

    @ParameterizedTest
    @EnumSource
    void breaks_ties_by_ascending_row(Metric metric) {
        Random random = new Random(9);
        float[] values = new float[500 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(2);
        }
        FloatMatrix data = FloatMatrix.wrap(500, 3, values);
        for (int k : new int[] {1, 5, 77, 500}) {
            Neighbors found = index(data, metric).nearest(data.row(3), k);
            Comparator<Integer> best = Comparator.comparingDouble(i -> found.distances()[i]);
            for (int i = 1; i < k; i++) {
                boolean closer = best.compare(i - 1, i) < 0;
                boolean equalAndLower = best.compare(i - 1, i) == 0 && found.rows()[i - 1] < found.rows()[i];
                assertThat(closer || equalAndLower).isTrue();
            }
            int last = k - 1;
            long equalLeftOut = IntStream.range(0, 500)
                    .filter(row -> row < found.rows()[last])
                    .filter(row -> IntStream.of(found.rows()).noneMatch(kept -> kept == row))
                    .filter(row -> distance(metric, data.row(3), data.row(row)) < found.distances()[last] - 1e-4)
                    .count();
            assertThat(equalLeftOut).isZero();
        }
    }

    @Test
    void a_row_finds_itself_and_its_duplicates_first() {
        FloatMatrix data =
                FloatMatrix.of(new float[] {1, 1}, new float[] {2, 2}, new float[] {1, 1}, new float[] {0, 5});
        Neighbors found = index(data, Metric.EUCLIDEAN).nearest(data.row(2), 3);
        assertThat(found.rows()).containsExactly(0, 2, 1);
        assertThat(found.distances()[1]).isZero();
    }

    @Test
    void a_zero_vector_is_at_cosine_distance_1_from_everything() {
        FloatMatrix data = FloatMatrix.of(new float[] {0, 0}, new float[] {1, 0}, new float[] {-1, 0});
        assertThat(index(data, Metric.COSINE).nearest(new float[] {0, 0}, 3).distances())
                .containsExactly(1, 1, 1);
        assertThat(index(data, Metric.COSINE).nearest(new float[] {2, 0}, 3).distances())
                .containsExactly(0, 1, 2);
    }

    @Test
    void k_beyond_the_rows_gives_them_all_and_k_0_none() {
        FloatMatrix data = random(2, 5, 3);
        assertThat(index(data, Metric.MANHATTAN).nearest(data.row(0), 99).size())
                .isEqualTo(5);
        assertThat(index(data, Metric.MANHATTAN).nearest(data.row(0), 0).size()).isZero();
    }

    @Test
    void empty_data_gives_nothing() {
        FloatMatrix data = FloatMatrix.wrap(0, 3, new float[0]);
        assertThat(index(data, Metric.EUCLIDEAN).nearest(new float[3], 5).size())
                .isZero();
    }

    @Test
    void distances_that_overflow_still_rank_and_nothing_is_lost() {
        FloatMatrix data = FloatMatrix.of(new float[] {3e30f}, new float[] {-3e30f}, new float[] {1});
        assertThat(index(data, Metric.EUCLIDEAN).nearest(new float[] {0}, 3).rows())
                .containsExactly(2, 0, 1);
        assertThat(index(data, Metric.EUCLIDEAN).farthest(new float[] {0}, 3).rows())
                .containsExactly(0, 1, 2);
    }

    @Test
    void a_query_that_does_not_fit_is_refused_with_the_reason() {
        NeighborIndex index = index(random(2, 5, 3), Metric.EUCLIDEAN);
        assertThatThrownBy(() -> index.nearest(new float[2], 1))
                .hasMessage("the index holds vectors of 3 values but the query has 2");
        assertThatThrownBy(() -> index.nearest(new float[] {0, Float.NaN, 0}, 1))
                .hasMessage("query value 1 is NaN: every value must be finite");
        assertThatThrownBy(() -> index.nearest(new float[3], -1)).hasMessage("k must be at least 0 but was -1");
    }

    @Test
    void a_batch_answers_like_its_queries_one_by_one() {
        FloatMatrix data = random(4, 333, 7);
        FloatMatrix queries = random(5, 41, 7);
        NeighborIndex index = index(data, Metric.EUCLIDEAN);
        NeighborTable nearest = index.nearest(queries, 4);
        NeighborTable farthest = index.farthest(queries, 4);
        for (int q = 0; q < 41; q++) {
            for (int i = 0; i < 4; i++) {
                assertThat(nearest.rows()[q * 4 + i])
                        .isEqualTo(index.nearest(queries.row(q), 4).rows()[i]);
                assertThat(farthest.distances()[q * 4 + i])
                        .isEqualTo(index.farthest(queries.row(q), 4).distances()[i]);
            }
        }
        assertThat(index.nearest(queries, 1000).k()).isEqualTo(333);
    }
}
