package segue.spark.cost;

/**
 * Where a job would run.
 *
 * @param executors at least 1
 * @param coresEach of an executor, at least 1
 */
public record Cluster(int executors, int coresEach) {
    public Cluster {
        if (executors < 1 || coresEach < 1) {
            throw new IllegalArgumentException(
                    "executors and cores must be at least 1 but were %d and %d".formatted(executors, coresEach));
        }
    }

    public int cores() {
        return Math.multiplyExact(executors, coresEach);
    }
}
