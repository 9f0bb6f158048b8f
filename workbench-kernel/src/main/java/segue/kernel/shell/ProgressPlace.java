package segue.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import segue.kernel.display.MimeBundle;
import segue.kernel.display.ProgressLines;
import segue.progress.Progress;
import segue.progress.ProgressDisplay;
import segue.progress.ProgressState;
import segue.progress.ProgressState.Phase;

/** One display that shows a piece of work and, below it, the part of it that is under way. */
final class ProgressPlace {
    private static final long BETWEEN_UPDATES_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final CellOutput output;
    private final String id = UUID.randomUUID().toString();
    private final List<Line> lines = new ArrayList<>();
    private boolean shown;
    private boolean flushing;
    private long shownNanos;

    ProgressPlace(CellOutput output) {
        this.output = output;
    }

    private final class Line implements ProgressDisplay.Line {
        private final Progress progress;
        private ProgressState state;

        Line(Progress progress) {
            this.progress = progress;
            this.state = progress.state();
        }

        @Override
        public void show(ProgressState state) {
            changed(this, state);
        }

        @Override
        public void nextRound() {
            endAfter(this, Phase.STOPPED);
        }

        private boolean running() {
            return state.phase() == Phase.RUNNING;
        }
    }

    synchronized ProgressDisplay.Line begin(Progress progress) {
        while (!lines.isEmpty() && !lines.getLast().running()) {
            lines.removeLast();
        }
        Line line = new Line(progress);
        lines.add(line);
        return line;
    }

    synchronized boolean ended() {
        return !lines.isEmpty() && !lines.getFirst().running();
    }

    void end(Phase how) {
        endAfter(null, how);
    }

    /** @param line null for all lines */
    private void endAfter(Line line, Phase how) {
        List<Line> left;
        synchronized (this) {
            left = List.copyOf(lines.subList(line == null ? 0 : lines.indexOf(line) + 1, lines.size()));
        }
        // Ending a line comes back to this place, so its lock must not be held here.
        left.reversed().forEach(later -> later.progress.end(how));
    }

    private synchronized void changed(Line line, ProgressState state) {
        boolean wasOver = ended();
        line.state = state;
        if (wasOver || !lines.contains(line)) {
            return;
        }
        if (ended() && state.phase() == Phase.DONE) {
            lines.subList(1, lines.size()).clear();
        }
        long wait = shownNanos + BETWEEN_UPDATES_NANOS - System.nanoTime();
        if (!shown || ended() || wait <= 0) {
            publish();
        } else if (!flushing) {
            flushing = true;
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS).execute(this::flush);
        }
    }

    private synchronized void flush() {
        flushing = false;
        if (!ended()) {
            publish();
        }
    }

    private void publish() {
        MimeBundle bundle =
                ProgressLines.of(lines.stream().map(line -> line.state).toList());
        shownNanos = System.nanoTime();
        if (shown) {
            output.updateDisplay(bundle, id);
        } else {
            shown = true;
            output.display(bundle, Optional.of(id));
        }
    }
}
