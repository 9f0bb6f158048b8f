package segue.dtw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;

/** What every kernel must do; one subclass a kernel. Plain Java is the oracle of the others, double precision that of all. */
abstract class WarpKernelTest {
    private static final int[] AWKWARD_FRAMES = {1, 2, 3, 7, 15, 16, 17, 33, 100};
    private static final int[] AWKWARD_VALUES = {1, 2, 13, 20};
    private static final Dtw ORACLE = new Dtw(new ScalarKernel());

    abstract WarpKernel kernel();

    private Dtw dtw() {
        return new Dtw(kernel());
    }

    private static List<DtwOptions> allOptions(LocalCost cost) {
        List<DtwOptions> all = new ArrayList<>();
        for (double band : new double[] {1, 0.5, 0.1, 0}) {
            all.add(DtwOptions.defaults().withCost(cost).withBand(band));
        }
        all.add(all.getFirst().withSubsequence(true));
        all.add(all.getFirst().withDivided(true));
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void gives_the_oracles_distance_and_path_to_the_last_bit_at_awkward_sizes(LocalCost cost) {
        for (int n : AWKWARD_FRAMES) {
            for (int m : AWKWARD_FRAMES) {
                FloatMatrix a = Sequences.wandering(n, n, AWKWARD_VALUES[m % 4]);
                FloatMatrix b = Sequences.wandering(31L * m, m, a.columns());
                for (DtwOptions options : allOptions(cost)) {
                    assertThat(dtw().measure(a, b, options))
                            .as("%d x %d, %s", n, m, options)
                            .isEqualTo(ORACLE.measure(a, b, options))
                            .isCloseTo(Sequences.distance(a, b, options), within(1e-5 * n * m));
                    assertSamePath(dtw().path(a, b, options), ORACLE.path(a, b, options));
                }
            }
        }
    }

    private static void assertSamePath(Alignment found, Alignment expected) {
        assertThat(found.rows()).containsExactly(expected.rows());
        assertThat(found.columns()).containsExactly(expected.columns());
        assertThat(found.costs()).containsExactly(expected.costs());
        assertThat(found.distance()).isEqualTo(expected.distance());
    }

    @ParameterizedTest
    @EnumSource
    void agrees_with_double_precision_to_a_hundred_thousandth(LocalCost cost) {
        FloatMatrix a = Sequences.wandering(1, 700, 20);
        FloatMatrix b = Sequences.wandering(2, 640, 20);
        for (DtwOptions options : allOptions(cost)) {
            double expected = Sequences.distance(a, b, options);
            assertThat(dtw().measure(a, b, options)).isCloseTo(expected, within(1e-5 * expected));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_path_goes_step_by_step_from_corner_to_corner_in_the_band_and_adds_up_to_the_distance(LocalCost cost) {
        for (int seed = 0; seed < 30; seed++) {
            FloatMatrix a = Sequences.coarse(seed, 1 + 7 * seed % 60, 3);
            FloatMatrix b = Sequences.coarse(seed + 100, 1 + 11 * seed % 70, 3);
            for (DtwOptions options : allOptions(cost)) {
                assertValid(dtw().path(a, b, options), a, b, options);
            }
        }
    }

    private static void assertValid(Alignment path, FloatMatrix a, FloatMatrix b, DtwOptions options) {
        Band band = Band.of(a.rows(), b.rows(), options.band());
        int last = path.steps() - 1;
        assertThat(path.rows()[0]).isZero();
        assertThat(path.rows()[last]).isEqualTo(a.rows() - 1);
        if (!options.subsequence()) {
            assertThat(path.columns()[0]).isZero();
            assertThat(path.columns()[last]).isEqualTo(b.rows() - 1);
        }
        double sum = 0;
        for (int step = 0; step <= last; step++) {
            int row = path.rows()[step];
            int column = path.columns()[step];
            assertThat(band.allows(row, column)).isTrue();
            if (step > 0) {
                int down = row - path.rows()[step - 1];
                int right = column - path.columns()[step - 1];
                assertThat(down + right).isBetween(1, 2);
                assertThat(Math.max(down, right)).isEqualTo(1);
                assertThat(Math.min(down, right)).isGreaterThanOrEqualTo(0);
            }
            double cost = Sequences.cost(options.cost(), a.row(row), b.row(column));
            assertThat((double) path.costs()[step]).isCloseTo(cost, within(1e-6));
            sum += cost;
        }
        double divisor = options.divided() ? a.rows() + b.rows() : 1;
        assertThat(path.distance()).isCloseTo(sum / divisor, within(1e-5 * (1 + sum)));
        assertThat(path.distance()).isCloseTo(Sequences.distance(a, b, options), within(1e-5 * (1 + sum)));
    }

    @ParameterizedTest
    @EnumSource
    void a_sequence_is_at_distance_0_from_itself_and_not_warped(LocalCost cost) {
        FloatMatrix a = Sequences.coarse(5, 90, 4);
        for (DtwOptions options : allOptions(cost)) {
            Alignment path = dtw().path(a, a, options.withSubsequence(false));
            assertThat(path.distance()).isZero();
            assertThat(path.warped()).isZero();
            assertThat(path.steps()).isEqualTo(90);
        }
    }

    @ParameterizedTest
    @EnumSource
    void either_sequence_may_come_first(LocalCost cost) {
        FloatMatrix a = Sequences.wandering(3, 70, 5);
        FloatMatrix b = Sequences.wandering(4, 51, 5);
        for (double band : new double[] {1, 0.2, 0.05}) {
            DtwOptions options = DtwOptions.defaults().withCost(cost).withBand(band);
            assertThat(dtw().measure(a, b, options)).isEqualTo(dtw().measure(b, a, options));
        }
    }

    @Test
    void a_wider_band_never_makes_the_distance_larger() {
        for (int seed = 0; seed < 20; seed++) {
            FloatMatrix a = Sequences.wandering(seed, 60 + seed, 4);
            FloatMatrix b = Sequences.wandering(seed + 50, 90 - seed, 4);
            double before = Double.POSITIVE_INFINITY;
            for (double band = 0; band <= 1; band += 0.125) {
                double distance = dtw().measure(a, b, DtwOptions.defaults().withBand(band));
                assertThat(distance).isLessThanOrEqualTo(before);
                before = distance;
            }
        }
    }

    @Test
    void music_played_slower_is_at_distance_0_when_the_band_is_wide_enough() {
        FloatMatrix original = Sequences.wandering(6, 200, 12);
        FloatMatrix slower = Sequences.atSpeed(original, 250, 0.8);
        assertThat(dtw().measure(original, slower, DtwOptions.defaults())).isZero();
        Alignment path = dtw().path(slower, original, DtwOptions.defaults());
        assertThat(path.warped()).isCloseTo(0.2, within(0.01));
    }

    @Test
    void a_subsequence_is_found_where_it_was_taken_from() {
        FloatMatrix all = Sequences.wandering(7, 300, 6);
        FloatMatrix part = all.selectRows(IntStream.range(120, 160).toArray());
        Alignment path = dtw().path(part, all, DtwOptions.defaults().withSubsequence(true));
        assertThat(path.distance()).isZero();
        assertThat(path.columns()[0]).isEqualTo(120);
        assertThat(path.columns()[path.steps() - 1]).isEqualTo(159);
    }

    @Test
    void a_tie_goes_to_the_straight_step_then_to_the_second_sequence() {
        FloatMatrix zeros = FloatMatrix.wrap(3, 1, new float[3]);
        FloatMatrix longer = FloatMatrix.wrap(5, 1, new float[5]);
        Alignment path = dtw().path(zeros, longer, DtwOptions.defaults());
        assertThat(path.rows()).containsExactly(0, 0, 0, 1, 2);
        assertThat(path.columns()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void a_single_frame_meets_all_of_the_other_sequence() {
        FloatMatrix one = FloatMatrix.of(new float[] {1, 0});
        FloatMatrix other = FloatMatrix.of(new float[] {1, 0}, new float[] {4, 4}, new float[] {1, 2});
        for (double band : new double[] {0, 0.1, 1}) {
            DtwOptions options = DtwOptions.defaults().withBand(band);
            assertThat(dtw().measure(one, other, options)).isEqualTo(7);
            assertThat(dtw().path(other, one, options).rows()).containsExactly(0, 1, 2);
        }
    }

    @Test
    void bounds_of_rows_are_never_above_what_the_rows_cost_and_alike_in_every_kernel() {
        for (LocalCost cost : LocalCost.values()) {
            for (int n : AWKWARD_FRAMES) {
                FloatMatrix a = cost.prepare(Sequences.wandering(n, n, 5));
                FloatMatrix b = cost.prepare(Sequences.wandering(n + 1, 40, 5));
                Grid grid = Grid.of(a, b, DtwOptions.defaults().withCost(cost).withBand(0.2));
                assertThat(bounds(kernel(), grid, a, b)).containsExactly(bounds(new ScalarKernel(), grid, a, b));
                float[] bounds = bounds(kernel(), grid, a, b);
                for (int i = 0; i < n; i++) {
                    for (int j = grid.band().from(i); j <= grid.band().to(i, 40); j++) {
                        assertThat(grid.terms().of(a.values(), a.offset(i), b.values(), b.offset(j), grid.dims()))
                                .isGreaterThanOrEqualTo(bounds[i]);
                    }
                }
            }
        }
    }

    private static float[] bounds(WarpKernel kernel, Grid grid, FloatMatrix a, FloatMatrix b) {
        Envelope envelope = Envelope.of(a.rows(), b, grid.band(), kernel);
        float[] bounds = new float[a.rows()];
        kernel.bound(grid, kernel.rows(a), envelope.lower(), envelope.upper(), bounds);
        return bounds;
    }

    @Test
    void a_budget_changes_no_distance_that_is_within_it_and_gives_up_all_others() {
        for (int seed = 0; seed < 40; seed++) {
            FloatMatrix a = Sequences.wandering(seed, 40 + seed, 3);
            FloatMatrix b = Sequences.atSpeed(Sequences.wandering(seed + 50, 100, 3), 90, 0.7);
            Grid grid = Grid.of(a, b, DtwOptions.defaults().withBand(seed % 2 == 0 ? 1 : 0.3));
            float exact = end(grid, a, b, Float.POSITIVE_INFINITY);
            assertThat(end(grid, a, b, exact)).isEqualTo(exact);
            assertThat(end(grid, a, b, exact * 1.5f)).isEqualTo(exact);
            assertThat(end(grid, a, b, exact * 0.9f)).isGreaterThan(exact * 0.9f);
            assertThat(end(grid, a, b, -1)).isInfinite();
        }
    }

    private float end(Grid grid, FloatMatrix a, FloatMatrix b, float budget) {
        float[] last = kernel().lastRow(grid, kernel().rows(a), kernel().columns(b), row -> budget, null);
        return last == null ? Float.POSITIVE_INFINITY : last[grid.columns() - 1];
    }

    @Test
    void stops_when_interrupted() {
        FloatMatrix a = Sequences.wandering(1, 50, 2);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> dtw().measure(a, a, DtwOptions.defaults()))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void costs_beyond_the_range_of_float_are_refused() {
        FloatMatrix a = FloatMatrix.of(new float[] {3e30f});
        FloatMatrix b = FloatMatrix.of(new float[] {-3e30f});
        assertThatThrownBy(() -> dtw().measure(a, b, DtwOptions.defaults()))
                .hasMessage("the costs go beyond the range of float: scale the frames down");
    }
}
