package segue.spark.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BlockLayoutTest {
    private static final long MB = 1 << 20;

    @Test
    void aTableThatFitsOneBlockIsOneStripeWhereThereAreFewCores() {
        BlockLayout layout = BlockLayout.of(170_653, 170_653, 13, 10, 2, 64 * MB, true);
        assertThat(layout.stripes()).isEqualTo(1);
        assertThat(layout.blocks()).isEqualTo(1);
        assertThat(layout.queryBlocks()).isEqualTo(8);
        assertThat(layout.shuffledBytes()).isEqualTo(8L * 170_653 * 52);
        assertThat(layout.bytesIntoTask()).isEqualTo(52L * 170_653);
    }

    @Test
    void onManyCoresStripesSaveBytes() {
        BlockLayout layout = BlockLayout.of(100_000_000, 100_000_000, 13, 10, 2000, 64 * MB, true);
        assertThat(layout.tasks()).isBetween(8_000L, 9_000L);
        assertThat(layout.stripes()).isBetween(10, 30);
        assertThat(layout.blockRows() * 52L).isLessThanOrEqualTo(64 * MB);
        assertThat(layout.partialBytes()).isEqualTo(100_000_000L * layout.stripes() * 80);
        BlockLayout whole = new BlockLayout(
                layout.queries(),
                layout.rows(),
                13,
                10,
                Math.ceilDiv(layout.queries(), 8000),
                layout.blockRows(),
                100,
                true);
        assertThat(whole.stripes()).isEqualTo(1);
        assertThat(layout.shuffledBytes()).isLessThan(whole.shuffledBytes() / 8);
    }

    @Test
    void blocksOfQueriesAreSmallerWhereAnswersAreLong() {
        BlockLayout layout = BlockLayout.of(1_000_000, 1_000_000, 13, 1000, 1, MB, true);
        assertThat(layout.queryBlockRows() * (52L + 16 * 1000)).isLessThanOrEqualTo(MB);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThatThrownBy(() -> BlockLayout.of(3_000_000_000L, 10, 2, 1, 2, MB, true))
                .hasMessage("3,000,000,000 queries are more than an exact search takes (2,147,483,647):"
                        + " look for fewer, or approximately");
        assertThatThrownBy(() -> BlockLayout.of(1_000_000, 1_000_000, 2, 1_000_000, 2, MB, true))
                .hasMessageContaining("one query with its answer takes 16,000,008 bytes");
        assertThatThrownBy(() -> BlockLayout.of(2_000_000_000, 2_000_000_000, 13, 1000, 2, MB, true))
                .hasMessageContaining("tasks of 1 MB, more than the 100,000 that one job is good for");
    }
}
