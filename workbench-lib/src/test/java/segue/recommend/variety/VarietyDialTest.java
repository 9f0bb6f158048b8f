package segue.recommend.variety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.Neighbors;
import segue.neighbors.Search;

class VarietyDialTest {
    private static final Catalog SAMPLE = Catalog.sample();
    private static final FloatMatrix POINTS = SAMPLE.points();
    private static final VarietyDial DIAL = VarietyDial.of(SAMPLE);
    private static final int[] QUERIES =
            new Random(1).ints(40, 0, SAMPLE.size()).toArray();

    private static double distance(int row, int other) {
        double squares = 0;
        for (int c = 0; c < POINTS.columns(); c++) {
            double difference = (double) POINTS.get(row, c) - POINTS.get(other, c);
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    private static double spread(int... rows) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += distance(rows[i], rows[j]);
            }
        }
        return sum / (rows.length * (rows.length - 1) / 2.0);
    }

    @Test
    void at_0_the_order_is_that_of_similarity_exactly() {
        NeighborIndex index = NeighborIndex.of(POINTS, Metric.EUCLIDEAN);
        for (int query : QUERIES) {
            Neighbors nearest = index.searchRow(query, Search.nearest(20).withoutSelf());
            Neighbors chosen = DIAL.like(query, VarietyOptions.of(20));

            assertThat(chosen.rows()).isEqualTo(nearest.rows());
            assertThat(chosen.distances()).isEqualTo(nearest.distances());
        }
    }

    @Test
    void at_1_each_song_is_the_farthest_of_the_pool_from_those_before() {
        for (int query : QUERIES) {
            Neighbors pool = DIAL.like(query, VarietyOptions.of(200));
            int[] chosen = DIAL.like(query, VarietyOptions.of(8).withLambda(1)).rows();

            assertThat(chosen[0]).isEqualTo(pool.rows()[0]);
            for (int i = 1; i < chosen.length; i++) {
                int[] before = Arrays.copyOf(chosen, i);
                double farthest = Arrays.stream(pool.rows())
                        .mapToDouble(row -> nearest(row, before))
                        .max()
                        .orElseThrow();
                assertThat(nearest(chosen[i], before)).isEqualTo(farthest);
            }
        }
    }

    private static double nearest(int row, int... to) {
        return Arrays.stream(to)
                .mapToDouble(other -> distance(row, other))
                .min()
                .orElseThrow();
    }

    @Test
    void more_lambda_means_a_larger_mean_distance_within_the_list() {
        double[] lambdas = {0, 0.1, 0.2, 0.35, 0.5, 0.75, 1};
        double[] spreads = new double[lambdas.length];
        double[] away = new double[lambdas.length];
        for (int i = 0; i < lambdas.length; i++) {
            for (int query : QUERIES) {
                int[] chosen = DIAL.like(query, VarietyOptions.of(10).withLambda(lambdas[i]))
                        .rows();
                spreads[i] += spread(chosen) / QUERIES.length;
                away[i] += Arrays.stream(chosen)
                                .mapToDouble(row -> distance(query, row))
                                .sum()
                        / QUERIES.length;
            }
        }
        for (int i = 1; i < lambdas.length; i++) {
            assertThat(spreads[i]).as("lambda %s", lambdas[i]).isGreaterThan(spreads[i - 1]);
            assertThat(away[i]).isGreaterThan(away[i - 1]);
        }
    }

    @Test
    void novelty_brings_what_is_less_popular_and_1_knows_nothing_else() {
        double before = Double.POSITIVE_INFINITY;
        for (double novelty : new double[] {0, 0.3, 0.6, 1}) {
            double popularity = Arrays.stream(QUERIES)
                    .flatMap(query ->
                            Arrays.stream(DIAL.like(query, VarietyOptions.of(10).withNovelty(novelty))
                                    .rows()))
                    .map(row -> SAMPLE.track(row).popularity().orElse(50))
                    .average()
                    .orElseThrow();
            assertThat(popularity).isLessThan(before);
            before = popularity;
        }
    }

    @Test
    void a_song_of_unknown_popularity_stands_in_the_middle() {
        FloatMatrix points = FloatMatrix.of(new float[] {1}, new float[] {2}, new float[] {3});
        Neighbors pool = new Neighbors(new int[] {0, 1, 2}, new float[] {1, 2, 3});
        VarietyOptions newest = VarietyOptions.of(3).withNovelty(1);
        OptionalInt[] known = {OptionalInt.of(80), OptionalInt.empty(), OptionalInt.of(20)};

        assertThat(VarietyDial.choose(points, pool, row -> known[row], newest).rows())
                .containsExactly(2, 1, 0);
        assertThat(VarietyDial.choose(points, pool, row -> OptionalInt.empty(), newest)
                        .rows())
                .containsExactly(0, 1, 2);
    }

    @Test
    void no_song_comes_twice_and_equal_ones_do_not_stop_it() {
        float[] same = {1, 2, 3};
        FloatMatrix points = FloatMatrix.of(same, same, same, same);
        Neighbors pool = new Neighbors(new int[] {3, 1, 0, 2}, new float[] {0, 0, 0, 0});

        assertThat(VarietyDial.choose(
                                points,
                                pool,
                                row -> OptionalInt.empty(),
                                VarietyOptions.of(9).withLambda(1))
                        .rows())
                .containsExactly(3, 1, 0, 2);
        Set<Integer> seen = new HashSet<>();
        for (int row : DIAL.like(17, VarietyOptions.of(300).withLambda(0.5).withPool(300))
                .rows()) {
            assertThat(seen.add(row)).isTrue();
        }
        assertThat(seen).hasSize(300).doesNotContain(17);
    }

    @Test
    void nothing_to_choose_from_gives_nothing() {
        Neighbors none = new Neighbors(new int[0], new float[0]);

        assertThat(VarietyDial.choose(
                                POINTS,
                                none,
                                row -> OptionalInt.empty(),
                                VarietyOptions.of(5).withLambda(1))
                        .size())
                .isZero();
    }

    @Test
    void bad_settings_are_told_their_range() {
        assertThatThrownBy(() -> VarietyOptions.of(0)).hasMessage("n must be in [1, 1,000] but was 0");
        assertThatThrownBy(() -> VarietyOptions.of(5).withLambda(1.1))
                .hasMessage("lambda must be in [0, 1] but was 1.1");
        assertThatThrownBy(() -> VarietyOptions.of(5).withNovelty(Double.NaN))
                .hasMessage("novelty must be in [0, 1] but was NaN");
        assertThatThrownBy(() -> VarietyOptions.of(5).withPool(4)).hasMessage("pool must be in [5, 100,000] but was 4");
    }
}
