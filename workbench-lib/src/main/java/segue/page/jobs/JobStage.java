package segue.page.jobs;

import java.util.Optional;
import segue.jobs.JobHandler;
import segue.jobs.JobProgress;
import segue.progress.Progress;
import segue.progress.ProgressDisplay;
import segue.progress.ProgressState;

/**
 * A part of a job. What the library tells of its progress while the part is worked on, in the same thread, is told of the job, and not
 * shown in the terminal of whoever started the page.
 *
 * <pre>{@code
 * SongList songs;
 * try (JobStage _ = JobStage.begin(progress, 0, 0.4)) {         // up to 40 % of the job
 *     songs = spotify.likedSongs();                             // "liked songs: 50 of 120"
 * }
 * }</pre>
 */
public final class JobStage implements AutoCloseable {
    private static final ThreadLocal<JobStage> NOW = new ThreadLocal<>();

    private final JobProgress job;
    private final double from;
    private final double to;
    private final JobStage around;

    private JobStage(JobProgress job, double from, double to) {
        this.job = job;
        this.from = from;
        this.to = to;
        this.around = NOW.get();
    }

    /**
     * @param from how much of the job is done when the part begins, 0 to 1
     * @param to how much is when it ends
     */
    public static JobStage begin(JobProgress job, double from, double to) {
        if (!(from >= 0 && from <= to && to <= 1)) {
            throw new IllegalArgumentException(
                    "a stage must go from 0 or more to 1 or less but went from %s to %s".formatted(from, to));
        }
        JobStage stage = new JobStage(job, from, to);
        NOW.set(stage);
        return stage;
    }

    static JobHandler wholeOf(JobHandler handler) {
        return (payload, progress) -> {
            try (JobStage _ = begin(progress, 0, 1)) {
                return handler.work(payload, progress);
            }
        };
    }

    private void tell(ProgressState state) {
        String said = state.message().isBlank() ? "" : " · " + state.message();
        String count = state.done() == 0 && state.total().isEmpty() ? "" : ": " + state.count();
        job.tell(from + (to - from) * state.fraction(), state.label() + count + said);
    }

    /** The part around it goes on. */
    @Override
    public void close() {
        if (around == null) {
            NOW.remove();
        } else {
            NOW.set(around);
        }
    }

    /** Takes the progress of what jobs do. */
    public static final class Display implements ProgressDisplay {
        @Override
        public Optional<Line> begin(Progress begun) {
            return Optional.ofNullable(NOW.get()).map(stage -> stage::tell);
        }
    }
}
