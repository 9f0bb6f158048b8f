package segue.spark.session;

import java.util.List;
import java.util.Locale;

/**
 * What a run cost.
 *
 * @param wallSeconds from the beginning of the measurement to its reading
 * @param stages in the order in which they ended
 */
public record RunFigures(double wallSeconds, List<StageFigures> stages) {
    public RunFigures {
        stages = List.copyOf(stages);
    }

    public int tasks() {
        return stages.stream().mapToInt(StageFigures::tasks).sum();
    }

    public int failedTasks() {
        return stages.stream().mapToInt(StageFigures::failedTasks).sum();
    }

    /** Of all tasks together. */
    public double taskSeconds() {
        return stages.stream().mapToDouble(StageFigures::seconds).sum();
    }

    public long shuffledBytes() {
        return stages.stream().mapToLong(StageFigures::shuffleWrittenBytes).sum();
    }

    public long mostShuffledBytesOfATask() {
        return stages.stream().mapToLong(StageFigures::mostShuffledBytes).max().orElse(0);
    }

    /** {@code "8 tasks in 3 stages, 12.3 s of them together, 1.2 MB shuffled, 6.4 s"}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d tasks in %d stages%s, %.1f s of them together, %.1f MB shuffled, %.1f s",
                tasks(),
                stages.size(),
                failedTasks() == 0 ? "" : " (" + failedTasks() + " failed and were tried again)",
                taskSeconds(),
                shuffledBytes() / 1e6,
                wallSeconds);
    }
}
