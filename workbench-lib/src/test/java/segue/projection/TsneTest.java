package segue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;

class TsneTest {
    /** Enough for the lattice, or the tree. */
    private static final int MANY = 4_100;

    private static final TsneOptions QUICK =
            TsneOptions.defaults().withPerplexity(10).withIterations(120).onThreads(2);

    /** The share of the nearest rows on the map that are of the same cluster, {@code row % clusters}. */
    private static double togetherness(FloatMatrix coordinates, int clusters) {
        NeighborTable nearest = NeighborIndex.of(coordinates, Metric.EUCLIDEAN).graph(5);
        long together = IntStream.range(0, nearest.rows().length)
                .filter(e -> nearest.rows()[e] % clusters == e / 5 % clusters)
                .count();
        return (double) together / nearest.rows().length;
    }

    @ParameterizedTest
    @CsvSource({"600, 2", "600, 3", "4100, 2", "4100, 3"})
    void clusters_stay_together_and_part(int rows, int dimensions) {
        TsneMap map = Tsne.map(Samples.clusters(rows, 8, 5, 1), QUICK.withDimensions(dimensions));

        assertThat(map.coordinates().rows()).isEqualTo(rows);
        assertThat(map.coordinates().columns()).isEqualTo(dimensions);
        assertThat(togetherness(map.coordinates(), 5)).isGreaterThan(0.98);
        assertThat(map.klDivergence()).isBetween(0.1, 4.0);
        assertThat(map.finished()).isTrue();
        assertThat(map.iterations()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({"1300, 2", "4100, 2", "4100, 3"})
    void a_map_is_the_same_to_the_last_bit_on_any_number_of_threads_and_when_made_again(int rows, int dimensions) {
        FloatMatrix data = Samples.clusters(rows, 8, 5, 1);
        TsneOptions options = QUICK.withIterations(10).withDimensions(dimensions);

        FloatMatrix map = Tsne.map(data, options.onThreads(1)).coordinates();

        assertThat(Tsne.map(data, options.onThreads(2)).coordinates()).isEqualTo(map);
        assertThat(Tsne.map(data, options.onThreads(3)).coordinates()).isEqualTo(map);
    }

    @Test
    void rows_in_another_order_give_a_map_of_the_same_quality() {
        FloatMatrix data = Samples.clusters(1_000, 8, 5, 1);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 1_000).boxed().toList());
        Collections.shuffle(order, new Random(3));
        TsneOptions options = QUICK.withIterations(400);

        TsneMap map = Tsne.map(data, options);
        TsneMap shuffled = Tsne.map(
                data.selectRows(order.stream().mapToInt(Integer::intValue).toArray()), options);

        assertThat(shuffled.klDivergence()).isCloseTo(map.klDivergence(), within(0.03 * map.klDivergence()));
    }

    @Test
    void the_lattice_ends_at_a_map_as_good_as_that_of_all_points() {
        FloatMatrix data = Samples.clusters(1_000, 8, 5, 1);
        NeighborTable graph = NeighborIndex.of(data, Metric.EUCLIDEAN).graph(30);
        double[] divergences = new double[2];
        Loops loops = Loops.best();
        try (Team team = new Team(2)) {
            Affinities affinities = Affinities.symmetric(graph, Perplexity.affinities(graph, 10, team), team);
            for (int i = 0; i < 2; i++) {
                Repulsion repulsion =
                        i == 0 ? new ExactRepulsion(loops, team) : new LatticeRepulsion(1_000, loops, team);
                float[][] start = Initialisation.pca().positions(data, 2, 42);
                Descent descent = new Descent(affinities, start, repulsion, loops, team);
                for (int step = 0; step < 300; step++) {
                    descent.step(step < 100 ? 12 : 1, step < 100 ? 1_000 / 12.0 : 1_000, step < 100 ? 0.5 : 0.8);
                }
                divergences[i] = descent.divergence();
            }
        }
        assertThat(divergences[1]).isCloseTo(divergences[0], within(0.03 * divergences[0]));
    }

    @Test
    void another_seed_gives_another_map_from_a_random_start_and_as_good_a_one() {
        FloatMatrix data = Samples.clusters(400, 8, 4, 1);
        TsneOptions random = QUICK.startingFrom(Initialisation.random());
        TsneMap map = Tsne.map(data, random);
        TsneMap other = Tsne.map(data, random.withSeed(7));

        assertThat(other.coordinates()).isNotEqualTo(map.coordinates());
        assertThat(togetherness(other.coordinates(), 4)).isGreaterThan(0.98);
    }

    @Test
    void a_listener_sees_moments_that_do_not_change_later() {
        List<FloatMatrix> seen = new ArrayList<>();
        List<float[]> copies = new ArrayList<>();
        List<Integer> iterations = new ArrayList<>();
        TsneMap map = Tsne.map(
                Samples.clusters(300, 8, 5, 1), QUICK.withIterations(60), 20, (iteration, coordinates, divergence) -> {
                    iterations.add(iteration);
                    seen.add(coordinates);
                    copies.add(coordinates.values().clone());
                    assertThat(divergence).isPositive();
                });

        assertThat(iterations).containsExactly(20, 40, 60);
        for (int i = 0; i < seen.size(); i++) {
            assertThat(seen.get(i).values()).containsExactly(copies.get(i));
        }
        assertThat(seen.getLast()).isEqualTo(map.coordinates());
    }

