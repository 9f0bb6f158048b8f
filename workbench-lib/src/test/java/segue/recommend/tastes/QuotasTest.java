package segue.recommend.tastes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuotasTest {
    @Test
    void the_largest_remainders_get_what_is_left() {
        // 47, 16, 15.8, 12, 6.1, 3.1 of 10: the textbook case of Hamilton's method.
        assertThat(Quotas.of(10, 47_000, 16_000, 15_800, 12_000, 6_100, 3_100)).containsExactly(5, 2, 1, 1, 1, 0);
    }

    @Test
    void equal_remainders_go_to_the_larger_then_to_the_first() {
        assertThat(Quotas.of(1, 1, 1)).containsExactly(1, 0);
        assertThat(Quotas.of(2, 1, 3)).containsExactly(0, 2);
        assertThat(Quotas.of(0, 1, 3)).containsExactly(0, 0);
        assertThat(Quotas.of(5, 0, 0)).containsExactly(0, 0);
    }

    @Test
    void quotas_add_up_and_are_within_one_of_the_share() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 500; round++) {
            long[] weights = random.longs(1 + random.nextInt(8), 1, 1_000).toArray();
            int places = random.nextInt(500);
            int[] quotas = Quotas.of(places, weights);

            assertThat(Arrays.stream(quotas).sum()).isEqualTo(places);
            for (int i = 0; i < quotas.length; i++) {
                double share =
                        (double) places * weights[i] / Arrays.stream(weights).sum();
                assertThat(quotas[i]).isBetween((int) Math.floor(share), (int) Math.ceil(share));
            }
        }
    }
}
