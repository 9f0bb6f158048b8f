package segue.kernel.shell;

import java.util.Optional;
import segue.progress.Progress;
import segue.progress.ProgressDisplay;

/** Shows progress under the cell that began the work. */
public final class CellProgress implements ProgressDisplay {
    @Override
    public Optional<Line> begin(Progress progress) {
        return Optional.ofNullable(CellRun.current()).map(run -> run.progress.begin(progress));
    }
}
