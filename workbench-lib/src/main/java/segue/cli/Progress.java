package segue.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One line on stderr with time left; silent where stderr is no terminal. */
final class Progress implements AutoCloseable {
    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    /** @param total steps; -1 where it is not known */
    static Progress of(String task, long total) {
        String width = System.getenv("SEGUE_TERMINAL_WIDTH");
        if (width == null) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setMaxRenderedLength(Integer.parseInt(width))
                .setUpdateIntervalMillis(200)
                .build());
    }

    /** The total, once it is known; at most 0 while it is not. */
    void outOf(long total) {
        if (bar != null && total > 0) {
            bar.maxHint(total);
        }
    }

    void stepTo(long step) {
        if (bar != null) {
            bar.stepTo(step);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
