package segue.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.catalog.ArtistGenres;
import segue.catalog.Catalog;
import segue.catalog.playlists.LoadedPlaylists;
import segue.catalog.playlists.Playlists;
import segue.evaluate.Evaluation;
import segue.evaluate.EvaluationData;
import segue.evaluate.EvaluationOptions;
import segue.evaluate.EvaluationReport;
import segue.evaluate.Variant;
import segue.evaluate.Variants;

/** {@code ./segue evaluate}: how good recommendations are, every way to recommend in one table. */
@Command(
        name = "evaluate",
        description = "Judge every way to recommend on playlists and genres, with intervals and baselines.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private static final String LISTS = DataFolder.PLAYLISTS;
    private static final String ARTISTS = DataFolder.ARTIST_GENRES;
    private static final String NAME_SOME =
            "name a table of playlists or a folder of the Million Playlist Dataset with --playlists,"
                    + " or set SEGUE_DATA to a folder that has " + LISTS + ".";

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "the songs that may be recommended (default: those of the playlists, where their table has"
                    + " features; else the table in SEGUE_DATA, else the sample of invented songs)")
    private Path file;

    @Option(
            names = "--playlists",
            paramLabel = "FILE|DIR",
            description = "a table with a row a playlist and song, or a folder of the Million Playlist Dataset's slices"
                    + " or of playlist files (default: " + LISTS + " in SEGUE_DATA, else invented ones)")
    private Path lists;

    @Option(names = "--k", paramLabel = "N", description = "length of the short lists, 1 to 100 (default: 10)")
    private int k = EvaluationOptions.defaults().k();

    @Option(names = "--seed", paramLabel = "N", description = "of splits and intervals (default: 42)")
    private long seed = EvaluationOptions.defaults().seed();

    @Option(
            names = "--variants",
            split = ",",
            paramLabel = "NAME",
            description = "only these, separated by commas (default: all)")
    private List<String> names = List.of();

    @Mixin
    private Work work;

    @Override
    public Integer call() throws Exception {
        EvaluationOptions options =
                EvaluationOptions.defaults().withK(k).withSeed(seed).onThreads(work.threads());
        List<Variant> variants = names.isEmpty()
                ? Variants.all()
                : names.stream().map(Variants::named).distinct().toList();
        long started = System.nanoTime();
        Path source = lists == null ? DataFolder.find(LISTS).orElse(null) : lists;
        Catalog songs = songs(source);
        EvaluationData data = source != null
                ? withPlaylists(songs, source)
                : file == null && !DataFolder.isSet() ? invented() : withoutPlaylists(songs);
        Optional<Path> artists = DataFolder.find(ARTISTS);
        if (artists.isPresent()) {
            data = data.withArtistTags(ArtistGenres.load(artists.get())::genresOf);
        } else if (DataFolder.isSet()) {
            System.err.println("segue: no tags of artists: the data folder has no " + ARTISTS + ".");
        }
        double loadSeconds = Work.secondsSince(started);

        started = System.nanoTime();
        Evaluation evaluation = Evaluation.of(data, options);
        EvaluationReport report = OnCtrlC.interrupt(() -> evaluation.judge(variants));
        double seconds = Work.secondsSince(started);
        if (work.json) {
            System.out.println(Json.of(json(data, variants, report, loadSeconds, seconds)));
        } else {
            System.out.print(report);
            System.out.println();
            System.out.println(report.legend());
            System.out.println();
            variants.forEach(variant -> System.out.printf("%s: %s%n", variant.name(), variant.description()));
            System.err.printf(Locale.ROOT, "segue: judged in %.1f s, seed %d.%n", seconds, seed);
        }
        return 0;
    }

    private Catalog songs(Path source) {
        if (file == null && source != null && Catalog.isSongTable(source)) {
            return Catalog.load(source);
        }
        return CatalogSource.open(file);
    }

    private static EvaluationData invented() {
        EvaluationData data = EvaluationData.sample();
        System.err.println("segue: no playlists, so invented ones of invented songs are judged: " + data.playlists()
                + ". That shows how it works, and nothing about music.");
        System.err.println("segue: " + NAME_SOME);
        return data;
    }

    private static EvaluationData withoutPlaylists(Catalog songs) {
        System.err.println("segue: no playlists, so only genres are judged, on " + songs + ".");
        System.err.println("segue: " + NAME_SOME);
        return EvaluationData.of(songs);
    }

    private EvaluationData withPlaylists(Catalog songs, Path source) {
        LoadedPlaylists loaded = Playlists.load(source, songs);
        System.err.println("segue: " + loaded.report().summary().replace("\n", "\nsegue: "));
        if (loaded.playlists().size() == 0) {
            throw new UnsupportedOperationException(
                    "%s: none of its songs is in %s: name a catalogue that has them with --catalog"
                            .formatted(source, songs));
        }
        return EvaluationData.of(songs, loaded);
    }

    private Map<String, Object> json(
            EvaluationData data, List<Variant> variants, EvaluationReport report, double loadSeconds, double seconds) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "evaluate");
        result.put("backend", "auto");
        result.put("threads", work.threads());
        result.put("rows", data.songs().size());
        result.put("dims", data.songs().space().columns().size());
        result.put("playlists", data.playlists().size());
        result.put("k", k);
        result.put("seed", seed);
        result.put("loadSeconds", loadSeconds);
        result.put("seconds", seconds);
        result.put("warmUp", "none: seconds has the JVM starting cold");
        Map<String, String> described = new LinkedHashMap<>();
        variants.forEach(variant -> described.put(variant.name(), variant.description()));
        result.put("variants", described);
        result.put("metrics", report.metrics());
        return result;
    }
}
