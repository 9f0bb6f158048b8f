package segue.page.map;

import java.util.Optional;
import segue.progress.Progress;
import segue.progress.ProgressDisplay;
import segue.progress.ProgressState;

/** Draws the map; knows how far the work is that it began last. */
public final class MapThread extends Thread {
    private volatile Progress progress;

    MapThread(Runnable drawing) {
        super(drawing, "segue-map");
        setDaemon(true);
    }

    /** How far the latest piece of work is; empty before the first. */
    Optional<ProgressState> progress() {
        return Optional.ofNullable(progress).map(Progress::state);
    }

    /** Takes the progress of what this thread does, so that no terminal or notebook shows it. */
    public static final class Display implements ProgressDisplay {
        @Override
        public Optional<Line> begin(Progress begun) {
            if (Thread.currentThread() instanceof MapThread thread) {
                thread.progress = begun;
                return Optional.of(state -> {});
            }
            return Optional.empty();
        }
    }
}
