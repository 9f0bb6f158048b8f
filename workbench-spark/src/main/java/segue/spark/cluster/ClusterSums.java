package segue.spark.cluster;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import segue.matrix.FloatMatrix;
import segue.spark.rows.RowBlock;

/** One pass over all rows: how many are nearest to each center, their exact sum, and the exact inertia. */
final class ClusterSums implements Serializable {
    private static final long serialVersionUID = 1;

    private final int columns;
    private final long[] counts;
    private final ExactSums sums;
    private final ExactSums inertia = new ExactSums(1);

    private ClusterSums(Centers centers) {
        columns = centers.columns();
        counts = new long[centers.k()];
        sums = new ExactSums(centers.values().length);
    }

    static ClusterSums of(JavaRDD<RowBlock> blocks, Broadcast<Centers> centers) {
        return blocks.mapPartitions(part -> List.of(of(part, centers.value())).iterator())
                .treeReduce(ClusterSums::add);
    }

    private static ClusterSums of(Iterator<RowBlock> blocks, Centers centers) {
        ClusterSums sums = new ClusterSums(centers);
        while (blocks.hasNext()) {
            sums.add(blocks.next().matrix(), centers);
        }
        return sums;
    }

    private void add(FloatMatrix rows, Centers centers) {
        int[] nearest = centers.nearest(rows);
        for (int row = 0; row < nearest.length; row++) {
            int center = nearest[row];
            counts[center]++;
            inertia.add(0, centers.distance(rows, row, center));
            for (int c = 0; c < columns; c++) {
                sums.add(center * columns + c, rows.values()[row * columns + c]);
            }
        }
    }

    private ClusterSums add(ClusterSums other) {
        for (int cluster = 0; cluster < counts.length; cluster++) {
            counts[cluster] += other.counts[cluster];
        }
        sums.add(other.sums);
        inertia.add(other.inertia);
        return this;
    }

    long[] counts() {
        return counts;
    }

    double inertia() {
        return inertia.sum(0);
    }

    /** The mean of each center's rows; the center itself where it has none. */
    Centers means(Centers before) {
        float[] means = before.values().clone();
        for (int i = 0; i < means.length; i++) {
            long count = counts[i / columns];
            means[i] = count == 0 ? means[i] : (float) (sums.sum(i) / count);
        }
        return new Centers(columns, means);
    }
}
