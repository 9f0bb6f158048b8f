package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.catalog.ArtistGenres;
import segue.catalog.Catalog;
import segue.catalog.CatalogLoader;
import segue.catalog.CleaningReport;
import segue.catalog.LoadResult;

/** {@code ./segue catalog}: song tables in, one clean table out, every row accounted for. */
@Command(
        name = "catalog",
        description =
                "Read, clean and join song tables; every row is kept, merged or rejected with its line and reason.",
        mixinStandardHelpOptions = true)
final class CatalogCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "song tables: .csv, .json, .jsonl (also .gz), .parquet, a folder of .parquet files, or"
                    + " mongodb://HOST:PORT/DATABASE.COLLECTION")
    private List<String> inputs;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "songs.csv, songs.csv.gz or songs.parquet, or mongodb://HOST:PORT/DATABASE.COLLECTION")
    private String out;

    @Option(
            names = "--overwrite",
            description = "replace the collection of --out where it is there; files are always replaced")
    private boolean overwrite;

    @Option(names = "--report", paramLabel = "FILE", description = "what became of each row, as JSON")
    private Path report;

    @Option(
            names = "--artist-genres",
            paramLabel = "FILE",
            description = "table of artists with genres, for songs that have no genre label")
    private Path artistGenres;

    @Option(names = "--json", description = "print one JSON object on stdout")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<SongPlace> places = inputs.stream().map(SongPlace::of).toList();
        SongPlace target = SongPlace.of(out);
        target.require(overwrite);
        OutputFiles outputs = OutputFiles.require(target.file(), report);
        outputs.spare(places.stream().map(SongPlace::file).toArray(Path[]::new));
        outputs.spare(artistGenres);
        target.spare(places);
        CatalogLoader loader = Catalog.loader();
        if (artistGenres != null) {
            loader.artistGenres(ArtistGenres.load(artistGenres));
        }
        long start = System.nanoTime();
        LoadResult loaded =
                loader.loadFrom(places.stream().map(SongPlace::input).toList());
        double loadSeconds = Work.secondsSince(start);
        CleaningReport cleaning = loaded.report();
        if (report != null) {
            cleaning.write(report);
        }
        cleaning.warnings().forEach(warning -> System.err.println("segue: " + warning));
        if (cleaning.kept() == 0) {
            throw new UnsupportedOperationException(
                    "no song was left: " + cleaning.summary() + "; " + target + " is not written. --report says why");
        }
        start = System.nanoTime();
        target.write(loaded.catalog(), overwrite);
        double seconds = Work.secondsSince(start);
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "catalog");
            result.put("threads", 1);
            result.put("rows", loaded.catalog().size());
            result.put("loadSeconds", loadSeconds);
            result.put("seconds", seconds);
            result.put("read", cleaning.read());
            result.put("kept", cleaning.kept());
            result.put("merged", cleaning.merged());
            result.put("rejected", cleaning.rejected());
            result.put("out", target.toString());
            System.out.println(Json.of(result));
        } else {
            System.err.println(cleaning.summary());
            System.err.printf(
                    "segue: wrote %s (%,d songs; read in %.1f s)%n",
                    target, loaded.catalog().size(), loadSeconds);
        }
        return 0;
    }
}
