package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecallTest {
    private static NeighborTable table(int queries, int k, float... distances) {
        return new NeighborTable(queries, k, new int[queries * k], distances);
    }

    @Test
    void is_the_share_of_the_true_neighbours_that_were_found() {
        NeighborTable exact = table(2, 2, 1, 2, 1, 2);
        assertThat(Recall.of(table(2, 2, 1, 2, 1, 3), exact).value()).isEqualTo(.75);
        assertThat(Recall.of(exact, exact)).isEqualTo(new Recall(1, 2, 2));
    }

    @Test
    void takes_a_row_as_near_as_the_true_last_one_as_right() {
        assertThat(Recall.of(table(1, 2, 2, 2), table(1, 2, 1, 2)).value()).isEqualTo(1);
    }

    @Test
    void counts_what_is_missing_against_the_answer() {
        assertThat(Recall.of(table(1, 1, 1), table(1, 2, 1, 2)).value()).isEqualTo(.5);
    }

    @Test
    void is_1_where_nothing_was_asked_for() {
        assertThat(Recall.of(table(3, 0), table(3, 0)).value()).isEqualTo(1);
    }

    @Test
    void refuses_tables_of_other_queries() {
        assertThatThrownBy(() -> Recall.of(table(1, 1, 1), table(2, 1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be judged");
    }
}
