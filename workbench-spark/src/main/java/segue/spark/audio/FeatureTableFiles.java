package segue.spark.audio;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import segue.audio.scan.ScanTable;
import segue.audio.scan.ScannedFile;
import segue.spark.session.WholeTable;

/** The table as a folder of Parquet files: texts, a double for the length, a boolean for silence, a float a descriptor. */
final class FeatureTableFiles {
    private static final int ROWS_A_FILE = 20_000;

    private FeatureTableFiles() {}

    /** A row as it is sent to the task that writes it. */
    private record Line(String path, byte[] file, String sameAs) implements Serializable {
        Row row(List<String> descriptors) {
            ScannedFile found = ScannedFile.ofLine(file)
                    .orElseThrow(() -> new IllegalStateException("a line did not come whole: " + path));
            return RowFactory.create(
                    ScanTable.values(descriptors, path, found, sameAs).toArray());
        }
    }

    static void write(SparkSession spark, ScanTable table, List<String> descriptors, String out, boolean overwrite)
            throws IOException {
        List<Line> lines = new ArrayList<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            lines.add(new Line(table.path(row), table.file(row).line(), table.sameAs(row)));
        }
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(lines, Math.ceilDiv(lines.size(), ROWS_A_FILE))
                .map(line -> line.row(descriptors));
        WholeTable.parquet(spark.createDataFrame(rows, schema(descriptors)), out, overwrite);
    }

    /** The paths in a table that was written before; none where there is no such table. */
    static Set<String> paths(SparkSession spark, String out) throws IOException {
        Path written = new Path(out, "_SUCCESS");
        if (!written.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(written)) {
            return new HashSet<>();
        }
        Dataset<Row> before = spark.read().parquet(out);
        return List.of(before.columns()).contains("path")
                ? new HashSet<>(before.select("path").as(Encoders.STRING()).collectAsList())
                : new HashSet<>();
    }

    private static StructType schema(List<String> descriptors) {
        StructType schema = new StructType();
        for (String column : ScanTable.columns(descriptors)) {
            schema = schema.add(column, type(column));
        }
        return schema;
    }

    private static DataType type(String column) {
        return switch (column) {
            case "duration_seconds" -> DataTypes.DoubleType;
            case "silent" -> DataTypes.BooleanType;
            case "path", "title", "artist", "album", "year", "genre", "sha256", "same_recording_as" ->
                DataTypes.StringType;
            default -> DataTypes.FloatType;
        };
    }
}
