package segue.spark.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.catalog.mongo.MongoAddress;
import segue.catalog.mongo.WholeCollection;
import segue.spark.mongo.MongoTable;
import segue.spark.mongo.NumberedTable;

/** {@code ./segue spark export}: a table of Parquet becomes a collection of MongoDB. */
@Command(
        name = "export",
        description = "Write any table of Parquet into a collection of MongoDB: a document a row, whole or not at all.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "a folder of .parquet files, or one of them")
    private String folder;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "ADDRESS",
            description = "mongodb://[USER:PASSWORD@]HOST[:PORT]/DATABASE.COLLECTION")
    private String address;

    @Option(names = "--overwrite", description = "replace the collection that is there; without it that is refused")
    private boolean overwrite;

    @Mixin
    private SparkOptions spark;

    @Override
    public Integer call() throws IOException {
        MongoAddress to = MongoAddress.of(address);
        WholeCollection.requirePlace(to, overwrite);
        return spark.run("export", session -> {
            NumberedTable table = NumberedTable.open(session.spark(), folder);
            MongoTable.write(table.rows(), to, overwrite);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("documents", table.size());
            figures.put("out", to.toString());
            return new SparkOptions.Told(
                    String.format(Locale.ROOT, "wrote %,d documents to %s", table.size(), to), figures);
        });
    }
}
