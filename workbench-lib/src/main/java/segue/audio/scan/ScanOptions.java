package segue.audio.scan;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How folders are scanned.
 *
 * @param out the table that is written; the journal lies beside it
 * @param jobs recordings that are worked on at once, 1 to {@value #MOST_JOBS}; default: one a core
 * @param frames folder for features frame by frame, as {@code .npy}; empty where they are not wanted
 */
public record ScanOptions(Path out, int jobs, Optional<Path> frames) {
    static final int MOST_JOBS = 1_024;

    public ScanOptions {
        Objects.requireNonNull(out, "a scan needs a file to write");
        if (jobs < 1 || jobs > MOST_JOBS) {
            throw new IllegalArgumentException("jobs must be in [1, %,d] but was %d".formatted(MOST_JOBS, jobs));
        }
    }

    /** Every core, no frames. */
    public static ScanOptions to(Path out) {
        return new ScanOptions(out, Math.min(MOST_JOBS, Runtime.getRuntime().availableProcessors()), Optional.empty());
    }

    public ScanOptions withJobs(int jobs) {
        return new ScanOptions(out, jobs, frames);
    }

    public ScanOptions withFrames(Path folder) {
        return new ScanOptions(out, jobs, Optional.of(folder));
    }
}
