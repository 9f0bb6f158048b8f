package segue.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.feedback.sql.DatabaseAddress;

class InventedFeedbackTest {
    private static final Catalog SONGS = Catalog.sample();

    @TempDir
    private Path folder;

    @Test
    void the_same_values_invent_the_same_feedback() {
        InventedFeedback few = InventedFeedback.defaults().withListeners(4);
        try (FeedbackStore one = few.into(DatabaseAddress.in(folder.resolve("one")), SONGS);
                FeedbackStore two = few.into(DatabaseAddress.in(folder.resolve("two")), SONGS)) {
            assertThat(one.currentRatings()).isNotEmpty().isEqualTo(two.currentRatings());
            assertThat(one.reports().trials()).isEqualTo(two.reports().trials());
            assertThat(one.reports().searchWords(Instant.EPOCH, 9))
                    .isEqualTo(two.reports().searchWords(Instant.EPOCH, 9));
        }
    }

    @Test
    void methods_get_the_scores_that_they_are_told_to_get_and_all_lies_in_the_weeks() {
        InventedFeedback plan = InventedFeedback.defaults();
        try (FeedbackStore store = plan.into(DatabaseAddress.in(folder), SONGS)) {
            List<GivenRating> ratings = store.currentRatings();
            assertThat(ratings).hasSizeGreaterThan(500);
            assertThat(ratings)
                    .extracting(GivenRating::at)
                    .allMatch(at ->
                            at.isBefore(plan.until()) && at.isAfter(plan.until().minus(Duration.ofDays(57))));
            for (MethodScore method : store.reports().scoresByMethod()) {
                assertThat(method.scores().mean())
                        .as(method.method())
                        .isBetween(
                                plan.methods().get(method.method()) - 1,
                                plan.methods().get(method.method()) + 1);
            }
        }
    }

    @Test
    void a_store_with_feedback_is_left_alone() {
        DatabaseAddress address = DatabaseAddress.in(folder);
        try (FeedbackStore store = FeedbackStore.open(address)) {
            store.played(Listener.random(), "song");
        }
        assertThatThrownBy(() -> InventedFeedback.defaults().into(address, SONGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has feedback already: invented listeners would be taken for real ones");
        try (FeedbackStore store = FeedbackStore.open(address)) {
            assertThat(store.currentRatings()).isEmpty();
        }
    }

    @Test
    void values_out_of_range_are_refused_by_name() {
        InventedFeedback plan = InventedFeedback.defaults();
        assertThatThrownBy(() -> plan.withListeners(0)).hasMessage("listeners must be in [1, 10,000] but was 0");
        assertThatThrownBy(() -> plan.withWeeks(521)).hasMessage("weeks must be in [1, 520] but was 521");
        assertThatThrownBy(() -> plan.withMethods(Map.of())).hasMessageContaining("name at least one");
        assertThatThrownBy(() -> plan.withMethods(Map.of("m", 11.0)))
                .hasMessage("average score of m must be in [0, 10] but was 11.0");
        assertThatThrownBy(() -> plan.into(DatabaseAddress.in(folder), new Catalog("none", List.of())))
                .hasMessageContaining("the catalogue is empty");
    }
}
