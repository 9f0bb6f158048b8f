package segue.page.map;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import segue.page.server.Timeouts;
import segue.progress.ProgressState;

/** Where the page's one map is drawn, in the background, when it is first asked for, and kept. */
public final class MapRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MapRoom.class);
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final FutureTask<DrawnMap> drawing;
    private final MapThread thread;

    /** How it stands with the map. */
    sealed interface State {
        /** Nobody has asked for it. */
        record None() implements State {}

        /**
         * It is being drawn.
         *
         * @param progress one line for people
         * @param fraction of the present step, 0 to 1
         * @param secondsLeft of the present step, 1 to {@value MapRoom#LONGEST_WAIT_SECONDS}
         */
        record Drawing(String progress, double fraction, int secondsLeft) implements State {}

        record Ready(DrawnMap map) implements State {}

        /** There is none of these songs. */
        record Impossible(String reason) implements State {}

        /** By a fault of the page, which the log tells. */
        record Failed() implements State {}
    }

    public MapRoom(Callable<DrawnMap> work) {
        this.drawing = new FutureTask<>(work);
        this.thread = new MapThread(this::draw);
    }

    private void draw() {
        drawing.run();
        if (state() instanceof State.Failed) {
            LOG.error("the map could not be drawn", drawing.exceptionNow());
        }
    }

    /** Begins to draw where nobody has asked before; never waits. */
    synchronized State ask() {
        if (thread.getState() == Thread.State.NEW && !drawing.isCancelled()) {
            thread.start();
        }
        return state();
    }

    State state() {
        if (thread.getState() == Thread.State.NEW) {
            return new State.None();
        }
        if (drawing.state() == Future.State.SUCCESS) {
            return new State.Ready(drawing.resultNow());
        }
        if (drawing.state() == Future.State.FAILED) {
            return drawing.exceptionNow() instanceof IllegalArgumentException reason
                    ? new State.Impossible(reason.getMessage())
                    : new State.Failed();
        }
        return thread.progress().map(MapRoom::drawing).orElse(new State.Drawing("starting", 0, 1));
    }

    private static State.Drawing drawing(ProgressState progress) {
        if (progress.phase() != ProgressState.Phase.RUNNING) {
            return new State.Drawing(progress.label() + " is done", 1, 1);
        }
        double share = progress.fraction();
        double left = share > 0 ? progress.elapsedMillis() / 1e3 / share * (1 - share) : 0;
        return new State.Drawing(progress.text(), share, Math.clamp((long) Math.ceil(left), 1, LONGEST_WAIT_SECONDS));
    }

    /** Ends the drawing, and waits until its thread has ended, at most as long as for requests. */
    @Override
    public synchronized void close() {
        drawing.cancel(true);
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(Timeouts.STOPPING);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
