package segue.kernel.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import segue.progress.Progress;
import segue.progress.ProgressDisplay;
import segue.progress.ProgressState.Phase;

/**
 * The progress that one run of a cell shows. Work that begins while other work of the same thread is under way is a part
 * of it and shares its place, so that a loop in a loop shows two lines, not a line a round.
 */
final class ProgressBoard {
    private final CellOutput output;
    private final Map<Thread, ProgressPlace> places = new HashMap<>();

    ProgressBoard(CellOutput output) {
        this.output = output;
    }

    synchronized ProgressDisplay.Line begin(Progress progress) {
        places.values().removeIf(ProgressPlace::ended);
        return places.computeIfAbsent(Thread.currentThread(), _ -> new ProgressPlace(output))
                .begin(progress);
    }

    /** The run has ended: loops that were left before their end will not go on. */
    void end(Thread cellThread, boolean interrupted) {
        List<ProgressPlace> left = new ArrayList<>();
        synchronized (this) {
            places.forEach((thread, place) -> {
                // What other threads do goes on after the cell, unless they were stopped with it.
                if (interrupted || thread == cellThread) {
                    left.add(place);
                }
            });
        }
        left.forEach(place -> place.end(interrupted ? Phase.INTERRUPTED : Phase.STOPPED));
    }
}
