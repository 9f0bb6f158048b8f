package segue.feedback;

import java.time.Instant;
import java.util.List;

/**
 * A digest of a listener.
 *
 * @param sent whether it was handed over; otherwise somebody is at it, or was interrupted, and it may have been sent or not
 * @param at when it was begun
 * @param songs their ids, as they stood in it
 */
public record MadeDigest(Listener listener, IsoWeek week, boolean sent, Instant at, List<String> songs) {
    public MadeDigest {
        songs = List.copyOf(songs);
    }
}
