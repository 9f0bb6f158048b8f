package segue.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;
import segue.matrix.Scaler;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.hubness.DoctorOptions;
import segue.neighbors.hubness.HubnessDoctor;
import segue.neighbors.hubness.HubnessTrial;
import segue.neighbors.hubness.RowLabels;

/** Prints the table of docs/hubness.md: real spaces by metric and reduction. No timing. */
public final class HubnessTable {
    private static final Set<String> SIX_GENRES = Set.of("pop", "rap", "rock", "latin", "r&b", "edm");
    private static final int FIRST_FEATURE_OF_GTZAN = 2;
    private static final int FIRST_MFCC_OF_GTZAN = 19;

    private record Space(FloatMatrix raw, RowLabels labels) {}

    private interface Source {
        Space read(Path folder) throws IOException;
    }

    private static final Map<String, Source> SPACES = new TreeMap<>(Map.of(
            "gtzan", folder -> gtzan(folder, FIRST_FEATURE_OF_GTZAN),
            "gtzan-mfcc", folder -> gtzan(folder, FIRST_MFCC_OF_GTZAN),
            "playlists",
                    folder -> songs(folder.resolve("playlists/spotify-playlists-32k.csv.gz"), SIX_GENRES::contains),
            "union", folder -> songs(folder.resolve("songs/spotify-union-105k.csv.gz"), genre -> true)));

    private HubnessTable() {}

    /** @param names of spaces; all of them where there is none */
    public static void main(String... names) throws IOException {
        String folder = System.getenv("SEGUE_DATA");
        if (folder == null || !SPACES.keySet().containsAll(List.of(names))) {
            System.err.println("Set SEGUE_DATA to the folder of real data, and name spaces of " + SPACES.keySet());
            System.exit(2);
        }
        System.out.println(
                "| space | metric | reduction | skewness | anti-hubs | top 1 % | genre precision | gain | verdict |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (String name : names.length == 0 ? SPACES.keySet() : List.of(names)) {
            Space space = SPACES.get(name).read(Path.of(folder));
            FloatMatrix scaled = Scaler.standard(space.raw()).transform(space.raw());
            for (Metric metric : List.of(Metric.EUCLIDEAN, Metric.MANHATTAN, Metric.COSINE)) {
                HubnessDoctor.examine(
                                scaled,
                                new Distance(metric),
                                space.labels(),
                                DoctorOptions.defaults().withSample(Integer.MAX_VALUE))
                        .trials()
                        .forEach(trial -> System.out.println(line(name, metric, trial)));
            }
        }
    }

    private static String line(String name, Metric metric, HubnessTrial trial) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %.1f %% | %.1f %% | %s | %s | %s |",
                name,
                metric.label(),
                trial.reduction().label(),
                trial.hubness().skewness(),
                100 * trial.hubness().antihubShare(),
                100 * trial.hubness().slotsOfTop(0.01),
                trial.precision().map(Object::toString).orElse("–"),
                trial.gain()
                        .map(gain -> String.format(
                                Locale.ROOT, "%+.4f (%+.4f to %+.4f)", gain.mean(), gain.low(), gain.high()))
                        .orElse("–"),
                trial.verdict().label());
    }

    private static Space gtzan(Path folder, int firstFeature) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("features/gtzan-30s.csv.gz"))),
                StandardCharsets.UTF_8))) {
            List<String[]> rows =
                    lines.lines().skip(1).map(line -> line.split(",")).toList();
            return new Space(
                    FloatMatrix.of(rows.stream()
                            .map(row -> features(row, firstFeature))
                            .toList()),
                    RowLabels.of(rows.stream().map(row -> row[row.length - 1]).toList()));
        }
    }

    private static float[] features(String[] fields, int first) {
        float[] values = new float[fields.length - 1 - first];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(fields[first + i]);
        }
        return values;
    }

    private static Space songs(Path file, Predicate<String> genres) {
        Catalog songs = Catalog.load(file);
        return new Space(
                songs.features(),
                RowLabels.ofMany(songs.tracks().stream()
                                .map(track ->
                                        track.genres().stream().filter(genres).toList())
                                .toList())
                        .withArtists(songs.tracks().stream().map(Track::artists).toList()));
    }
}
