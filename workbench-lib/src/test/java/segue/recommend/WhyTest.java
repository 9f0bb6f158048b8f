package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import segue.catalog.Feature;
import segue.recommend.Recommendation.Reason;

class WhyTest {
    /** Differences in the order of {@link Feature}: acousticness, danceability, energy … valence. */
    private static List<Reason> reasons(double... differences) {
        List<Reason> reasons = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            reasons.add(new Reason(feature.columnName(), 1.0 / 9, 0, differences[feature.ordinal()], false));
        }
        return reasons;
    }

    @Test
    void what_is_close_comes_first_for_similar_songs() {
        assertThat(Why.sentence(reasons(2, 0.4, 0.01, 0.4, 0.4, 0.4, 0.4, -0.1, 0.4), false))
                .isEqualTo("close in energy and tempo; differs in acousticness");
    }

    @Test
    void what_differs_comes_first_for_dissimilar_songs() {
        assertThat(Why.sentence(reasons(2, 0.4, 0.01, 0.4, -3, 0.4, 0.4, 0.4, 0.4), true))
                .isEqualTo("differs in liveness and acousticness; close in energy");
    }

    @Test
    void nearly_all_close_names_the_exceptions() {
        assertThat(Why.sentence(reasons(0, 0, 0, 0, 0, 0.6, 0, 0, -0.9), false))
                .isEqualTo("close in all but valence and loudness");
    }

    @Test
    void all_close_names_the_largest_difference() {
        assertThat(Why.sentence(reasons(0, 0, 0, 0, 0, 0, 0, 0, 0.3), false))
                .isEqualTo("close in every feature, least in valence");
    }

    @Test
    void equal_songs_are_equal() {
        assertThat(Why.sentence(reasons(0, 0, 0, 0, 0, 0, 0, 0, 0), false)).isEqualTo("equal in every feature");
    }

    @Test
    void all_different_names_the_most_different() {
        assertThat(Why.sentence(reasons(1, 1, 1, 1, 1, 1, 1, 3, -2), true))
                .isEqualTo("differs in every feature, most in tempo and valence");
    }

    @Test
    void between_close_and_different_is_said_so() {
        assertThat(Why.sentence(reasons(0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4), true))
                .isEqualTo("a little different in every feature");
    }
}
