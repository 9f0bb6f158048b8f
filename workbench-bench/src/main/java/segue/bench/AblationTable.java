package segue.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import segue.catalog.ArtistGenres;
import segue.catalog.Catalog;
import segue.catalog.playlists.Playlists;
import segue.evaluate.Estimate;
import segue.evaluate.Evaluation;
import segue.evaluate.EvaluationData;
import segue.evaluate.EvaluationOptions;
import segue.evaluate.EvaluationReport;
import segue.evaluate.EvaluationTask;
import segue.evaluate.Measure;
import segue.evaluate.Training;
import segue.evaluate.Variant;
import segue.evaluate.Variants;
import segue.evaluate.baseline.CentroidRanker;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.recommend.metric.LearnedMetric;
import segue.recommend.metric.MetricOptions;
import segue.recommend.playlist.PartKind;
import segue.recommend.playlist.PlaylistModel;
import segue.recommend.playlist.PlaylistOptions;

/**
 * Prints the tables of docs/evaluation.md that say what each part earns: of the model of playlists, of the learned metric, and
 * what labels are worth where neither artists nor playlists are shared, and of a catalogue larger than the playlists. No timing. Give {@code --validation} to leave the answers
 * to the questions of {@code ./segue evaluate} alone, as one must to choose between variants.
 */
public final class AblationTable {
    private static final String FULL = "all parts";
    private static final String ALL_COLUMNS = "all columns";

    private final EvaluationData data;
    private final EvaluationOptions options;

    private AblationTable(EvaluationData data, EvaluationOptions options) {
        this.data = data;
        this.options = options;
    }

    /** @param arguments tables, {@code playlists}, {@code metric}, {@code strict}, {@code open}, else all; and {@code --validation} */
    public static void main(String... arguments) {
        String folder = System.getenv("SEGUE_DATA");
        Set<String> tables = new TreeSet<>(List.of(arguments));
        boolean validation = tables.remove("--validation");
        if (folder == null || !Set.of("playlists", "metric", "strict", "open").containsAll(tables)) {
            System.err.println(
                    "Set SEGUE_DATA to the folder of real data, and name tables of playlists, metric, strict, open");
            System.exit(2);
        }
        Path lists = Path.of(folder).resolve("playlists/spotify-playlists-32k.csv.gz");
        Catalog songs = Catalog.load(lists);
        EvaluationData whole = EvaluationData.of(songs, Playlists.load(lists, songs))
                .withArtistTags(
                        ArtistGenres.load(Path.of(folder).resolve("genres/artists-with-genres.csv.gz"))::genresOf);
        EvaluationOptions options = EvaluationOptions.defaults();
        AblationTable of = validation
                ? new AblationTable(whole.validation(options), options.withSeed(options.seed() + 1))
                : new AblationTable(whole, options);
        if (tables.isEmpty() || tables.contains("playlists")) {
            of.playlists();
        }
        if (tables.isEmpty() || tables.contains("metric")) {
            of.metric();
        }
        if (tables.isEmpty() || tables.contains("strict")) {
            StrictGenres.print(of.data, options.k());
        }
        if (!validation && (tables.isEmpty() || tables.contains("open"))) {
            OpenCatalog.print(Path.of(folder), whole.artistTags(), options);
        }
    }

    private void playlists() {
        Map<String, Variant> variants = new LinkedHashMap<>();
        PlaylistOptions all = PlaylistOptions.defaults();
        add(variants, FULL, all);
        // Companions are asked only where tags are not known.
        PlaylistOptions tagged = all.without(PartKind.COMPANIONS);
        for (PartKind part : tagged.parts().stream().sorted().toList()) {
            add(variants, "without " + part.label(), tagged.without(part));
        }
        add(variants, "without tags, but with artists of the same lists", all.without(PartKind.TAGS));
        add(
                variants,
                "without tags, artists and factors",
                tagged.without(PartKind.ARTISTS).without(PartKind.TAGS).without(PartKind.FACTORS));
        for (PartKind part : PartKind.values()) {
            add(variants, "only " + part.label(), all.withParts(EnumSet.of(part)));
        }
        for (double weight : new double[] {0.1, 0.3, 1}) {
            String name = "all parts and co-occurrence of songs, weight " + weight;
            variants.put(
                    name,
                    new Variant(
                            name, "tried", training -> WithCoOccurrence.of(model(training, all), training, weight)));
        }
        EvaluationReport report = Evaluation.of(data, options)
                .judge(List.copyOf(variants.values()), EnumSet.of(EvaluationTask.CONTINUATION, EvaluationTask.COLD));
        System.out.printf("Playlists continued: recall@500, seed %d%n%n", options.seed());
        System.out.println("| model | all | less than all parts | seen | cold | new artist | R-precision | unlisted@500"
                + " | task of songs never seen |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (String name : variants.keySet()) {
            List<String> cells = new ArrayList<>(List.of(name));
            cells.add(cell(report, EvaluationTask.CONTINUATION, name, Measure.RECALL));
            cells.add(gain(report, EvaluationTask.CONTINUATION, Measure.RECALL, name, FULL));
            for (Measure measure : List.of(
                    Measure.RECALL_SEEN,
                    Measure.RECALL_COLD,
                    Measure.RECALL_NEW_ARTIST,
                    Measure.R_PRECISION,
                    Measure.UNLISTED)) {
                cells.add(cell(report, EvaluationTask.CONTINUATION, name, measure));
            }
            cells.add(cell(report, EvaluationTask.COLD, name, Measure.RECALL));
            row(cells);
        }
        System.out.println();
    }

