package segue.spark.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CandidatesTest {
    private static Candidates of(long[] numbers, float... distances) {
        return new Candidates("q", numbers, null, distances);
    }

    @Test
    void theBestOfBothAreKeptAndTiesGoToTheSmallerNumber() {
        Candidates one = of(new long[] {5, 9}, 1, 2);
        Candidates other = of(new long[] {2, 4, 7}, 1, 2, 3);
        Candidates both = of(new long[] {2, 5, 4, 9}, 1, 1, 2, 2);
        assertThat(one.merge(other, 4)).isEqualTo(both);
        assertThat(other.merge(one, 4)).isEqualTo(both);
        assertThat(one.merge(other, 9).size()).isEqualTo(5);
        assertThat(one.merge(Candidates.none("q", false), 1)).isEqualTo(of(new long[] {5}, 1));
    }

    @Test
    void theRowItselfIsLeftOutWhereItIsOneOfThem() {
        Candidates found = of(new long[] {2, 5, 7}, 0, 0, 1);
        assertThat(found.without(5, 2)).isEqualTo(of(new long[] {2, 7}, 0, 1));
        assertThat(found.without(6, 2)).isEqualTo(of(new long[] {2, 5}, 0, 0));
        assertThat(found.without(2, 9)).isEqualTo(of(new long[] {5, 7}, 0, 1));
    }
}
