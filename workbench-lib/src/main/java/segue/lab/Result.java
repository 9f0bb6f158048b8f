package segue.lab;

/**
 * A row of the table: one contender at one task.
 *
 * @param threads that it used
 * @param buildSeconds that it took to get ready; NaN where it did not
 * @param timing null where the answers are wrong, or there are none
 * @param asked queries that were timed; fewer than {@code outOf} where the time is scaled
 * @param note what else there is to say, such as what auto chose; may be blank
 */
public record Result(
        String contender,
        int threads,
        Task task,
        double buildSeconds,
        Verdict verdict,
        Timing timing,
        int asked,
        int outOf,
        String note) {

    static Result without(String contender, int threads, Task task, double buildSeconds, Verdict verdict) {
        return new Result(contender, threads, task, buildSeconds, verdict, null, 0, 0, "");
    }

    public boolean isTimed() {
        return timing != null;
    }

    /** Seconds of a warm call, scaled to the whole task; NaN where there is no time. */
    public double seconds() {
        return timing == null ? Double.NaN : timing.median();
    }

    /** How many times quicker than {@code baseline}; NaN where one of the two has no time. */
    public double speedUp(Result baseline) {
        return baseline == null ? Double.NaN : baseline.seconds() / seconds();
    }

    /** Whether only a part of the task was asked. */
    public boolean isScaled() {
        return asked < outOf;
    }
}
