package segue.catalog.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One play of a song of the catalogue.
 *
 * @param row of the song
 * @param began when the play began, UTC; some files tell it to the minute only
 * @param played how long it was heard, where the file says
 * @param skipped whether the person went on to another song before its end, where the file says
 */
public record Listen(int row, Instant began, Optional<Duration> played, boolean skipped) {
    /** A play that counts: not skipped, and at least 30 s long where the length is known. */
    public boolean heard() {
        return Play.heard(played.map(Duration::toMillis).orElse((long) Play.UNKNOWN), skipped);
    }
}
