package segue.spark.catalog;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import segue.catalog.CleaningReport;

/** Songs that were cleaned, and the account of every row. Holds what it was made of until it is closed. */
public final class CleanedCatalog implements AutoCloseable {
    private final Dataset<Row> table;
    private final CleaningReport report;
    private final JavaRDD<?> held;

    CleanedCatalog(Dataset<Row> table, CleaningReport report, JavaRDD<?> held) {
        this.table = table;
        this.report = report;
        this.held = held;
    }

    /** One row a song, in the order of the files and their rows, with the columns of the library's Parquet files. */
    public Dataset<Row> table() {
        return table;
    }

    /** What became of every row, as {@code CatalogLoader} tells it of the same files. */
    public CleaningReport report() {
        return report;
    }

    @Override
    public void close() {
        held.unpersist();
    }
}
