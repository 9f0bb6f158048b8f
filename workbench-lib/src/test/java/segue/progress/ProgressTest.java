package segue.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import segue.progress.ProgressState.Phase;

class ProgressTest {
    /** Named in {@code META-INF/services}; keeps what it is told while a test listens. */
    public static final class Recorder implements ProgressDisplay {
        private static volatile List<ProgressState> shown;

        @Override
        public Optional<Line> begin(Progress progress) {
            List<ProgressState> states = shown;
            return states == null ? Optional.empty() : Optional.of(states::add);
        }
    }

    private final List<ProgressState> shown = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void listen() {
        Recorder.shown = shown;
    }

    @AfterEach
    void stopListening() {
        Recorder.shown = null;
    }

    private ProgressState last() {
        return shown.getLast();
    }

    @Test
    void a_loop_begins_at_none_and_ends_when_its_elements_do() {
        List<String> seen = new ArrayList<>();
        for (String name : Progress.of(List.of("a", "b", "c"), "names")) {
            seen.add(name);
        }
        assertThat(seen).containsExactly("a", "b", "c");
        assertThat(shown.getFirst().count()).isEqualTo("0 of 3");
        assertThat(last().phase()).isEqualTo(Phase.DONE);
        assertThat(last().text()).startsWith("names: 3 · ");
    }

    @Test
    void arrays_and_ranges_are_counted_as_lists_are() {
        for (String name : Progress.of(new String[] {"a", "b"}, "names")) {
            assertThat(name).isNotEmpty();
        }
        assertThat(last().total()).hasValue(2);
        int sum = 0;
        for (int i : Progress.range(3, 6, "numbers")) {
            sum += i;
        }
        assertThat(sum).isEqualTo(12);
        assertThat(last().total()).hasValue(3);
        assertThat(last().done()).isEqualTo(3);
    }

    @Test
    void no_elements_are_done_at_once() {
        for (String name : Progress.of(List.<String>of(), "nothing")) {
            throw new AssertionError(name);
        }
        assertThat(last().phase()).isEqualTo(Phase.DONE);
        assertThat(last().count()).isEqualTo("0");
    }

    @Test
    void each_element_of_a_parallel_stream_counts_once() {
        long sum = Progress.over(IntStream.range(0, 20_000).boxed().parallel(), "squares")
                .mapToLong(Integer::longValue)
                .sum();
        assertThat(sum).isEqualTo(19_999L * 10_000);
        assertThat(last().phase()).isEqualTo(Phase.DONE);
        assertThat(last().done()).isEqualTo(20_000);
        assertThat(last().total()).hasValue(20_000);
    }

    @Test
    void a_stream_that_needs_no_more_elements_is_not_called_done() {
        assertThat(Progress.over(Stream.iterate(1, i -> i + 1), "endless").limit(5))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(last().phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void a_stream_that_nobody_takes_from_shows_nothing() {
        assertThat(Progress.over(Stream.of(1), "unread")).isNotNull();
        assertThat(shown).isEmpty();
    }

    @Test
    void work_closed_before_its_last_step_was_stopped() {
        try (Progress progress = Progress.begin("t-SNE", 750)) {
            progress.step("KL 3.21");
        }
        assertThat(last().text()).startsWith("t-SNE: stopped after 1 of 750 · ").endsWith(" · KL 3.21");
    }

    @Test
    void work_of_unknown_length_is_done_when_it_is_closed() {
        try (Progress progress = Progress.begin("lines")) {
            progress.step(1_234);
        }
        assertThat(last().phase()).isEqualTo(Phase.DONE);
        assertThat(last().count()).isEqualTo("1,234");
    }

    @Test
    void a_hundred_thousand_steps_are_not_shown_one_by_one() {
        try (Progress progress = Progress.begin("steps", 100_000)) {
            IntStream.range(0, 100_000).parallel().forEach(_ -> progress.step());
        }
        assertThat(last().done()).isEqualTo(100_000);
        assertThat(shown).hasSizeLessThanOrEqualTo(4 + (int) (last().elapsedMillis() / 100));
    }

    @Test
    void a_step_that_comes_too_soon_to_be_shown_is_shown_later() throws InterruptedException {
        try (Progress progress = Progress.begin("slow", 10)) {
            progress.step();
            for (int i = 0; i < 500 && last().done() == 0; i++) {
                Thread.sleep(10);
            }
            assertThat(last().done()).isEqualTo(1);
            assertThat(last().phase()).isEqualTo(Phase.RUNNING);
        }
    }

    @Test
    void the_line_tells_percent_rate_and_time_left_as_far_as_they_are_known() {
        assertThat(state(37, OptionalLong.of(750), 1_200, Phase.RUNNING).text())
                .isEqualTo("t-SNE: 37 of 750 · 4 % · 1.2 s · 31/s · 23 s left · KL 3.21");
        assertThat(state(0, OptionalLong.of(750), 0, Phase.RUNNING).text())
                .isEqualTo("t-SNE: 0 of 750 · 0 % · 0 ms · KL 3.21");
        assertThat(state(90, OptionalLong.empty(), 3_600_000, Phase.RUNNING).text())
                .isEqualTo("t-SNE: 90 · 1 h 0 min · 40 s each · KL 3.21");
        assertThat(state(750, OptionalLong.of(750), 200_000, Phase.DONE).text())
                .isEqualTo("t-SNE: 750 · 3 min 20 s · 3.8/s · KL 3.21");
        assertThat(state(9, OptionalLong.of(750), 500, Phase.INTERRUPTED).count())
                .isEqualTo("interrupted after 9 of 750");
    }

    @Test
    void more_steps_than_were_announced_are_told_as_they_are() {
        ProgressState state = state(12, OptionalLong.of(10), 1_000, Phase.RUNNING);
        assertThat(state.fraction()).isEqualTo(1);
        assertThat(state.count()).isEqualTo("12 of 10");
    }

    @Test
    void a_negative_total_is_refused_with_what_to_do() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Progress.begin("x", -3))
                .withMessageContaining("must be at least 0 but was -3")
                .withMessageContaining("Progress.begin(label)");
    }

    @Test
    void work_goes_on_where_nothing_shows_it() {
        Recorder.shown = null;
        int rounds = 0;
        for (int i : Progress.range(0, 5, "unseen")) {
            rounds += i - i + 1;
        }
        assertThat(rounds).isEqualTo(5);
        assertThat(shown).isEmpty();
    }

    private static ProgressState state(long done, OptionalLong total, long elapsedMillis, Phase phase) {
        return new ProgressState("t-SNE", done, total, "KL 3.21", elapsedMillis, phase);
    }
}
