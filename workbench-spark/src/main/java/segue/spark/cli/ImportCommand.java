package segue.spark.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.catalog.mongo.CollectionColumns;
import segue.catalog.mongo.MongoAddress;
import segue.spark.mongo.CollectionCopy;
import segue.spark.mongo.Partitioning;
import segue.spark.session.SegueSession;

/** {@code ./segue spark import}: a collection of MongoDB becomes a table of Parquet. */
@Command(
        name = "import",
        description =
                "Copy a collection of MongoDB into Parquet: a row a document in the order of _id, a column a field.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ADDRESS", description = "mongodb://[USER:PASSWORD@]HOST[:PORT]/DATABASE.COLLECTION")
    private String address;

    @Option(
            names = "--partitioner",
            paramLabel = "HOW",
            description =
                    "how tasks share the reading: single (one reads all, works everywhere), sample or paginate (for"
                            + " large collections on real servers); default: single")
    private String partitioner = "single";

    @Mixin
    private OutOptions out;

    @Mixin
    private SparkOptions spark;

    @Override
    public Integer call() throws IOException {
        Partitioning partitioning = Partitioning.of(partitioner);
        MongoAddress from = MongoAddress.of(address);
        CollectionColumns.requireDocuments(from);
        return spark.run("import", session -> {
            out.require(session);
            return copy(session, from, partitioning);
        });
    }

    private SparkOptions.Told copy(SegueSession session, MongoAddress from, Partitioning partitioning)
            throws IOException {
        try (CollectionCopy copy = CollectionCopy.of(session.spark(), from, partitioning)) {
            out.write(copy.table());
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("documents", copy.documents());
            figures.put("columns", copy.table().columns().length);
            figures.put("notNumbers", copy.notNumbers());
            figures.put("out", out.out());
            String texts = copy.notNumbers().entrySet().stream()
                    .map(entry -> String.format(
                            Locale.ROOT,
                            "; %s stays text, for %,d documents have no number there",
                            entry.getKey(),
                            entry.getValue()))
                    .collect(Collectors.joining());
            return new SparkOptions.Told(
                    String.format(
                            Locale.ROOT, "wrote %s (%,d documents of %s%s)", out.out(), copy.documents(), from, texts),
                    figures);
        }
    }
}
