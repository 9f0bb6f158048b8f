package segue.spark.rows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import segue.catalog.Feature;

/** A table of numbers: rows numbered from 0 in the order of its files. */
public final class RowTable {
    static final List<String> ID_COLUMNS = List.of("id", "track_id");
    static final List<String> FEATURES =
            Arrays.stream(Feature.values()).map(Feature::columnName).toList();

    private final String name;
    private final List<String> columns;
    private final long size;
    private final boolean named;
    private final JavaRDD<NumberedRow> rows;

    RowTable(String name, List<String> columns, long size, boolean named, JavaRDD<NumberedRow> rows) {
        this.name = name;
        this.columns = columns;
        this.size = size;
        this.named = named;
        this.rows = rows;
    }

    /**
     * Opens {@code .npy} ({@code float32}), {@code .csv}, {@code .csv.gz} or Parquet: a file, a folder of them, or a pattern.
     *
     * @param columns which; none for the nine audio features where the table has them all, else every column of numbers but
     *     the id. Of {@code .npy} none can be chosen.
     * @throws IOException if there is no such table, or it has no such column
     */
    public static RowTable open(SparkSession spark, String path, List<String> columns) throws IOException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        List<FileStatus> files = StoredPath.files(hadoop, path);
        RowTable table;
        if (StoredPath.all(files, ".npy")) {
            if (!columns.isEmpty()) {
                throw new IllegalArgumentException(
                        path + " is .npy, whose columns have no names: leave out --columns, or give a table");
            }
            table = NpyRows.open(spark, path, files);
        } else if (StoredPath.all(files, ".csv", ".csv.gz")) {
            table = CsvTable.open(spark, path, files, columns);
        } else if (StoredPath.all(files, ".parquet")) {
            table = ParquetTable.open(spark, path, files, columns);
        } else {
            throw new IOException(path + ": expected .npy, .csv, .csv.gz or .parquet files but found "
                    + files.getFirst().getPath().getName());
        }
        if (table.size == 0) {
            throw new IOException(path + ": there is no row in it");
        }
        return table;
    }

    /** What it was opened by. */
    public String name() {
        return name;
    }

    /** Names; of {@code .npy} {@code "0"}, {@code "1"} and so on. */
    public List<String> columns() {
        return columns;
    }

    /** Rows. */
    public long size() {
        return size;
    }

    /** Whether rows have ids. */
    public boolean isNamed() {
        return named;
    }

    /** Every row once; which partition has it says nothing. */
    public JavaRDD<NumberedRow> rows() {
        return rows;
    }

    /** The rows in blocks of at most {@code size}; a block's rows need not follow each other. */
    public JavaRDD<RowBlock> blocks(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a block must have at least 1 row but was asked to have " + size);
        }
        return rows.mapPartitions(part -> RowBlock.gather(part, size));
    }

    /** The columns to read of those a table has. */
    static List<String> choose(String path, List<String> asked, List<String> numbers, List<String> all)
            throws IOException {
        for (String column : asked) {
            if (!all.contains(column)) {
                throw new IllegalArgumentException(
                        "%s has no column '%s'; it has %s".formatted(path, column, String.join(", ", all)));
            }
        }
        if (!asked.isEmpty()) {
            return asked;
        }
        if (all.containsAll(FEATURES)) {
            return FEATURES;
        }
        List<String> chosen = numbers.stream()
                .filter(column -> !ID_COLUMNS.contains(column) && !column.equals("row"))
                .toList();
        if (chosen.isEmpty()) {
            throw new IOException(path + ": there is no column of numbers in it; it has " + String.join(", ", all));
        }
        return chosen;
    }

    static String idColumn(List<String> all) {
        return ID_COLUMNS.stream().filter(all::contains).findFirst().orElse(null);
    }

    static IOException notFinite(String path, long row, String column, Object found) {
        return new IOException("%s, row %d, column %s: expected a finite number but found '%s'"
                .formatted(path, row, column, found == null ? "nothing" : found));
    }
}
