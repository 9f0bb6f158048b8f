package segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** One list worked out by hand: songs 7, 3, 9, 5, 1 were given, and 3, 1 and 8 were looked for. */
class RankingTest {
    private static final boolean[] HITS = Ranking.hits(new int[] {7, 3, 9, 5, 1}, 3, 1, 8);

    @Test
    void hits_are_marked_by_place() {
        assertThat(HITS).containsExactly(false, true, false, false, true);
    }

    @Test
    void precision_counts_places_that_are_left_empty_as_misses() {
        assertThat(Ranking.precision(HITS, 2)).isEqualTo(1 / 2.0);
        assertThat(Ranking.precision(HITS, 10)).isEqualTo(2 / 10.0);
    }

    @Test
    void recall_is_of_all_that_was_looked_for() {
        assertThat(Ranking.recall(HITS, 3, 4)).isEqualTo(1 / 3.0);
        assertThat(Ranking.recall(HITS, 3, 500)).isEqualTo(2 / 3.0);
    }

    @Test
    void r_precision_looks_at_as_many_places_as_were_looked_for() {
        assertThat(Ranking.rPrecision(HITS, 3)).isEqualTo(1 / 3.0);
    }

    @Test
    void ndcg_is_the_discounted_gain_over_that_of_the_best_order() {
        double gain = 1 / log2(3) + 1 / log2(6);
        double ideal = 1 + 1 / log2(3) + 1 / log2(4);
        assertThat(Ranking.ndcg(HITS, 3, 500)).isCloseTo(gain / ideal, within(1e-12));
        assertThat(Ranking.ndcg(HITS, 3, 2)).isCloseTo((1 / log2(3)) / (1 + 1 / log2(3)), within(1e-12));
        assertThat(Ranking.ndcg(new boolean[] {true, true}, 2, 500)).isEqualTo(1);
        assertThat(Ranking.ndcg(new boolean[0], 2, 500)).isZero();
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    @Test
    void clicks_turn_a_page_of_ten() {
        assertThat(Ranking.clicks(HITS)).isZero();
        assertThat(Ranking.clicks(hitAt(9))).isZero();
        assertThat(Ranking.clicks(hitAt(10))).isEqualTo(1);
        assertThat(Ranking.clicks(hitAt(499))).isEqualTo(49);
        assertThat(Ranking.clicks(hitAt(500))).isEqualTo(51);
        assertThat(Ranking.clicks(false, false)).isEqualTo(51);
    }

    private static boolean[] hitAt(int place) {
        boolean[] hits = new boolean[place + 1];
        hits[place] = true;
        return hits;
    }
}
