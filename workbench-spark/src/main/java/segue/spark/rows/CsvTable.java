package segue.spark.rows;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import segue.catalog.InputFile;
import segue.catalog.RowSource;

/** Rows of CSV files, read by the library's own reader, each file by one task. */
final class CsvTable {
    private CsvTable() {}

    private record Part(String file, long firstNumber) implements Serializable {}

    private record Wanted(List<String> columns, String id) implements Serializable {}

    static RowTable open(SparkSession spark, String path, List<FileStatus> files, List<String> asked)
            throws IOException {
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        List<String> header;
        try (RowSource first = source(hadoop, files.getFirst().getPath().toString())) {
            header = first.header();
        }
        List<String> columns = List.copyOf(RowTable.choose(path, asked, header, header));
        Wanted wanted = new Wanted(columns, RowTable.idColumn(header));
        Broadcast<SerializableConfiguration> configuration = context.broadcast(new SerializableConfiguration(hadoop));
        List<String> names =
                files.stream().map(file -> file.getPath().toString()).toList();
        List<Long> counts = context.parallelize(names, names.size())
                .map(name -> count(configuration.value().value(), name))
                .collect();
        List<Part> parts = new ArrayList<>();
        long size = 0;
        for (int i = 0; i < names.size(); i++) {
            parts.add(new Part(names.get(i), size));
            size += counts.get(i);
        }
        JavaRDD<NumberedRow> rows = context.parallelize(parts, parts.size())
                .flatMap(part -> new Rows(configuration.value().value(), part, wanted));
        return new RowTable(path, columns, size, wanted.id() != null, rows);
    }

    private static RowSource source(Configuration hadoop, String file) throws IOException {
        Path path = new Path(file);
        return RowSource.csv(
                InputFile.open(path.getName(), path.getFileSystem(hadoop).open(path)), note -> {});
    }

    private static long count(Configuration hadoop, String file) throws IOException {
        try (RowSource rows = source(hadoop, file)) {
            long count = 0;
            while (rows.next() != null) {
                count++;
            }
            return count;
        }
    }

    /** Closes its file after the last row, and when the task ends. */
    private static final class Rows implements Iterator<NumberedRow> {
        private final RowSource source;
        private final String file;
        private final int[] columns;
        private final int id;
        private final Wanted wanted;
        private long number;
        private RowSource.Row next;

        Rows(Configuration hadoop, Part part, Wanted wanted) throws IOException {
            this.file = new Path(part.file()).getName();
            this.source = source(hadoop, part.file());
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> source.close());
            this.wanted = wanted;
            this.number = part.firstNumber();
            List<String> header = source.header();
            this.columns = new int[wanted.columns().size()];
            for (int c = 0; c < columns.length; c++) {
                columns[c] = header.indexOf(wanted.columns().get(c));
                if (columns[c] < 0) {
                    throw new IOException("%s, line 1: it lacks the column %s, which the files before it have"
                            .formatted(file, wanted.columns().get(c)));
                }
            }
            this.id = wanted.id() == null ? -1 : header.indexOf(wanted.id());
            if (wanted.id() != null && id < 0) {
                throw new IOException("%s, line 1: it lacks the column %s, which the files before it have"
                        .formatted(file, wanted.id()));
            }
            this.next = source.next();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public NumberedRow next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            try {
                NumberedRow row = numbered();
                next = source.next();
                return row;
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        private NumberedRow numbered() throws IOException {
            if (next.problem() != null) {
                throw new IOException("%s, line %d: %s".formatted(file, next.line(), next.problem()));
            }
            float[] values = new float[columns.length];
            for (int c = 0; c < columns.length; c++) {
                values[c] = number(next.fields()[columns[c]], wanted.columns().get(c));
            }
            return new NumberedRow(number++, id < 0 ? null : next.fields()[id], values);
        }

        private float number(String text, String column) throws IOException {
            try {
                float value = Float.parseFloat(text);
                if (Float.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                // told below
            }
            throw new IOException("%s, line %d, column %s: expected a finite number but found '%s'"
                    .formatted(file, next.line(), column, text));
        }
    }
}
