package segue.recommend.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    @Test
    void weights_that_made_the_labels_are_found_again() {
        SplittableRandom random = new SplittableRandom(3);
        float[][] rows = new float[20_000][];
        boolean[] yes = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            float a = (float) random.nextGaussian();
            float b = (float) (5 * random.nextGaussian());
            rows[i] = new float[] {a, b, 7};
            yes[i] = random.nextDouble() < 1 / (1 + Math.exp(-(1.5 * a - 0.2 * b - 1)));
        }
        double[] weights = LogisticRegression.fit(rows, yes);
        assertThat(weights[0]).isCloseTo(1.5, within(0.1));
        assertThat(weights[1]).isCloseTo(-0.2, within(0.02));
        assertThat(weights[2]).isZero();
    }

    /** Of one column of ±1, a of 2a rows right on each side, the slope is w = 2a (share - p) with p = 1 / (1 + exp(-w)). */
    @Test
    void one_column_is_as_worked_out_by_hand() {
        float[][] rows = {{1}, {1}, {1}, {1}, {-1}, {-1}, {-1}, {-1}};
        boolean[] yes = {true, true, true, false, false, false, false, true};
        double w = LogisticRegression.fit(rows, yes)[0];
        assertThat(8 * (0.75 - 1 / (1 + Math.exp(-w)))).isCloseTo(w, within(1e-6));
    }

    @Test
    void labels_that_a_column_tells_apart_without_fail_give_a_finite_weight() {
        float[][] rows = {{1}, {2}, {3}, {-1}, {-2}, {-3}};
        assertThat(LogisticRegression.fit(rows, true, true, true, false, false, false)[0])
                .isBetween(0.1, 10.0);
    }

    @Test
    void a_covariance_is_taken_apart_and_solved() {
        Cholesky cholesky = Cholesky.of(new double[][] {{4, 2}, {2, 5}});
        assertThat(cholesky.lower()[1]).containsExactly(1, 2);
        assertThat(cholesky.solve(8, 9)).containsExactly(new double[] {1.375, 1.25}, within(1e-12));
        assertThat(cholesky.colour(cholesky.whiten(3, -7))).containsExactly(new double[] {3, -7}, within(1e-12));
        assertThatThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {2, 1}}))
                .hasMessage("the covariance is not positive definite in column 1");
    }
}
