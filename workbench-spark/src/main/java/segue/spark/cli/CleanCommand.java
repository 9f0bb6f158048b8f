package segue.spark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.catalog.ArtistGenres;
import segue.catalog.CleaningReport;
import segue.catalog.mongo.MongoAddress;
import segue.files.WholeFile;
import segue.spark.catalog.CatalogCleaning;
import segue.spark.catalog.CleanedCatalog;
import segue.spark.mongo.MongoTable;
import segue.spark.mongo.Partitioning;
import segue.spark.session.SegueSession;

/** {@code ./segue spark clean}: song tables of any size in, one clean table out, every row accounted for. */
@Command(
        name = "clean",
        description = "Read, clean and join song tables, as ./segue catalog does: the same songs, and the same report.",
        mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "song tables: .csv, .json, .jsonl (also .gz) or .parquet; files, folders of them, or patterns; or"
                            + " collections, mongodb://HOST:PORT/DATABASE.COLLECTION")
    private List<String> files;

    @Option(names = "--report", paramLabel = "FILE", description = "what became of each row, as JSON, on this machine")
    private Path report;

    @Option(
            names = "--artist-genres",
            paramLabel = "FILE",
            description = "table of artists with genres on this machine, for songs that have no genre label")
    private Path artistGenres;

    @Option(
            names = "--partitioner",
            paramLabel = "HOW",
            description = "how tasks share the reading of a collection: single, sample or paginate (default: single)")
    private String partitioner = "single";

    @Mixin
    private SparkOptions spark;

    @Mixin
    private OutOptions out;

    @Override
    public Integer call() throws IOException {
        Partitioning.of(partitioner);
        if (files.stream().anyMatch(MongoAddress::isOne) && !files.stream().allMatch(MongoAddress::isOne)) {
            throw new IllegalArgumentException(
                    "collections and files cannot be cleaned together: copy the collections into files first, by ./segue spark import");
        }
        if (report != null) {
            WholeFile.requirePlace(report);
            if (files.contains(report.toString()) || report.equals(artistGenres)) {
                throw new IllegalArgumentException(
                        report + " is read, and writing would replace it: name another file to write");
            }
        }
        ArtistGenres genres = artistGenres == null ? null : ArtistGenres.load(artistGenres);
        return spark.run("clean", session -> clean(session, genres));
    }

    private SparkOptions.Told clean(SegueSession session, ArtistGenres genres) throws IOException {
        try (CleanedCatalog songs = inputs(session).artistGenres(genres).run()) {
            CleaningReport cleaning = songs.report();
            if (report != null) {
                cleaning.write(report);
            }
            cleaning.warnings().forEach(warning -> System.err.println("segue: " + warning));
            if (cleaning.kept() == 0) {
                throw new UnsupportedOperationException("no song was left: " + cleaning.summary() + "; " + out.out()
                        + " is not written. --report says why");
            }
            out.write(songs.table());
            return told(cleaning);
        }
    }

    private CatalogCleaning inputs(SegueSession session) throws IOException {
        if (files.stream().noneMatch(MongoAddress::isOne)) {
            out.require(session, files.toArray(String[]::new));
            return CatalogCleaning.ofFiles(session.spark(), files);
        }
        out.require(session);
        Partitioning partitioning = Partitioning.of(partitioner);
        return CatalogCleaning.of(
                session.spark(),
                files.stream()
                        .map(address -> MongoTable.rows(session.spark(), MongoAddress.of(address), partitioning))
                        .toList());
    }

    private SparkOptions.Told told(CleaningReport cleaning) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("read", cleaning.read());
        figures.put("kept", cleaning.kept());
        figures.put("merged", cleaning.merged());
        figures.put("rejected", cleaning.rejected());
        figures.put("out", out.out());
        return new SparkOptions.Told(
                String.format(Locale.ROOT, "%s; wrote %s", cleaning.summary(), out.out()), figures);
    }
}
