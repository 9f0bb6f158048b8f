package segue.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.feedback.sql.DatabaseAddress;

class DaysOfZoneTest {
    @TempDir
    private Path folder;

    private Instant now;

    @Test
    void a_day_on_which_clocks_change_has_its_own_hours_and_no_others() {
        // In Berlin the 29th of March 2026 has 23 hours, the 25th of October 25.
        String[] moments = {
            "2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z",
            "2026-10-24T21:59:59Z", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z", "2026-10-25T23:00:00Z"
        };
        try (FeedbackStore store = FeedbackStore.open(DatabaseAddress.in(folder), () -> now)) {
            for (int i = 0; i < moments.length; i++) {
                now = Instant.parse(moments[i]);
                store.rate("a-key-for-rating-" + i, new Rating(Listener.random(), "", "song", "cosine", Opinion.LIKE));
            }
            assertThat(store.reports().days(ZoneId.of("Europe/Berlin")))
                    .containsExactly(
                            likes(3, 28, 1),
                            likes(3, 29, 2),
                            likes(3, 30, 1),
                            likes(10, 24, 1),
                            likes(10, 25, 2),
                            likes(10, 26, 1));
        }
    }

    private static DayOfOpinions likes(int month, int day, int likes) {
        return new DayOfOpinions(LocalDate.of(2026, month, day), likes, 0, 0);
    }
}
