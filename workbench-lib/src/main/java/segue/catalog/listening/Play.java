package segue.catalog.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A play in little memory, 40 bytes.
 *
 * @param began in milliseconds since 1970
 * @param millis how long it was heard; {@link #UNKNOWN} where the file does not say
 * @param byName whether the song was found by its name, not by its id
 */
record Play(long began, int row, int millis, Layout layout, boolean skipped, boolean byName) {
    static final int UNKNOWN = -1;
    /** As long as the services themselves ask for before a play counts. */
    static final int COUNTS_FROM_MILLIS = 30_000;

    static final Comparator<Play> BY_SONG = Comparator.comparingInt(Play::row)
            .thenComparingLong(Play::began)
            .thenComparing(Play::layout)
            .thenComparingInt(Play::millis)
            .thenComparing(Play::skipped)
            .thenComparing(Play::byName);
    static final Comparator<Play> BY_TIME =
            Comparator.comparingLong(Play::began).thenComparing(BY_SONG);

    static boolean heard(long millis, boolean skipped) {
        return !skipped && (millis == UNKNOWN || millis >= COUNTS_FROM_MILLIS);
    }

    boolean heard() {
        return heard(millis, skipped);
    }

    boolean isCopyOf(Play other) {
        return row == other.row && began == other.began && layout == other.layout && millis == other.millis;
    }

    Listen listen() {
        return new Listen(
                row,
                Instant.ofEpochMilli(began),
                millis == UNKNOWN ? Optional.empty() : Optional.of(Duration.ofMillis(millis)),
                skipped);
    }
}
