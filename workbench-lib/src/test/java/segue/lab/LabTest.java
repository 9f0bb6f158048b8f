package segue.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.lab.Verdict.Kind;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.Neighbors;

class LabTest {
    private static final LabOptions QUICK = LabOptions.defaults()
            .withK(7)
            .withThreads(2)
            .withSeconds(0.0005)
            .withWarmUpSeconds(0)
            .withBatch(60);

    /** Small whole numbers, so that many rows are equal or equally far. */
    private static FloatMatrix withTies(int rows) {
        Random random = new Random(4);
        float[] values = new float[rows * 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + random.nextInt(4);
        }
        return FloatMatrix.wrap(rows, 5, values);
    }

    private static LabReport compare(FloatMatrix data, Contender... contenders) {
        return Lab.of(data, "made up").with(List.of(contenders)).compare(QUICK);
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void every_contender_tells_the_truth_or_says_why_it_does_not_run(Metric metric) {
        LabReport report = Lab.of(withTies(300), "made up").compare(QUICK.withMetric(metric));
        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.verdict().kind())
                        .as(result.toString())
                        .isNotEqualTo(Kind.WRONG));
        assertThat(report.isRight()).isTrue();
        assertThat(report.of(Task.ALL_PAIRS))
                .filteredOn(result -> result.contender().equals("simd"))
                .hasSize(2)
                .allMatch(result -> result.isTimed() && result.verdict().kind() == Kind.SAME_ROWS);
    }

    @Test
    void every_back_end_has_a_row_even_where_it_cannot_run() {
        LabReport report = Lab.of(withTies(300), "made up").compare(QUICK);
        for (Backend backend : Backend.values()) {
            assertThat(report.of(Task.BATCH))
                    .anyMatch(result -> result.contender().equals(backend.label()));
        }
        assertThat(report.results())
                .filteredOn(result -> !result.isTimed())
                .allSatisfy(result -> assertThat(result.verdict().sentence()).isNotBlank());
        Backend.GPU
                .unavailableReason()
                .ifPresent(reason ->
                        assertThat(report.toString()).contains("not run: ").contains("No GPU could be compared."));
    }

    @Test
    void a_back_end_that_refuses_a_metric_keeps_its_reason() {
        LabReport report = Lab.of(withTies(300), "made up").compare(QUICK.withMetric(Metric.DOT));
        assertThat(report.of(Task.SINGLE))
                .filteredOn(result -> result.contender().equals("tree"))
                .singleElement()
                .satisfies(result -> assertThat(result.verdict().label()).startsWith("not run: A tree cannot"));
    }

    /** Gives the row after the last for the last. */
    private static Contender liar(Contender.Promise promise) {
        return new Contender() {
            @Override
            public String title() {
                return "liar";
            }

            @Override
            public Promise promise() {
                return promise;
            }

            @Override
            public Searcher build(FloatMatrix rows, Metric metric) {
                float[][] songs = new float[rows.rows()][];
                for (int row = 0; row < songs.length; row++) {
                    songs[row] = rows.row(row);
                }
                return new OneByOne(rows) {
                    @Override
                    public Neighbors nearest(float[] query, int k) {
                        Neighbors found = PlainLoop.nearest(songs, query, k + 1, metric);
                        int[] wrong = Arrays.copyOf(found.rows(), k);
                        float[] distances = Arrays.copyOf(found.distances(), k);
                        wrong[k - 1] = found.rows()[k];
                        distances[k - 1] = found.distances()[k];
                        return new Neighbors(wrong, distances);
                    }
                };
            }
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = Contender.Promise.class,
            names = {"SAME_ROWS", "SAME_DISTANCES"})
    void a_wrong_answer_is_caught_and_gets_no_time(Contender.Promise promise) {
        LabReport report = compare(SongLike.vectors(200, 4), new PlainContender(), liar(promise));
        assertThat(report.isRight()).isFalse();
        assertThat(report.results())
                .filteredOn(result -> result.contender().equals("liar"))
                .hasSize(3)
                .allMatch(result -> result.verdict().kind() == Kind.WRONG && !result.isTimed());
        assertThat(report.toString()).contains("WRONG: row ");
        assertThat(report.byBatch().curves().getLast().isMeasured()).isFalse();
    }

    @Test
    void an_approximate_answer_is_timed_with_its_recall() {
        LabReport report = compare(SongLike.vectors(200, 4), liar(Contender.Promise.APPROXIMATE));
        assertThat(report.of(Task.SINGLE)).singleElement().satisfies(result -> {
            assertThat(result.isTimed()).isTrue();
            assertThat(result.verdict().recall()).isEqualTo(6 / 7.0);
            assertThat(result.verdict().label()).isEqualTo("recall 0.857");
        });
    }

    @Test
    void what_takes_too_long_to_build_is_left_out_with_its_guess() {
        Contender tree = new BackendContender(Backend.TREE);
        LabReport report = Lab.of(SongLike.vectors(20_000, 13), "made up")
                .with(List.of(tree))
                .compare(QUICK.withBuildSeconds(1e-6));
        assertThat(report.results())
                .allSatisfy(result ->
                        assertThat(result.verdict().label()).startsWith("not run: building would take about"));
    }

    @Test
    void speed_ups_are_over_the_plain_loop_at_the_same_task() {
        Verdict right = new Verdict(Kind.SAME_ROWS, "", 1);
        Result plain = new Result("plain Java loop", 1, Task.BATCH, 0, right, timing(6), 1, 1, "");
        Result simd = new Result("simd", 2, Task.BATCH, 0, right, timing(0.5), 1, 1, "");
        Result alone = new Result("simd", 1, Task.SINGLE, 0, right, timing(0.5), 1, 1, "");
        Sweep none = new Sweep("", "", new double[] {1}, List.of());
        LabReport report =
                new LabReport(Environment.here(), "made up", 10, 2, QUICK, 5, List.of(plain, simd, alone), none, 1);
        assertThat(report.speedUp(simd)).isEqualTo(12);
        assertThat(report.speedUp(alone)).isNaN();
    }

    private static Timing timing(double seconds) {
        return new Timing(new double[] {seconds}, 0, 1);
    }

    @Test
    void the_text_fits_a_terminal_of_120_columns() {
        String text = Lab.of(withTies(300), "made up")
                .compare(QUICK.withMetric(Metric.COSINE))
                .toString();
        assertThat(text).contains("Nearest 7 of 300 x 5 by cosine: made up.", "(60 queries)");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }

    @Test
    void growth_is_measured_at_every_size_and_judged() {
        GrowthReport report = Growth.bySongs(40, 80)
                .with(List.of(
                        new PlainContender(), new BackendContender(Backend.SCALAR), liar(Contender.Promise.SAME_ROWS)))
                .measure(QUICK);
        assertThat(report.single().x()).containsExactly(40, 80);
        assertThat(report.single().curves().getFirst().seconds()).doesNotContain(Double.NaN);
        assertThat(report.wrong()).hasSize(2).allMatch(sentence -> sentence.startsWith("liar at "));
        assertThat(report.isRight()).isFalse();
    }

    @Test
    void rows_of_a_file_grow_to_all_there_are() {
        FloatMatrix data = SongLike.vectors(1_500, 20);
        List<Contender> scalar = List.of(new BackendContender(Backend.SCALAR));
        assertThat(Growth.byRowsOf(data, "file")
                        .with(scalar)
                        .measure(QUICK)
                        .single()
                        .x())
                .containsExactly(1_000, 1_500);
        assertThat(Growth.byColumnsOf(data, "file")
                        .with(scalar)
                        .measure(QUICK)
                        .single()
                        .x())
                .containsExactly(8, 16, 20);
    }

    @Test
    void an_interrupt_ends_the_comparison() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> compare(SongLike.vectors(100, 3), new PlainContender()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void one_row_and_more_neighbours_than_rows_are_refused() {
        assertThatThrownBy(() -> compare(SongLike.vectors(1, 3)))
                .hasMessage("there is nothing to compare in 1 row: give at least 2");
        assertThatThrownBy(() -> compare(SongLike.vectors(7, 3)))
                .hasMessage("k must be less than the number of rows, 7, but was 7");
    }
}
