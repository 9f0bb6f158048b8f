package segue.neighbors;

/**
 * The answer to one query: rows of the index sorted best first, ties broken by ascending row.
 *
 * @param rows row numbers, length k (or the number of rows, where k is larger)
 * @param distances of those rows, in the unit of the metric
 */
public record Neighbors(int[] rows, float[] distances) {
    public int size() {
        return rows.length;
    }
}
