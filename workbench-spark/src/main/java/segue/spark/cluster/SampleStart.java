package segue.spark.cluster;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;
import segue.cluster.Clusters;
import segue.cluster.DifferentRows;
import segue.cluster.KMeans;
import segue.cluster.KMeansOptions;
import segue.matrix.FloatMatrix;
import segue.spark.rows.NumberedRow;
import segue.spark.rows.RowDraw;

/** Where the passes over the whole table begin: the library's clusters of a sample of it. */
final class SampleStart {
    private SampleStart() {}

    /** @throws IllegalArgumentException if the table has fewer different rows than clusters */
    static Clusters of(JavaRDD<NumberedRow> rows, long size, ClusteringOptions options) {
        KMeansOptions kmeans = options.kmeans();
        List<NumberedRow> drawn = RowDraw.of(rows, size, options.sampleRows(), kmeans.seed());
        FloatMatrix sample = matrix(drawn);
        if (drawn.size() < size && DifferentRows.upTo(kmeans.k(), sample) < kmeans.k()) {
            List<NumberedRow> more = new ArrayList<>(drawn);
            more.addAll(different(rows, kmeans.k()));
            sample = matrix(more);
        }
        return KMeans.fit(sample, kmeans);
    }

    private static FloatMatrix matrix(List<NumberedRow> rows) {
        return FloatMatrix.of(rows.stream().map(NumberedRow::values).toList());
    }

    /** Of a table that is nearly all duplicates: the first {@code count} rows that differ from each other. */
    private static List<NumberedRow> different(JavaRDD<NumberedRow> rows, int count) {
        JavaPairRDD<List<Float>, Long> firsts = rows.mapToPair(row -> new Tuple2<>(values(row.values()), row.number()))
                .reduceByKey(Math::min);
        return firsts.mapToPair(Tuple2::swap).sortByKey().take(count).stream()
                .map(first -> new NumberedRow(first._1, null, floats(first._2)))
                .toList();
    }

    /** By value: 0 and -0 are one. */
    private static List<Float> values(float[] row) {
        List<Float> values = new ArrayList<>(row.length);
        for (float value : row) {
            values.add(value + 0f);
        }
        return values;
    }

    private static float[] floats(List<Float> values) {
        float[] row = new float[values.size()];
        for (int c = 0; c < row.length; c++) {
            row[c] = values.get(c);
        }
        return row;
    }
}
