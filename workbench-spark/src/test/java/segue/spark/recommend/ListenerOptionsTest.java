package segue.spark.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import segue.recommend.NewArtists;
import segue.recommend.Range;
import segue.recommend.Rules;

class ListenerOptionsTest {
    @Test
    void rulesArriveAsTheyWereSent() {
        Rules rules = Rules.defaults()
                .withPerArtist(2)
                .withOtherArtists(true)
                .withYears(Range.of(1990, 1999))
                .withSeconds(Range.atLeast(120))
                .withExplicit(false)
                .withPopularity(Range.atMost(50))
                .withGenres("folk")
                .withUnwantedGenres("rock")
                .within("jazz")
                .withNewArtists(NewArtists.toUser())
                .withUnknown(true);
        assertThat(SentRules.of(rules).rules()).isEqualTo(rules);
        assertThat(SentRules.of(Rules.none()).rules()).isEqualTo(Rules.none());
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> ListenerOptions.sound().withN(101)).hasMessage("n must be in [1, 100] but was 101");
        assertThatThrownBy(() -> ListenerOptions.tastes().withN(0)).hasMessage("n must be in [1, 500] but was 0");
        assertThatThrownBy(() -> ListenerOptions.sound().withVariety(2))
                .hasMessageContaining("variety must be in [0, 1]");
        assertThatThrownBy(() -> ListenerOptions.tastes().withDissimilar(true))
                .hasMessageContaining("tastes are told by euclidean distance");
    }
}
