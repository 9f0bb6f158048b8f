package segue.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import segue.matrix.FloatMatrix;
import segue.matrix.Scaler;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * First looks at a catalogue, each as a table. Missing values are left out of every mean, and counted.
 *
 * <pre>{@code
 * CatalogSummary.columns(catalog);            // count, missing, mean, spread and range of each column
 * CatalogSummary.byYear(catalog);             // songs and mean features a year
 * CatalogSummary.artists(catalog, 5, 10);     // the ten most popular artists with at least five songs
 * }</pre>
 */
public final class CatalogSummary {
    private CatalogSummary() {}

    /** One row a numeric column: songs with a value, songs without, mean, standard deviation, minimum, median, maximum. */
    public static Table columns(Catalog catalog) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (Feature feature : Feature.values()) {
            values.put(feature.columnName(), numbers(catalog, track ->
                    (double) track.audio().get(feature)));
        }
        values.put("duration (min)", numbers(catalog, track -> number(track.durationMillis(), 60_000)));
        values.put("popularity", numbers(catalog, track -> number(track.popularity(), 1)));
        values.put("year", numbers(catalog, track -> number(track.year(), 1)));

        Table table = Table.create(
                "Columns",
                StringColumn.create("column"),
                IntColumn.create("songs"),
                IntColumn.create("missing"),
                DoubleColumn.create("mean"),
                DoubleColumn.create("sd"),
                DoubleColumn.create("min"),
                DoubleColumn.create("median"),
                DoubleColumn.create("max"));
        values.forEach((name, all) -> {
            double[] sorted = all.clone();
            Arrays.sort(sorted);
            double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
            double variance = Arrays.stream(sorted)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElse(Double.NaN);
            int n = sorted.length;
            table.stringColumn("column").append(name);
            table.intColumn("songs").append(n);
            table.intColumn("missing").append(catalog.size() - n);
            table.doubleColumn("mean").append(rounded(mean));
            table.doubleColumn("sd").append(rounded(Math.sqrt(variance)));
            table.doubleColumn("min").append(n == 0 ? Double.NaN : rounded(sorted[0]));
            table.doubleColumn("median")
                    .append(n == 0 ? Double.NaN : rounded((sorted[(n - 1) / 2] + sorted[n / 2]) / 2));
            table.doubleColumn("max").append(n == 0 ? Double.NaN : rounded(sorted[n - 1]));
        });
        return table;
    }

    /** One row a year that has songs, ascending: songs and the mean of each feature. */
    public static Table byYear(Catalog catalog) {
        Map<Integer, List<Track>> years = new TreeMap<>();
        for (Track track : catalog.tracks()) {
            track.year()
                    .ifPresent(year ->
                            years.computeIfAbsent(year, y -> new ArrayList<>()).add(track));
        }
        Table table = Table.create("By year", IntColumn.create("year"));
        years.keySet().forEach(table.intColumn("year")::append);
        return withMeans(table, List.copyOf(years.values()));
    }

    /**
     * One row a genre, most songs first: songs and the mean of each feature. A song with several genres counts in each.
     *
     * @param minSongs genres with fewer are left out
     */
    public static Table byGenre(Catalog catalog, int minSongs) {
        Map<String, List<Track>> genres = songsByGenre(catalog, minSongs);
        Table table = Table.create("By genre", StringColumn.create("genre"));
        genres.keySet().forEach(table.stringColumn("genre")::append);
        return withMeans(table, List.copyOf(genres.values()));
    }

    /**
     * How far each genre's mean lies from the mean of all songs, in standard deviations of all songs.
     *
     * @param genres most songs first
     * @param deviations shape {@code (genres, 9)}, columns in the order of {@link Feature}
     */
    public record GenreProfiles(List<String> genres, FloatMatrix deviations) {}

    /** The profiles of the {@code limit} largest genres. */
    public static GenreProfiles genreProfiles(Catalog catalog, int limit) {
        Scaler scaler = Scaler.standard(catalog.features());
        List<String> names = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        songsByGenre(catalog, 1).entrySet().stream().limit(limit).forEach(genre -> {
            float[] mean = new float[Feature.values().length];
            for (Feature feature : Feature.values()) {
                mean[feature.ordinal()] = (float) mean(genre.getValue(), feature);
            }
            names.add(genre.getKey());
            rows.add(scaler.transform(mean));
        });
        return new GenreProfiles(names, FloatMatrix.of(rows));
    }

    /**
     * Artists by the mean popularity of their songs that have one, highest first, ties by name.
     *
     * @param minSongs artists with fewer such songs are left out
     * @param limit rows at most
     */
    public static Table artists(Catalog catalog, int minSongs, int limit) {
        Map<String, List<Integer>> popularity = new TreeMap<>();
        for (Track track : catalog.tracks()) {
            if (track.popularity().isPresent()) {
                for (String artist : track.artists()) {
                    popularity
                            .computeIfAbsent(artist, a -> new ArrayList<>())
                            .add(track.popularity().getAsInt());
                }
            }
        }
        Table table = Table.create(
                "Artists",
                StringColumn.create("artist"),
                IntColumn.create("songs"),
                DoubleColumn.create("mean popularity"));
        popularity.entrySet().stream()
                .filter(artist -> artist.getValue().size() >= minSongs)
                .sorted(Comparator.comparingDouble(
                        (Map.Entry<String, List<Integer>> artist) -> -mean(artist.getValue())))
                .limit(limit)
                .forEach(artist -> {
                    table.stringColumn("artist").append(artist.getKey());
                    table.intColumn("songs").append(artist.getValue().size());
                    table.doubleColumn("mean popularity").append(rounded(mean(artist.getValue())));
                });
        return table;
    }

    /** The songs that lie farthest from the mean in any one feature, in standard deviations, farthest first. */
    public static Table outliers(Catalog catalog, int limit) {
        FloatMatrix raw = catalog.features();
        FloatMatrix scaled = Scaler.standard(raw).transform(raw);
        record Outlier(int row, Feature feature, float deviation) {}
        List<Outlier> outliers = new ArrayList<>();
        for (int row = 0; row < catalog.size(); row++) {
            Feature farthest = Feature.ACOUSTICNESS;
            for (Feature feature : Feature.values()) {
                if (Math.abs(scaled.get(row, feature.ordinal())) > Math.abs(scaled.get(row, farthest.ordinal()))) {
                    farthest = feature;
                }
            }
            outliers.add(new Outlier(row, farthest, scaled.get(row, farthest.ordinal())));
        }
        Table table = Table.create(
                "Outliers",
                StringColumn.create("song"),
                StringColumn.create("feature"),
                DoubleColumn.create("value"),
                DoubleColumn.create("standard deviations"));
        outliers.stream()
                .sorted(Comparator.comparingDouble(outlier -> -Math.abs(outlier.deviation())))
                .limit(limit)
                .forEach(outlier -> {
                    table.stringColumn("song")
                            .append(catalog.track(outlier.row()).toString());
                    table.stringColumn("feature").append(outlier.feature().columnName());
                    table.doubleColumn("value")
                            .append(rounded(
                                    raw.get(outlier.row(), outlier.feature().ordinal())));
                    table.doubleColumn("standard deviations").append(rounded(outlier.deviation()));
                });
        return table;
    }

    private static Map<String, List<Track>> songsByGenre(Catalog catalog, int minSongs) {
        Map<String, List<Track>> genres = new TreeMap<>();
        for (Track track : catalog.tracks()) {
            for (String genre : track.genres()) {
                genres.computeIfAbsent(genre, g -> new ArrayList<>()).add(track);
            }
        }
        Map<String, List<Track>> largestFirst = new LinkedHashMap<>();
        genres.entrySet().stream()
                .filter(genre -> genre.getValue().size() >= minSongs)
                .sorted(Comparator.comparingInt(genre -> -genre.getValue().size()))
                .forEach(genre -> largestFirst.put(genre.getKey(), genre.getValue()));
        return largestFirst;
    }

    private static Table withMeans(Table table, List<List<Track>> groups) {
        IntColumn songs = IntColumn.create("songs");
        groups.forEach(group -> songs.append(group.size()));
        table.addColumns(songs);
        for (Feature feature : Feature.values()) {
            DoubleColumn means = DoubleColumn.create(feature.columnName());
            groups.forEach(group -> means.append(rounded(mean(group, feature))));
            table.addColumns(means);
        }
        return table;
    }

    private static double mean(List<Track> tracks, Feature feature) {
        return tracks.stream()
                .mapToDouble(track -> track.audio().get(feature))
                .average()
                .orElse(Double.NaN);
    }

    private static double mean(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).average().orElse(Double.NaN);
    }

    private static double[] numbers(Catalog catalog, Function<Track, Double> value) {
        return catalog.tracks().stream()
                .map(value)
                .filter(number -> number != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static Double number(OptionalInt value, double unit) {
        return value.isPresent() ? value.getAsInt() / unit : null;
    }

    /** Four places after the point: more says nothing in a table that is read. */
    private static double rounded(double value) {
        return Double.isNaN(value) ? value : Math.round(value * 10_000) / 10_000.0;
    }
}
