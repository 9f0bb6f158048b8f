package segue.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimingTest {
    /** The first call and one more are cold; 1 to 5 seconds count. */
    private static final Timing TIMING = new Timing(new double[] {90, 60, 5, 1, 4, 2, 3}, 2, 1);

    @Test
    void warming_up_counts_for_nothing_but_the_first_call_is_told() {
        assertThat(TIMING.first()).isEqualTo(90);
        assertThat(TIMING.repetitions()).isEqualTo(5);
        assertThat(TIMING.median()).isEqualTo(3);
    }

    @Test
    void quantiles_lie_between_the_calls() {
        assertThat(TIMING.p95()).isCloseTo(4.8, within(1e-12));
        assertThat(TIMING.lowerQuartile()).isEqualTo(2);
        assertThat(TIMING.spread()).isCloseTo((4.0 - 2.0) / 3.0, within(1e-12));
    }

    @Test
    void a_part_is_scaled_to_the_whole() {
        Timing tenth = new Timing(new double[] {8, 3}, 1, 10);
        assertThat(tenth.first()).isEqualTo(80);
        assertThat(tenth.median()).isEqualTo(30);
    }

    @Test
    void a_timing_without_a_call_that_counts_is_refused() {
        assertThatThrownBy(() -> new Timing(new double[] {1, 2}, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of 2 calls 2 cannot be for warming up");
    }

    @Test
    void a_call_that_outlasts_its_time_is_the_only_one() {
        Timing timing = Stopwatch.time(10, 0.1, 0.1, 1, true, call -> {
            throw new AssertionError("there is no time for it");
        });
        assertThat(timing.repetitions()).isEqualTo(1);
        assertThat(timing.median()).isEqualTo(10);
    }

    @Test
    void at_least_one_call_counts_however_little_time_there_is() {
        Timing timing = Stopwatch.time(0, 0, 1e-9, 1, true, call -> {});
        assertThat(timing.warmUps()).isEqualTo(1);
        assertThat(timing.repetitions()).isPositive();
    }
}