    private static void add(Map<String, Variant> to, String name, PlaylistOptions options) {
        to.put(name, new Variant(name, "tried", training -> model(training, options)::continueRows));
    }

    private static PlaylistModel model(Training training, PlaylistOptions options) {
        return PlaylistModel.fit(training.songs(), training.playlists(), options.withTags(training.artistTags()));
    }

    private void metric() {
        Map<String, Variant> variants = new LinkedHashMap<>();
        variants.put("nine features, not learned", Variants.named("zscore-euclidean"));
        add(variants, ALL_COLUMNS, EnumSet.allOf(Known.class));
        add(
                variants,
                "year instead of date",
                EnumSet.of(Known.YEAR, Known.POPULARITY, Known.KEY_AND_MODE, Known.DURATION));
        for (Known known : List.of(Known.POPULARITY, Known.KEY_AND_MODE, Known.DURATION)) {
            add(variants, "without " + known.label(), EnumSet.complementOf(EnumSet.of(known)));
        }
        add(variants, "without date", EnumSet.of(Known.POPULARITY, Known.KEY_AND_MODE, Known.DURATION));
        add(variants, "without date and popularity", EnumSet.of(Known.KEY_AND_MODE, Known.DURATION));
        add(variants, "nine features", EnumSet.noneOf(Known.class));
        String linear = "all columns, linear (Mahalanobis within labels)";
        variants.put(
                linear,
                new Variant(
                        linear,
                        "tried",
                        training -> new CentroidRanker(WithinLabels.points(training), Metric.EUCLIDEAN),
                        true));
        EvaluationReport report =
                Evaluation.of(data, options).judge(List.copyOf(variants.values()), EnumSet.of(EvaluationTask.SIMILAR));
        System.out.printf("Genres of the nearest %d, * artist-filtered, seed %d%n%n", options.k(), options.seed());
        System.out.println("| metric | genre | genre* | less than all columns* | sub-genre* | skewness | anti-hubs |");
        System.out.println("|---|---|---|---|---|---|---|");
        variants.forEach((name, variant) -> {
            List<String> cells = new ArrayList<>(List.of(name));
            cells.add(cell(report, EvaluationTask.SIMILAR, variant.name(), Measure.GENRE));
            cells.add(cell(report, EvaluationTask.SIMILAR, variant.name(), Measure.GENRE_OTHERS));
            cells.add(gain(report, EvaluationTask.SIMILAR, Measure.GENRE_OTHERS, variant.name(), ALL_COLUMNS));
            for (Measure measure : List.of(Measure.SUBGENRE_OTHERS, Measure.SKEWNESS, Measure.ANTIHUBS)) {
                cells.add(cell(report, EvaluationTask.SIMILAR, variant.name(), measure));
            }
            row(cells);
        });
        System.out.println();
    }

    private static void add(Map<String, Variant> to, String name, Set<Known> known) {
        to.put(
                name,
                new Variant(
                        name,
                        "tried",
                        training -> {
                            Catalog songs = Known.only(known, training.songs());
                            FloatMatrix points = LearnedMetric.fit(songs, training.labels(), MetricOptions.defaults())
                                    .points(songs);
                            return new CentroidRanker(points, Metric.EUCLIDEAN);
                        },
                        true));
    }

    static String cell(EvaluationReport report, EvaluationTask task, String name, Measure measure) {
        return shown(report.of(task, name).of(measure), "%.3f");
    }

    private static String gain(
            EvaluationReport report, EvaluationTask task, Measure measure, String name, String from) {
        return name.equals(from) ? "–" : shown(report.difference(task, measure, name, from), "%+.3f");
    }

    static String shown(Estimate of, String format) {
        String value = String.format(Locale.ROOT, format, of.value());
        return of.hasInterval()
                ? String.format(Locale.ROOT, "%s (" + format + " to " + format + ")", value, of.low(), of.high())
                : value;
    }

    static void row(List<String> cells) {
        System.out.println(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }
}
