package segue.spark.recommend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.TaskCompletionListener;
import segue.catalog.NameList;
import segue.catalog.RowSource;

/** Users and songs of CSV files, read by the library's own reader, each file by one task. */
final class UserCsv {
    private UserCsv() {}

    static JavaRDD<Entry> entries(SparkSession spark, List<FileStatus> files) throws IOException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        for (StoredFile file : StoredFile.of(files)) {
            try (RowSource rows = RowSource.csv(file.open(hadoop), note -> {})) {
                UserSongs.columns(file.name() + ", line 1", rows.header());
            }
        }
        return StoredFile.distributed(spark, files, UserCsv::read);
    }

    private static Iterator<Entry> read(Configuration hadoop, StoredFile file) throws IOException {
        RowSource rows = RowSource.csv(file.open(hadoop), note -> {});
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> rows.close());
        UserSongs.Columns columns = UserSongs.columns(file.name() + ", line 1", rows.header());
        return StreamSupport.stream(new Rows(rows), false)
                .flatMap(row -> entries(file, columns, row).stream())
                .iterator();
    }

    private static List<Entry> entries(StoredFile file, UserSongs.Columns columns, RowSource.Row row) {
        if (row.problem() != null) {
            String problem = "%s, line %,d: %s".formatted(file.name(), row.line(), row.problem());
            return List.of(Entry.unusable(0, Entry.place(file.number(), row.line()), problem));
        }
        String songs = row.fields()[columns.songs()].strip();
        return new UserRow(file.name(), "line", file.number(), row.line(), position(file, columns, row))
                .entries(
                        row.fields()[columns.user()].strip(),
                        columns.list() ? NameList.parse(songs) : Collections.singletonList(songs),
                        columns.list());
    }

    private static long position(StoredFile file, UserSongs.Columns columns, RowSource.Row row) {
        if (columns.position() < 0) {
            return 0;
        }
        String text = row.fields()[columns.position()].strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notWhole) {
            throw new UncheckedIOException(new IOException(
                    "%s, line %,d, column of positions: expected a whole number but found '%s'"
                            .formatted(file.name(), row.line(), text),
                    notWhole));
        }
    }

    /** The rows one by one. */
    private static final class Rows extends Spliterators.AbstractSpliterator<RowSource.Row> {
        private final RowSource source;

        Rows(RowSource source) {
            super(Long.MAX_VALUE, Spliterator.ORDERED);
            this.source = source;
        }

        @Override
        public boolean tryAdvance(Consumer<? super RowSource.Row> action) {
            RowSource.Row row = source.next();
            if (row != null) {
                action.accept(row);
            }
            return row != null;
        }
    }
}
