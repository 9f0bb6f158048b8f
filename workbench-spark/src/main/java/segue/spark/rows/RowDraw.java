package segue.spark.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * Different rows drawn at random. Which ones depends on their numbers and the seed alone, so a draw is the same however the
 * rows are cut into partitions, and when a task is run again.
 */
public final class RowDraw {
    /** 2 to the power of 63. */
    private static final double RANGE = 0x1p63;

    private RowDraw() {}

    /**
     * {@code count} rows in the order of their numbers; all where there are not more. They are held in memory here.
     *
     * @param size of the table, at least 1
     * @param count at least 1
     */
    public static List<NumberedRow> of(JavaRDD<NumberedRow> rows, long size, int count, long seed) {
        if (count >= size) {
            return sorted(new ArrayList<>(rows.collect()));
        }
        double wanted = count + 8 * Math.sqrt(count) + 16;
        while (true) {
            long below = wanted >= size ? Long.MAX_VALUE : (long) (wanted / size * RANGE);
            List<NumberedRow> drawn = new ArrayList<>(
                    rows.filter(row -> lot(row.number(), seed) < below).collect());
            if (drawn.size() >= count || wanted >= size) {
                drawn.sort(Comparator.comparingLong((NumberedRow row) -> lot(row.number(), seed))
                        .thenComparingLong(NumberedRow::number));
                return sorted(new ArrayList<>(drawn.subList(0, Math.min(count, drawn.size()))));
            }
            wanted *= 2;
        }
    }

    private static List<NumberedRow> sorted(List<NumberedRow> rows) {
        rows.sort(Comparator.comparingLong(NumberedRow::number));
        return rows;
    }

    /** A number below 2^63 that looks random: SplitMix64 of G. Steele et al., Fast splittable pseudorandom generators, 2014. */
    public static long lot(long number, long seed) {
        long z = number * 0x9e3779b97f4a7c15L + seed;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return (z ^ (z >>> 31)) >>> 1;
    }
}
