package segue.spark.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Option;
import segue.spark.session.SegueSession;
import segue.spark.session.WholeTable;

/** Where a table is written: a folder of Parquet files, whole or not there. */
final class OutOptions {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "the folder of Parquet files to write")
    private String out;

    @Option(names = "--overwrite", description = "replace what stands there; without it that is refused")
    private boolean overwrite;

    String out() {
        return out;
    }

    /** Whether what stands there may be replaced. */
    boolean overwrites() {
        return overwrite;
    }

    /** Before the work: the place is free, and is none of what is read. */
    void require(SegueSession session, String... inputs) throws IOException {
        requireBeside(session, out, inputs);
    }

    /** As {@link #require}, of another folder that is written too; null where none is. */
    void requireBeside(SegueSession session, String other, String... inputs) throws IOException {
        if (other != null) {
            Configuration hadoop = session.spark().sparkContext().hadoopConfiguration();
            WholeTable.requirePlace(hadoop, other, overwrite);
            WholeTable.spare(hadoop, other, inputs);
        }
    }

    void write(Dataset<Row> table) throws IOException {
        writeBeside(table, out);
    }

    /** Into another folder, which is replaced where {@code --out} is. */
    void writeBeside(Dataset<Row> table, String other) throws IOException {
        WholeTable.parquet(table, other, overwrite);
    }
}
