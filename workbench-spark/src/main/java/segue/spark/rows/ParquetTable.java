package segue.spark.rows;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of Parquet files; numbers in columns of their own, or one column that is an array of them. */
final class ParquetTable {
    private ParquetTable() {}

    static RowTable open(SparkSession spark, String path, List<FileStatus> files, List<String> asked)
            throws IOException {
        String[] paths = files.stream().map(file -> file.getPath().toString()).toArray(String[]::new);
        Dataset<Row> table = spark.read().parquet(paths);
        List<String> all = List.of(table.columns());
        List<String> numbers = Arrays.stream(table.schema().fields())
                .filter(field -> field.dataType() instanceof NumericType)
                .map(StructField::name)
                .toList();
        String id = RowTable.idColumn(all);
        String array = asked.isEmpty() && !all.containsAll(RowTable.FEATURES) ? arrayColumn(table) : null;
        List<String> columns = array == null ? List.copyOf(RowTable.choose(path, asked, numbers, all)) : List.of(array);
        Map<String, Long> firstNumbers = new HashMap<>();
        long size = firstNumbers(table, files, firstNumbers);
        List<Column> wanted = new ArrayList<>();
        wanted.add(col("_metadata.file_path"));
        wanted.add(col("_metadata.row_index"));
        wanted.add(id == null ? lit(null).cast("string") : col(quoted(id)).cast("string"));
        columns.forEach(column -> wanted.add(col(quoted(column))));
        JavaRDD<NumberedRow> rows = table.select(wanted.toArray(Column[]::new))
                .javaRDD()
                .map(row -> array == null ? ofColumns(row, firstNumbers, columns) : ofArray(row, firstNumbers, array));
        List<String> names = array == null
                ? columns
                : IntStream.range(0, rows.isEmpty() ? 0 : rows.first().values().length)
                        .mapToObj(Integer::toString)
                        .toList();
        return new RowTable(path, names, size, id != null, rows);
    }

    private static String arrayColumn(Dataset<Row> table) {
        List<String> arrays = Arrays.stream(table.schema().fields())
                .filter(field ->
                        field.dataType() instanceof ArrayType array && array.elementType() instanceof NumericType)
                .map(StructField::name)
                .toList();
        return arrays.size() == 1 ? arrays.getFirst() : null;
    }

    private static long firstNumbers(Dataset<Row> table, List<FileStatus> files, Map<String, Long> firstNumbers) {
        Map<String, Long> counts = new HashMap<>();
        for (Row row : table.select(col("_metadata.file_path").as("file"))
                .groupBy("file")
                .count()
                .collectAsList()) {
            counts.put(StoredPath.plain(row.getString(0)), row.getLong(1));
        }
        long size = 0;
        for (FileStatus file : files) {
            String name = StoredPath.plain(file.getPath().toString());
            firstNumbers.put(name, size);
            size += counts.getOrDefault(name, 0L);
        }
        return size;
    }

    private static NumberedRow ofColumns(Row row, Map<String, Long> firstNumbers, List<String> columns) {
        float[] values = new float[columns.size()];
        for (int c = 0; c < values.length; c++) {
            values[c] = finite(row, row.isNullAt(3 + c) ? null : row.get(3 + c), columns.get(c));
        }
        return new NumberedRow(number(row, firstNumbers), row.getString(2), values);
    }

    private static NumberedRow ofArray(Row row, Map<String, Long> firstNumbers, String column) {
        if (row.isNullAt(3)) {
            finite(row, null, column);
        }
        List<Object> found =
                List.copyOf(CollectionConverters.asJavaCollection((Iterable<Object>) row.<Object>getSeq(3)));
        float[] values = new float[found.size()];
        for (int c = 0; c < values.length; c++) {
            values[c] = finite(row, found.get(c), column + "[" + c + "]");
        }
        return new NumberedRow(number(row, firstNumbers), row.getString(2), values);
    }

    private static long number(Row row, Map<String, Long> firstNumbers) {
        return firstNumbers.get(StoredPath.plain(row.getString(0))) + row.getLong(1);
    }

    private static float finite(Row row, Object value, String column) {
        if (value instanceof Number number && Float.isFinite(number.floatValue())) {
            return number.floatValue();
        }
        throw new UncheckedIOException(
                RowTable.notFinite(new Path(row.getString(0)).getName(), row.getLong(1), column, value));
    }

    private static String quoted(String column) {
        return "`" + column.replace("`", "``") + "`";
    }
}
