package segue.spark.cluster;

import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.clustering.KMeans;
import org.apache.spark.mllib.clustering.KMeansModel;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import segue.spark.rows.NumberedRow;

/**
 * Lloyd's passes by Spark's own k-means. Its class that takes a start is the one below Spark ML's, which draws its own: by
 * k-means||, of which the best of several is sometimes 10 % above what the library finds.
 */
final class SparkPasses {
    /** Differences of larger values could overflow when they are squared and summed, as in the library. */
    private static final float LARGEST = 1e16f;

    /** Centers rest when they move less than this, squared and summed, in mean inertia of a row. */
    private static final double TOLERANCE = 1e-6;

    private SparkPasses() {}

    /**
     * @param passes made
     */
    record Rested(Centers centers, int passes) {}

    /** @param inertiaOfRow about what a row adds to the inertia */
    static Rested from(Centers start, JavaRDD<NumberedRow> rows, int iterations, long seed, double inertiaOfRow) {
        int k = start.k();
        KMeansModel fitted = new KMeans()
                .setK(k)
                .setSeed(seed)
                .setInitialModel(model(start))
                .setMaxIterations(iterations)
                .setEpsilon(Math.sqrt(TOLERANCE * inertiaOfRow / k))
                .run(rows.map(SparkPasses::vector).rdd());
        Vector[] found = fitted.clusterCenters();
        float[] centers = new float[start.values().length];
        for (int i = 0; i < centers.length; i++) {
            centers[i] = (float) found[i / start.columns()].apply(i % start.columns());
        }
        return new Rested(new Centers(start.columns(), centers), fitted.numIter());
    }

    private static KMeansModel model(Centers start) {
        return new KMeansModel(IntStream.range(0, start.k())
                .mapToObj(center -> vector(start.matrix().row(center)))
                .toArray(Vector[]::new));
    }

    private static Vector vector(NumberedRow row) {
        for (float value : row.values()) {
            if (Math.abs(value) > LARGEST) {
                throw new IllegalArgumentException(
                        "row %d has %s: squared distances of such values overflow; put the columns on one scale"
                                .formatted(row.number(), value));
            }
        }
        return vector(row.values());
    }

    private static Vector vector(float[] row) {
        return Vectors.dense(
                IntStream.range(0, row.length).mapToDouble(c -> row[c]).toArray());
    }
}
