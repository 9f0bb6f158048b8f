package segue.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {
    @Test
    void percentiles_of_students_t_are_those_of_the_tables() {
        int[] degrees = {1, 2, 4, 5, 10, 30, 120};
        double[] tables = {12.706, 4.303, 2.776, 2.571, 2.228, 2.042, 1.980};
        for (int i = 0; i < degrees.length; i++) {
            assertThat(MeanInterval.student(degrees[i])).isCloseTo(tables[i], within(0.001));
        }
    }

    @Test
    void of_one_listener_it_is_the_plain_interval_of_the_ratings() {
        MeanInterval interval = MeanInterval.of(List.of(List.of(4.0, 6.0, 8.0)), 0, 10);
        // Deviation 2, standard error 2 / sqrt(3), two degrees of freedom.
        assertThat(interval.mean()).isEqualTo(6);
        assertThat(interval.low()).isCloseTo(6 - 4.3026527 * 2 / Math.sqrt(3), within(1e-9));
        assertThat(interval.isOverListeners()).isFalse();
    }

    @Test
    void it_stays_within_what_is_possible() {
        MeanInterval interval = MeanInterval.of(List.of(List.of(10.0, 0.0)), 0, 10);
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isEqualTo(10);
    }

    @Test
    void one_value_has_no_interval_and_none_has_no_mean() {
        assertThat(MeanInterval.of(List.of(List.of(7.0)), 0, 10).hasInterval()).isFalse();
        assertThat(MeanInterval.of(List.of(List.of(7.0)), 0, 10)).hasToString("7.00");
        assertThat(MeanInterval.of(List.of(List.of()), 0, 10).mean()).isNaN();
    }

    @Test
    void listeners_who_always_say_the_same_count_once_each_not_once_a_rating() {
        List<List<Double>> twice = new ArrayList<>();
        List<List<Double>> fiftyTimes = new ArrayList<>();
        for (int listener = 0; listener < 8; listener++) {
            twice.add(Collections.nCopies(2, 3.0 + listener % 4));
            fiftyTimes.add(Collections.nCopies(50, 3.0 + listener % 4));
        }
        assertThat(MeanInterval.of(fiftyTimes, 0, 10).low())
                .isCloseTo(MeanInterval.of(twice, 0, 10).low(), within(1e-9));
    }

    @Test
    void it_holds_the_truth_about_as_often_as_it_says() {
        Random random = new Random(3);
        int held = 0;
        int trials = 1000;
        for (int trial = 0; trial < trials; trial++) {
            List<List<Double>> byListener = new ArrayList<>();
            for (int listener = 0; listener < 12; listener++) {
                double kindness = random.nextGaussian();
                List<Double> scores = new ArrayList<>();
                for (int i = 0; i < 3 + listener % 4; i++) {
                    scores.add(5 + kindness + 0.5 * random.nextGaussian());
                }
                byListener.add(scores);
            }
            MeanInterval interval = MeanInterval.of(byListener, 0, 10);
            held += interval.low() <= 5 && 5 <= interval.high() ? 1 : 0;
        }
        assertThat(held).isBetween(920, 980);
    }
}
