package segue.spark.session;

/**
 * What one stage of a job cost.
 *
 * @param name what Spark calls it
 * @param tasks that succeeded
 * @param failedTasks that were tried again, or gave up
 * @param seconds of all its tasks together
 * @param longestSeconds of its longest task
 * @param shuffleReadBytes that its tasks fetched from others' output
 * @param shuffleWrittenBytes that its tasks left for others
 * @param mostShuffledBytes read and written by the task that shuffled most
 * @param spilledBytes that did not fit memory
 */
public record StageFigures(
        String name,
        int tasks,
        int failedTasks,
        double seconds,
        double longestSeconds,
        long shuffleReadBytes,
        long shuffleWrittenBytes,
        long mostShuffledBytes,
        long spilledBytes) {}
