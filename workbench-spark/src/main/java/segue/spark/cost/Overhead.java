package segue.spark.cost;

/**
 * What a search costs beside its kernel and its shuffle.
 *
 * @param secondsASearch whatever its size: planning, and jobs that have next to nothing to do
 * @param secondsARow of one core: to read it, to cut it, and to write its answer
 */
public record Overhead(double secondsASearch, double secondsARow) {
    /** On all cores of a cluster. */
    double seconds(long rows, Cluster cluster) {
        return secondsASearch + rows * secondsARow / cluster.cores();
    }
}
