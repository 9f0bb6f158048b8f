package segue.spark.cost;

/**
 * What small runs have measured.
 *
 * @param broadcast overhead of a broadcast search
 * @param shuffle overhead of a shuffled one
 * @param secondsATask of one core, for a task that has nothing to do
 * @param secondsAnIndexedRow to make an index, a row
 * @param secondsAQuery of one core, for a query among {@code referenceRows}
 * @param referenceRows see there
 * @param power a query among n rows takes {@code secondsAQuery * (n / referenceRows)^power}; 0 to 1
 * @param shuffledBytesASecond of one core: cut, written, read and put together again
 * @param broadcastBytesASecond to an executor
 */
public record Constants(
        Overhead broadcast,
        Overhead shuffle,
        double secondsATask,
        double secondsAnIndexedRow,
        double secondsAQuery,
        int referenceRows,
        double power,
        double shuffledBytesASecond,
        double broadcastBytesASecond) {
    /** The same machines, with what was found to remain. */
    Constants with(Overhead ofBroadcast, Overhead ofShuffle) {
        return new Constants(
                ofBroadcast,
                ofShuffle,
                secondsATask,
                secondsAnIndexedRow,
                secondsAQuery,
                referenceRows,
                power,
                shuffledBytesASecond,
                broadcastBytesASecond);
    }

    /** One query among so many rows, on one core. */
    double secondsOfQuery(long rows) {
        return secondsAQuery * Math.pow((double) rows / referenceRows, power);
    }
}
