package segue.spark.catalog;

import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;
import segue.catalog.CleaningLog;
import segue.catalog.RowSource;
import segue.catalog.SourceName;

/** The rows of one file, read by the library's own reader; the file is closed when the task ends. */
final class FileRows extends Advancing<SourceRow> {
    private final RowSource rows;
    private long number;

    private FileRows(RowSource rows) {
        this.rows = rows;
    }

    static Iterator<Tuple2<Key, Piece>> cleaned(Configuration hadoop, SourceName source, String file) {
        CleaningLog log = new CleaningLog();
        RowSource rows =
                RowSource.open(new StoredFile(hadoop, new Path(file)), note -> log.note(source.number(), note));
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> rows.close());
        return new CleanedRows(source, 0, rows.header(), new FileRows(rows), log);
    }

    @Override
    SourceRow advance() {
        RowSource.Row row = rows.next();
        return row == null ? null : new SourceRow(number++, row);
    }
}
