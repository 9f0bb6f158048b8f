package segue.cluster;

import java.util.OptionalDouble;
import java.util.function.IntFunction;

/** Means and variances of one number in each cluster, and in all rows outside of it. */
final class GroupMeans {
    private final long[] counts;
    private final double[] sums;
    private final double[] squares;
    private long count;
    private double sum;
    private double square;
    private double shift;

    private GroupMeans(int k) {
        counts = new long[k];
        sums = new double[k];
        squares = new double[k];
    }

    /** @param number of a row; empty where it is not known */
    static GroupMeans of(Clusters clusters, IntFunction<OptionalDouble> number) {
        GroupMeans means = new GroupMeans(clusters.k());
        double shift = Double.NaN;
        for (int row = 0; row < clusters.rows(); row++) {
            OptionalDouble value = number.apply(row);
            if (value.isPresent()) {
                // Around the first value, lest squares of large numbers cancel.
                shift = Double.isNaN(shift) ? value.getAsDouble() : shift;
                means.add(clusters.label(row), value.getAsDouble() - shift);
            }
        }
        means.shift = shift;
        return means;
    }

    private void add(int cluster, double value) {
        counts[cluster]++;
        sums[cluster] += value;
        squares[cluster] += value * value;
        count++;
        sum += value;
        square += value * value;
    }

    /** Whether it is known of a row here. */
    boolean has(int cluster) {
        return counts[cluster] > 0;
    }

    double mean(int cluster) {
        return shift + sums[cluster] / counts[cluster];
    }

    /** The mean of all other rows; of all where there are no others. */
    double elsewhere(int cluster) {
        long others = count - counts[cluster];
        return shift + (others == 0 ? sum / count : (sum - sums[cluster]) / others);
    }

    double z(int cluster) {
        double deviation = Math.sqrt(Math.max(0, square / count - (sum / count) * (sum / count)));
        return deviation > 0 ? (sums[cluster] / counts[cluster] - sum / count) / deviation : 0;
    }

    /** 0 where nothing varies on either side. */
    double effect(int cluster) {
        double difference = mean(cluster) - elsewhere(cluster);
        double variance = pooledVariance(cluster);
        return variance > 0 ? difference / Math.sqrt(variance) : 0;
    }

    /** Of the rows here and of the others, each around their own mean; where neither varies, of all rows together. */
    double pooledVariance(int cluster) {
        double here = around(counts[cluster], sums[cluster], squares[cluster]);
        double others = around(count - counts[cluster], sum - sums[cluster], square - squares[cluster]);
        double pooled = (here + others) / Math.max(1, count - 2);
        return pooled > 0 ? pooled : around(count, sum, square) / count;
    }

    private static double around(long count, double sum, double squares) {
        return count == 0 ? 0 : Math.max(0, squares - sum * sum / count);
    }
}
