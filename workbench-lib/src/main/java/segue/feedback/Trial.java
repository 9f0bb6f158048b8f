package segue.feedback;

import java.time.Instant;
import java.util.Optional;

/**
 * Two methods shown side by side. The page shows their songs and this id, not their names, until there is an answer.
 *
 * @param id random; whoever answers gives it back
 * @param askedSong the song that both were asked about, empty where there was none
 * @param leftMethod drawn by a coin
 * @param answer empty until the listener has answered
 */
public record Trial(
        String id,
        Listener listener,
        String askedSong,
        String leftMethod,
        String rightMethod,
        Instant shown,
        Optional<TrialAnswer> answer) {}
