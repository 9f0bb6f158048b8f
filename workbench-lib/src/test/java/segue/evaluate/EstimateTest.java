package segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void an_interval_is_close_to_that_of_theory_where_there_is_one() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = random.doubles(400).toArray();
        Estimate estimate = Estimate.mean(values, 1);
        // The mean of 400 uniform numbers has a standard error of sqrt(1/12) / 20 = 0.01443.
        assertThat(estimate.high() - estimate.low()).isCloseTo(2 * 1.96 * 0.01443, within(0.006));
        assertThat(estimate.value()).isBetween(estimate.low(), estimate.high());
        assertThat(estimate.questions()).isEqualTo(400);
    }

    @Test
    void intervals_hold_the_truth_about_95_times_of_100() {
        SplittableRandom random = new SplittableRandom(6);
        int held = 0;
        for (int i = 0; i < 200; i++) {
            double[] values = random.doubles(60).map(u -> u < 0.3 ? 1 : 0).toArray();
            Estimate estimate = Estimate.mean(values, i);
            held += estimate.low() <= 0.3 && 0.3 <= estimate.high() ? 1 : 0;
        }
        assertThat(held).isBetween(178, 200);
    }

    @Test
    void questions_that_do_not_count_are_left_out() {
        Estimate estimate = Estimate.mean(new double[] {1, Double.NaN, 3}, 1);
        assertThat(estimate.value()).isEqualTo(2);
        assertThat(estimate.questions()).isEqualTo(2);
        assertThat(Estimate.mean(new double[] {Double.NaN}, 1).value()).isNaN();
    }

    @Test
    void the_same_seed_gives_the_same_interval() {
        double[] values = {.1, .5, .2, .9};
        assertThat(Estimate.mean(values, 7)).isEqualTo(Estimate.mean(values, 7));
    }

    @Test
    void a_difference_is_taken_question_by_question() {
        Estimate surely = Estimate.difference(new double[] {.2, .5, .9}, new double[] {.1, .4, .8}, 1);
        assertThat(surely.low()).isCloseTo(.1, within(1e-12));
        assertThat(surely.high()).isCloseTo(.1, within(1e-12));
        assertThatThrownBy(() -> Estimate.difference(new double[2], new double[3], 1))
                .hasMessageContaining("2 values cannot be compared with 3");
    }

    @Test
    void a_number_about_all_answers_has_no_interval() {
        assertThat(Estimate.exact(.25)).hasToString("0.250");
        assertThat(new Estimate(.42, .4, .44, 9)).hasToString("0.420 (0.400–0.440)");
    }
}
