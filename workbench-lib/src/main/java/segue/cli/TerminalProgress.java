package segue.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import segue.progress.Progress;
import segue.progress.ProgressDisplay;
import segue.progress.ProgressState;

/** One line on stderr with time left; silent where stderr is no terminal. */
public final class TerminalProgress implements ProgressDisplay {
    @Override
    public Optional<Line> begin(Progress progress) {
        String width = System.getenv("SEGUE_TERMINAL_WIDTH");
        if (width == null) {
            return Optional.empty();
        }
        ProgressState state = progress.state();
        return Optional.of(new Bar(new ProgressBarBuilder()
                .setTaskName(state.label())
                .setInitialMax(state.total().orElse(-1))
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setMaxRenderedLength(Integer.parseInt(width))
                .setUpdateIntervalMillis(200)
                .build()));
    }

    private record Bar(ProgressBar bar) implements Line {
        @Override
        public void show(ProgressState state) {
            state.total().ifPresent(bar::maxHint);
            bar.stepTo(state.done());
            bar.setExtraMessage(state.message());
            if (state.phase() != ProgressState.Phase.RUNNING) {
                bar.close();
            }
        }
    }
}
