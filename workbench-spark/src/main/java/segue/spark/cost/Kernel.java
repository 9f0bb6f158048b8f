package segue.spark.cost;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import segue.matrix.FloatMatrix;
import segue.neighbors.BlockIndex;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.Search;

/**
 * What the library's kernel takes in a task, while every core has such a task.
 *
 * @param rows of the index
 * @param secondsAnIndexedRow to make it, with what the first query of a batch builds
 * @param secondsAQuery of a batch
 */
record Kernel(int rows, double secondsAnIndexedRow, double secondsAQuery) implements Serializable {
    private static final int CLUSTERS = 200;
    private static final int LEAST_QUERIES = 1000;

    /** The mean over as many tasks as there are cores; each measures a second time what it does, when it is warm. */
    static Kernel measure(JavaSparkContext context, int rows, int columns, int k) {
        int cores = context.defaultParallelism();
        List<Kernel> all = context.parallelize(Collections.nCopies(cores, rows), cores)
                .map(size -> inTask(size, columns, k))
                .collect();
        return new Kernel(
                rows,
                all.stream().mapToDouble(Kernel::secondsAnIndexedRow).average().orElseThrow(),
                all.stream().mapToDouble(Kernel::secondsAQuery).average().orElseThrow());
    }

    private static Kernel inTask(int rows, int columns, int k) {
        FloatMatrix data = clusters(rows, columns);
        once(data, k);
        return once(data, k);
    }

    private static Kernel once(FloatMatrix data, int k) {
        int rows = data.rows();
        int columns = data.columns();
        int queries = Math.min(rows, Math.max(LEAST_QUERIES, rows / 8));
        Search search = Search.nearest(k).withoutSelf().onThreads(1);
        FloatMatrix few = FloatMatrix.wrap(1, columns, Arrays.copyOf(data.values(), columns));
        FloatMatrix some = FloatMatrix.wrap(queries, columns, Arrays.copyOf(data.values(), queries * columns));
        long start = System.nanoTime();
        BlockIndex index = new BlockIndex(data, 0, new Distance(Metric.EUCLIDEAN));
        index.search(few, 0, search);
        index.search(some, 0, search);
        long built = System.nanoTime();
        index.search(some, 0, search);
        long again = System.nanoTime();
        double queriesTook = (again - built) / 1e9;
        double indexTook = Math.max(0, (built - start) / 1e9 - queriesTook);
        return new Kernel(rows, indexTook / rows, queriesTook / queries);
    }

    /** Seeded rows around 200 centres, in a random order: about as crowded as songs are. */
    static FloatMatrix clusters(int rows, int columns) {
        Random random = new Random(13);
        float[] centres = new float[CLUSTERS * columns];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = (float) random.nextGaussian();
        }
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            int centre = random.nextInt(CLUSTERS) * columns;
            for (int c = 0; c < columns; c++) {
                values[row * columns + c] = centres[centre + c] + 0.4f * (float) random.nextGaussian();
            }
        }
        return FloatMatrix.wrap(rows, columns, values);
    }
}