    @Test
    void an_interrupt_returns_the_map_so_far() {
        TsneMap map = Tsne.map(
                Samples.clusters(300, 8, 5, 1),
                QUICK.withIterations(100_000),
                10,
                (iteration, coordinates, divergence) -> Thread.currentThread().interrupt());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(map.finished()).isFalse();
        assertThat(map.iterations()).isEqualTo(10);
        assertThat(map.klDivergence()).isFinite();
    }

    @Test
    void no_iterations_leave_the_points_at_their_start() {
        FloatMatrix data = Samples.clusters(300, 8, 5, 1);
        FloatMatrix start = Samples.clusters(300, 2, 3, 9);

        FloatMatrix map = Tsne.map(data, QUICK.withIterations(0).startingFrom(Initialisation.of(start)))
                .coordinates();

        double scale = map.get(5, 0) - map.get(0, 0);
        double wanted = start.get(5, 0) - start.get(0, 0);
        double scaleOfOther = map.get(9, 1) - map.get(2, 1);
        double wantedOfOther = start.get(9, 1) - start.get(2, 1);
        assertThat(scale / wanted).isCloseTo(scaleOfOther / wantedOfOther, within(0.1 * scale / wanted));
    }

    @Test
    void duplicates_and_constant_columns_are_mapped() {
        float[] values = Samples.clusters(400, 4, 3, 1).values().clone();
        for (int i = 0; i < 200; i++) {
            System.arraycopy(values, 0, values, 4 * i, 4);
        }
        for (int i = 2; i < values.length; i += 4) {
            values[i] = 17;
        }
        TsneMap map = Tsne.map(FloatMatrix.wrap(400, 4, values), QUICK.withIterations(60));
        assertThat(map.klDivergence()).isFinite();
    }

