package segue.neighbors.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionTest {
    @Test
    void a_step_leads_to_every_tile() {
        for (int tiles : new int[] {1, 2, 3, 4, 6, 64, 5333, 100_000}) {
            int step = Partition.step(tiles);
            Set<Integer> met = new HashSet<>();
            long tile = 0;
            for (int i = 0; i < tiles; i++) {
                met.add((int) tile);
                tile = (tile + step) % tiles;
            }
            assertThat(met).hasSize(tiles);
        }
    }

    @Test
    void few_queries_have_the_rows_cut_into_parts_enough_to_keep_the_card_busy() {
        assertThat(Partition.parts(1, 5333, 528, 10)).isBetween(528, 1638);
        assertThat(Partition.parts(2, 5333, 528, 10)).isBetween(264, 1056);
    }

    @Test
    void queries_enough_by_themselves_leave_the_rows_in_one() {
        assertThat(Partition.parts(528, 5333, 528, 10)).isEqualTo(1);
    }

    @Test
    void a_last_round_that_would_leave_most_of_the_card_idle_is_filled() {
        int parts = Partition.parts(334, 5333, 528, 10);
        double rounds = 334.0 * parts / 528;
        assertThat(rounds / Math.ceil(rounds)).isGreaterThan(0.9);
    }

    @Test
    void there_are_no_more_parts_than_tiles_nor_than_one_warp_merges() {
        assertThat(Partition.parts(1, 3, 528, 10)).isEqualTo(3);
        assertThat(Partition.parts(1, 5333, 528, 1024)).isEqualTo(16);
        assertThat(Partition.parts(1, 0x7FFFFFFF, 1_000_000, 1)).isLessThanOrEqualTo(16_384);
    }
}
