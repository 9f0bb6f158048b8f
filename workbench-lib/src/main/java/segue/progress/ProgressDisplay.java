package segue.progress;

import java.util.Optional;

/**
 * A place that can show progress. Offered as a service, in {@code META-INF/services/segue.progress.ProgressDisplay}; the
 * first that wants a piece of work shows it.
 */
public interface ProgressDisplay {
    /**
     * A line for work that is about to begin on the calling thread.
     *
     * @return empty where this display has no place for it now
     */
    Optional<Line> begin(Progress progress);

    /** One piece of work's line. Its methods are called by one thread at a time, though not always by the same. */
    interface Line {
        /** Shows how far the work is; called ten times a second at most, and once more at its end. */
        void show(ProgressState state);

        /** The loop that this line belongs to goes on to its next round: whatever its last round began has ended. */
        default void nextRound() {}
    }
}
