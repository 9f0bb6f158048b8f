package segue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;

class GroupDistancesTest {
    /** Means at (0, 0), (3, 4) and (0, 9); the last row is of no group. */
    private static final FloatMatrix ROWS = FloatMatrix.of(
            new float[] {-1, 0},
            new float[] {1, 0},
            new float[] {3, 4},
            new float[] {0, 8},
            new float[] {0, 10},
            new float[] {500, 500});

    private static final int[] GROUPS = {0, 0, 1, 2, 2, -1};

    @Test
    void distances_are_those_between_means_and_rows_of_no_group_are_left_out() {
        GroupDistances distances = GroupDistances.of(ROWS, GROUPS, 3);
        assertThat(distances.values()).containsExactly(new double[] {5, 9, Math.sqrt(34)}, within(1e-6));
        assertThat(distances.farthestByNearest()).isCloseTo(1.8, within(1e-6));
        assertThat(distances)
                .hasToString("3 distances between groups, the farthest two 1.8 times as far apart as the nearest");
    }

    @Test
    void a_map_that_is_turned_mirrored_and_larger_agrees_entirely() {
        float[] turned = new float[12];
        for (int row = 0; row < 6; row++) {
            turned[2 * row] = 7 * ROWS.get(row, 1) + 1;
            turned[2 * row + 1] = 7 * ROWS.get(row, 0);
        }
        GroupDistances same = GroupDistances.of(FloatMatrix.wrap(6, 2, turned), GROUPS, 3);
        assertThat(GroupDistances.of(ROWS, GROUPS, 3).agreement(same)).isCloseTo(1, within(1e-6));
    }

    @Test
    void near_for_far_is_the_opposite() {
        GroupDistances one = new GroupDistances(new double[] {1, 2, 3});
        assertThat(one.agreement(new GroupDistances(new double[] {30, 20, 10}))).isCloseTo(-1, within(1e-12));
        assertThat(one.agreement(new GroupDistances(new double[] {2, 2, 2}))).isNaN();
    }

    @Test
    void what_has_no_mean_is_refused() {
        assertThatThrownBy(() -> GroupDistances.of(ROWS, GROUPS, 4)).hasMessage("group 3 of 4 has no row");
        assertThatThrownBy(() -> GroupDistances.of(ROWS, new int[2], 3)).hasMessageContaining("2 of 6 rows");
        assertThatThrownBy(() -> new GroupDistances(new double[3]).agreement(new GroupDistances(new double[6])))
                .hasMessageContaining("3 and 6");
    }
}
