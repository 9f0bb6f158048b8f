package segue.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RandIndexTest {
    @Test
    void the_same_groups_under_other_numbers_agree_fully() {
        assertThat(RandIndex.adjusted(new int[] {0, 0, 1, 2}, new int[] {2, 2, 0, 1}))
                .isEqualTo(1);
    }

    @Test
    void a_small_case_is_as_counted_by_hand() {
        // Pairs together: 1 in both, 2 in the first, 1 in the second, of 6.
        assertThat(RandIndex.adjusted(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2}))
                .isCloseTo((1 - 2 / 6.0) / (1.5 - 2 / 6.0), within(1e-12));
    }

    @Test
    void groups_by_chance_agree_in_nothing() {
        Random random = new Random(1);
        int[] one = random.ints(20_000, 0, 5).toArray();
        int[] other = random.ints(20_000, 0, 5).toArray();

        assertThat(RandIndex.adjusted(one, other)).isCloseTo(0, within(0.005));
    }

    @Test
    void groupings_of_different_rows_are_refused() {
        assertThatThrownBy(() -> RandIndex.adjusted(new int[3], new int[4]))
                .hasMessageContaining("one is of 3 and one of 4");
    }
}
