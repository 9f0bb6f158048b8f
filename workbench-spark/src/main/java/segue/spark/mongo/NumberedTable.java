package segue.spark.mongo;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import segue.spark.rows.StoredPath;

/**
 * Any table of Parquet files with a row's number, from 0 in the order of the files' names, as {@code _id} before its columns.
 *
 * @param rows which partition has one says nothing
 * @param size how many
 */
public record NumberedTable(Dataset<Row> rows, long size) {
    private static final String FILE = "segue file";
    private static final String FIRST = "segue first";
    private static final String INDEX = "segue index";

    /**
     * @param path a file, a folder of them, or a pattern
     * @throws IOException if there is no such table
     * @throws IllegalArgumentException if it has a column {@code _id} of its own
     */
    public static NumberedTable open(SparkSession spark, String path) throws IOException {
        List<FileStatus> files = StoredPath.files(spark.sparkContext().hadoopConfiguration(), path);
        for (FileStatus file : files) {
            if (!file.getPath().getName().endsWith(".parquet")) {
                throw new IOException(path + ": expected .parquet files but found "
                        + file.getPath().getName());
            }
        }
        Dataset<Row> table = spark.read()
                .parquet(files.stream().map(file -> file.getPath().toString()).toArray(String[]::new));
        if (List.of(table.columns()).contains("_id")) {
            throw new IllegalArgumentException(
                    path + " has a column _id, which MongoDB keeps for telling documents apart: call it otherwise");
        }
        return number(spark, table);
    }

    private static NumberedTable number(SparkSession spark, Dataset<Row> table) {
        List<Row> firsts = new ArrayList<>();
        long size = 0;
        for (Row file : counts(table)) {
            firsts.add(RowFactory.create(file.getString(0), size));
            size += file.getLong(1);
        }
        Dataset<Row> starts = spark.createDataFrame(
                firsts, new StructType().add(FILE, DataTypes.StringType).add(FIRST, DataTypes.LongType));
        Column[] columns = Stream.concat(
                        Stream.of(col(FIRST).plus(col(INDEX)).as("_id")),
                        Arrays.stream(table.columns()).map(name -> col("`" + name.replace("`", "``") + "`")))
                .toArray(Column[]::new);
        Dataset<Row> rows = table.select(
                        col("*"),
                        col("_metadata.file_path").as(FILE),
                        col("_metadata.row_index").as(INDEX))
                .join(broadcast(starts), FILE)
                .select(columns);
        return new NumberedTable(rows, size);
    }

    private static List<Row> counts(Dataset<Row> table) {
        return table.select(col("_metadata.file_path").as(FILE)).groupBy(FILE).count().collectAsList().stream()
                .sorted(Comparator.comparing(row -> row.getString(0)))
                .toList();
    }
}
