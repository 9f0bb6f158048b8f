package segue.spark.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;
import segue.spark.rows.RowTable;
import segue.spark.session.SegueSession;

/** The table of numbers that a command works on. */
final class DataOptions {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "rows: .npy, .csv, .csv.gz or .parquet, a file, a folder or a pattern")
    private String data;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "NAME",
            description = "which, parted by commas (default: the nine audio features, or every column of numbers)")
    private List<String> columns = List.of();

    String path() {
        return data;
    }

    /** The table itself. */
    RowTable open(SegueSession session) throws IOException {
        return open(session, data);
    }

    /** Another table, by the same columns. */
    RowTable open(SegueSession session, String path) throws IOException {
        return RowTable.open(session.spark(), path, columns);
    }
}
