package segue.spark.cluster;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import segue.spark.rows.NumberedRow;

/** How many rows there are, and of each column the exact sum, the exact sum of squares, and both ends. */
final class ColumnMoments implements Serializable {
    private static final long serialVersionUID = 1;

    private final ExactSums sums;
    private final ExactSums squares;
    private final float[] low;
    private final float[] high;
    private long count;

    private ColumnMoments(int columns) {
        sums = new ExactSums(columns);
        squares = new ExactSums(columns);
        low = new float[columns];
        high = new float[columns];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
    }

    static ColumnMoments of(JavaRDD<NumberedRow> rows, int columns) {
        return rows.mapPartitions(part -> List.of(of(part, columns)).iterator()).treeReduce(ColumnMoments::add);
    }

    private static ColumnMoments of(Iterator<NumberedRow> rows, int columns) {
        ColumnMoments moments = new ColumnMoments(columns);
        while (rows.hasNext()) {
            moments.add(rows.next().values());
        }
        return moments;
    }

    private void add(float[] row) {
        count++;
        for (int c = 0; c < row.length; c++) {
            double value = row[c];
            sums.add(c, value);
            squares.add(c, value * value);
            low[c] = Math.min(low[c], row[c]);
            high[c] = Math.max(high[c], row[c]);
        }
    }

    private ColumnMoments add(ColumnMoments other) {
        count += other.count;
        sums.add(other.sums);
        squares.add(other.squares);
        for (int c = 0; c < low.length; c++) {
            low[c] = Math.min(low[c], other.low[c]);
            high[c] = Math.max(high[c], other.high[c]);
        }
        return this;
    }

    int columns() {
        return low.length;
    }

    double mean(int column) {
        return sums.sum(column) / count;
    }

    /** Of the population: divided by the number of rows. */
    double variance(int column) {
        return ExactSums.variance(count, sums, squares, column);
    }

    float low(int column) {
        return low[column];
    }

    float high(int column) {
        return high[column];
    }
}
