package segue.spark.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.IntegralType;
import segue.spark.rows.StoredPath;

/** Users and songs of Parquet files: a song a row, or all songs of a user in one column that is a list. */
final class UserParquet {
    private UserParquet() {}

    static JavaRDD<Entry> entries(SparkSession spark, String path, List<FileStatus> files) throws IOException {
        String[] paths = files.stream().map(file -> file.getPath().toString()).toArray(String[]::new);
        Dataset<Row> table = spark.read().parquet(paths);
        UserSongs.Columns columns = UserSongs.columns(path, List.of(table.columns()));
        boolean list = table.schema().fields()[columns.songs()].dataType() instanceof ArrayType;
        Map<String, Integer> numbers = new HashMap<>();
        for (String file : paths) {
            numbers.put(StoredPath.plain(file), numbers.size());
        }
        return table.select(
                        col("_metadata.file_path"),
                        col("_metadata.row_index"),
                        column(table, columns.user()).cast("string"),
                        column(table, columns.songs()).cast(list ? "array<string>" : "string"),
                        position(path, table, columns))
                .javaRDD()
                .flatMap(row -> entries(row, numbers, list));
    }

    private static Column column(Dataset<Row> table, int column) {
        return col("`" + table.columns()[column].replace("`", "``") + "`");
    }

    private static Column position(String path, Dataset<Row> table, UserSongs.Columns columns) throws IOException {
        if (columns.position() < 0) {
            return lit(0L);
        }
        if (!(table.schema().fields()[columns.position()].dataType() instanceof IntegralType)) {
            throw new IOException("%s: expected whole numbers in the column %s but found %s"
                    .formatted(
                            path,
                            table.columns()[columns.position()],
                            table.schema()
                                    .fields()[columns.position()]
                                    .dataType()
                                    .simpleString()));
        }
        return column(table, columns.position()).cast("long");
    }

    private static Iterator<Entry> entries(Row row, Map<String, Integer> numbers, boolean list) {
        String file = StoredPath.plain(row.getString(0));
        UserRow place = new UserRow(
                file.substring(file.lastIndexOf('/') + 1),
                "row",
                numbers.get(file),
                row.getLong(1),
                row.isNullAt(4) ? Long.MAX_VALUE : row.getLong(4));
        String user = row.isNullAt(2) ? "" : row.getString(2);
        List<String> ids =
                row.isNullAt(3) ? List.of() : list ? row.getList(3) : Collections.singletonList(row.getString(3));
        return place.entries(user, ids, list).iterator();
    }
}