    @Test
    void one_column_is_mapped() {
        TsneMap map = Tsne.map(Samples.clusters(200, 1, 2, 1), QUICK);
        assertThat(map.klDivergence()).isFinite();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e5, 1e9, 1e300})
    void a_learning_rate_at_which_points_fly_apart_is_refused_with_one_that_works(double learningRate) {
        TsneOptions options = QUICK.withLearningRate(learningRate);
        assertThatThrownBy(() -> Tsne.map(Samples.clusters(300, 4, 3, 1), options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("at a learning rate of " + learningRate + " the points fly apart")
                .hasMessageContaining("choose at most 300, the number of rows");
        assertThat(Tsne.map(Samples.clusters(300, 4, 3, 1), QUICK.withLearningRate(300))
                        .finished())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"95, 30", "300, 30", "300, 90"})
    void a_few_rows_do_not_collapse_to_one_place(int rows, double perplexity) {
        FloatMatrix data = Samples.clusters(rows, 8, 1, 1);
        TsneMap map = Tsne.map(data, TsneOptions.defaults().withPerplexity(perplexity));

        double[] spread = Pca.fit(map.coordinates(), 2).explainedVariance();
        assertThat(Math.sqrt(spread[1])).isGreaterThan(0.1);
        assertThat(MapQuality.of(data, map.coordinates(), Metric.EUCLIDEAN).preservation())
                .isGreaterThan(0.25);
    }

    /** The divergences of scikit-learn 1.2.1's maps of the same rows at its defaults, from the principal components. */
    @ParameterizedTest
    @CsvSource({"100, 1, 0.597", "100, 5, 0.0127", "300, 1, 1.223", "300, 5, 0.307", "1000, 1, 1.881", "1000, 5, 1.000"
    })
    void a_few_rows_settle_as_low_as_in_scikit_learn(int rows, int clusters, double divergence) {
        TsneMap map = Tsne.map(Samples.clusters(rows, 8, clusters, 1));
        assertThat(map.klDivergence()).isLessThan(1.01 * divergence);
    }

    @Test
    void a_few_rows_are_exaggerated_less_and_as_much_as_one_asks() {
        TsneSchedule schedule = TsneSchedule.defaults();
        assertThat(schedule.exaggerationAfter(0, 100)).isEqualTo(2);
        assertThat(schedule.exaggerationAfter(249, 1_000)).isEqualTo(4);
        assertThat(schedule.exaggerationAfter(0, 3_000)).isEqualTo(12);
        assertThat(schedule.exaggerationAfter(0, 1_000_000)).isEqualTo(12);
        assertThat(schedule.exaggerationAfter(250, 100)).isEqualTo(1);
        assertThat(schedule.withExaggeration(7).exaggerationAfter(0, 100)).isEqualTo(7);
    }

    @Test
    void a_given_start_of_enormous_extent_is_as_good_as_a_small_one() {
        FloatMatrix data = Samples.clusters(200, 4, 3, 1);
        float[] far = Samples.clusters(200, 2, 3, 4).values().clone();
        for (int i = 0; i < far.length; i++) {
            far[i] *= 1e37f;
        }
        TsneMap map = Tsne.map(data, QUICK.startingFrom(Initialisation.of(FloatMatrix.wrap(200, 2, far))));
        assertThat(togetherness(map.coordinates(), 3)).isGreaterThan(0.95);
    }

    @Test
    void values_whose_squares_are_no_floats_are_refused_with_what_to_do() {
        assertThatThrownBy(() -> Tsne.map(scaled(1e30f), QUICK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("values are so large")
                .hasMessageContaining("Scaler.standard");
        assertThatThrownBy(() -> Tsne.map(scaled(1e-30f), QUICK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("rows differ by so little");
        assertThat(togetherness(Tsne.map(scaled(1e15f), QUICK).coordinates(), 3))
                .isGreaterThan(0.95);
        assertThat(togetherness(Tsne.map(scaled(1e-15f), QUICK).coordinates(), 3))
                .isGreaterThan(0.95);
    }

    private static FloatMatrix scaled(float factor) {
        float[] values = Samples.clusters(200, 4, 3, 1).values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return FloatMatrix.wrap(200, 4, values);
    }

    @Test
    void a_perplexity_that_takes_more_memory_than_there_is_is_refused() {
        FloatMatrix many = FloatMatrix.wrap(100_000, 1, new float[100_000]);
        assertThatThrownBy(() -> Tsne.map(many, TsneOptions.defaults().withPerplexity(10_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "a map of 100,000 rows at perplexity 10000.0 needs more memory than there is: choose a")
                .hasMessageEndingWith("or fewer rows");

        double tooMuchForHeap = Math.min(3_000, Runtime.getRuntime().maxMemory() / 100_000 / 180 + 100);
        assertThatThrownBy(() -> Tsne.map(many, TsneOptions.defaults().withPerplexity(tooMuchForHeap)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".* MB: -Xmx(\\d+)g, for ./segue by setting SEGUE_HEAP=\\1g");
    }

    @Test
    void rows_that_come_in_many_copies_are_mapped_as_clumps() {
        float[] values = new float[200 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 3 % 4 * (i % 3 + 1);
        }
        TsneMap map = Tsne.map(FloatMatrix.wrap(200, 3, values), QUICK);
        assertThat(togetherness(map.coordinates(), 4)).isGreaterThan(0.95);
    }

    @Test
    void no_row_one_and_two_are_too_few() {
        for (int rows = 0; rows < 3; rows++) {
            FloatMatrix few = Samples.clusters(rows, 4, 3, 1);
            assertThatThrownBy(() -> Tsne.map(few))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("too few for any map");
        }
    }

    @Test
    void too_few_rows_are_refused_with_what_would_work() {
        assertThatThrownBy(() -> Tsne.map(Samples.clusters(50, 4, 3, 1), TsneOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "perplexity 30.0 needs more than 90 rows but there are 50: choose a perplexity of at most 16");
        assertThatThrownBy(() -> Tsne.map(Samples.clusters(5, 4, 3, 1), QUICK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("perplexity 10.0 needs more than 30 rows but there are 5: too few for any map");
        assertThat(Tsne.map(Samples.clusters(7, 4, 3, 1), QUICK.withPerplexity(2))
                        .finished())
                .isTrue();
    }

    @Test
    void rows_that_are_all_equal_are_refused() {
        float[] values = new float[400];
        Arrays.fill(values, 3);
        assertThatThrownBy(() -> Tsne.map(FloatMatrix.wrap(100, 4, values), QUICK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("all 100 rows are equal: there is nothing to map");
    }

    @Test
    void a_start_of_another_shape_is_refused() {
        TsneOptions options = QUICK.startingFrom(Initialisation.of(Samples.clusters(99, 2, 3, 1)));
        assertThatThrownBy(() -> Tsne.map(Samples.clusters(100, 4, 3, 1), options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("initial positions must have shape (100, 2), a row for each of the data, but have (99, 2)");
    }

    @Test
    void options_out_of_range_are_refused_with_the_range() {
        TsneOptions options = TsneOptions.defaults();
        assertThatThrownBy(() -> options.withPerplexity(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("perplexity must be in [2, 10,000] but was 1.0");
        assertThatThrownBy(() -> options.withPerplexity(Double.NaN)).hasMessageContaining("but was NaN");
        assertThatThrownBy(() -> options.withDimensions(4)).hasMessageContaining("2 or 3 dimensions");
        assertThatThrownBy(() -> options.withIterations(-1))
                .hasMessage("iterations must be in [0, 100,000] but was -1");
        assertThatThrownBy(() -> options.withIterations(5, 6)).hasMessageContaining("exaggerated iterations");
        assertThatThrownBy(() -> options.withLearningRate(0)).hasMessage("learning rate must be above 0 but was 0.0");
        assertThatThrownBy(() -> options.withExaggeration(0.5)).hasMessageContaining("exaggeration must be in");
        assertThatThrownBy(() -> options.withMetric(Metric.DOT)).hasMessageContaining("use cosine");
        assertThatThrownBy(() -> options.onThreads(0)).hasMessageContaining("threads");
    }
}
