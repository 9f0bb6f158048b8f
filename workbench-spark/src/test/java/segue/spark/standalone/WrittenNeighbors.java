package segue.spark.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;
import segue.spark.TestSession;

/** The neighbours that a job wrote, by row. */
final class WrittenNeighbors {
    private WrittenNeighbors() {}

    static List<long[]> read(Path table, int rows) throws IOException {
        long[][] neighbors = new long[rows][];
        TestSession.shared().run(spark -> {
            for (Row row : spark.read()
                    .parquet(table.toString())
                    .select("row", "neighbors")
                    .collectAsList()) {
                neighbors[Math.toIntExact(row.getLong(0))] = CollectionConverters.asJava(row.<Long>getSeq(1)).stream()
                        .mapToLong(Long::longValue)
                        .toArray();
            }
            return null;
        });
        return Arrays.asList(neighbors);
    }
}
