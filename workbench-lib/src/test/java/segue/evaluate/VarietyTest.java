package segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;

class VarietyTest {
    @Test
    void exposure_counts_the_first_k_places_of_all_lists() {
        int[][] lists = {{0, 1, 2}, {1, 3}, {1}};
        assertThat(Variety.exposure(lists, 2, 5)).containsExactly(1, 3, 0, 1, 0);
    }

    @Test
    void coverage_is_the_share_of_songs_that_were_shown() {
        assertThat(Variety.coverage(1, 3, 0, 1, 0)).isEqualTo(3 / 5.0);
    }

    @Test
    void gini_goes_from_0_where_all_are_alike_to_1_where_one_has_all() {
        assertThat(Variety.gini(2, 2, 2, 2)).isZero();
        assertThat(Variety.gini(0, 0, 0, 8)).isEqualTo(3 / 4.0);
        // Sorted 1, 2, 3: (-2 * 1 + 0 * 2 + 2 * 3) / (3 * 6).
        assertThat(Variety.gini(3, 1, 2)).isCloseTo(4 / 18.0, within(1e-12));
        assertThat(Variety.gini(0, 0)).isZero();
    }

    @Test
    void spread_is_the_mean_distance_of_pairs() {
        FloatMatrix points = FloatMatrix.wrap(3, 2, new float[] {0, 0, 3, 4, 0, 4});
        assertThat(Variety.intraListDistance(new int[] {0, 1, 2}, 3, points))
                .isCloseTo((5 + 4 + 3) / 3.0, within(1e-12));
        assertThat(Variety.intraListDistance(new int[] {0, 1, 2}, 2, points)).isEqualTo(5);
        assertThat(Variety.intraListDistance(new int[] {0}, 2, points)).isNaN();
    }

    @Test
    void novelty_is_in_bits_and_finite_for_songs_that_nobody_listed() {
        int[] counts = {3, 1, 0};
        assertThat(Variety.novelty(new int[] {0}, 10, counts, 7)).isCloseTo(1, within(1e-12));
        assertThat(Variety.novelty(new int[] {1, 2}, 10, counts, 7)).isCloseTo((2 + 3) / 2.0, within(1e-12));
        assertThat(Variety.novelty(new int[] {0, 2}, 1, counts, 7)).isCloseTo(1, within(1e-12));
    }

    @Test
    void lift_compares_with_the_seeds() {
        int[] counts = {4, 2, 1, 0};
        assertThat(Variety.popularityLift(new int[] {0}, 10, new int[] {1}, counts))
                .isEqualTo(1);
        assertThat(Variety.popularityLift(new int[] {2, 3}, 10, new int[] {1}, counts))
                .isEqualTo(-0.75);
        assertThat(Variety.popularityLift(new int[] {0}, 10, new int[] {3}, counts))
                .isNaN();
    }
}
