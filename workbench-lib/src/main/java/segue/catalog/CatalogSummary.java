package segue.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
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
        for (String feature : catalog.space().shown()) {
            values.put(feature, numbers(catalog, track -> number(track, feature)));
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
        return withMeans(table, catalog.space(), List.copyOf(years.values()));
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
        return withMeans(table, catalog.space(), List.copyOf(genres.values()));
    }

    /**
     * How far each genre's mean lies from the mean of all songs, in standard deviations of all songs.
     *
     * @param genres most songs first
     * @param deviations shape {@code (genres, features)}, columns in the order of {@link FeatureSpace#shown()}
     */
    public record GenreProfiles(List<String> genres, FloatMatrix deviations) {}

    /** The profiles of the {@code limit} largest genres. */
    public static GenreProfiles genreProfiles(Catalog catalog, int limit) {
        List<String> features = catalog.space().shown();
        Scaler scaler = Scaler.standard(shown(catalog));
        List<String> names = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        songsByGenre(catalog, 1).entrySet().stream().limit(limit).forEach(genre -> {
            float[] mean = new float[features.size()];
            for (int f = 0; f < mean.length; f++) {
                mean[f] = (float) mean(genre.getValue(), features.get(f));
            }
            float[] deviations = scaler.transform(mean);
            for (int f = 0; f < deviations.length; f++) {
                deviations[f] = Float.isNaN(deviations[f]) ? 0 : deviations[f];
            }
            names.add(genre.getKey());
            rows.add(deviations);
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
        List<String> features = catalog.space().shown();
        FloatMatrix raw = shown(catalog);
        FloatMatrix scaled = Scaler.standard(raw).transform(raw);
        record Outlier(int row, int feature, float deviation) {}
        List<Outlier> outliers = new ArrayList<>();
        for (int row = 0; row < catalog.size(); row++) {
            int farthest = 0;
            for (int f = 1; f < features.size(); f++) {
                if (Math.abs(scaled.get(row, f)) > Math.abs(scaled.get(row, farthest))) {
                    farthest = f;
                }
            }
            outliers.add(new Outlier(row, farthest, scaled.get(row, farthest)));
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
                    table.stringColumn("feature").append(features.get(outlier.feature()));
                    table.doubleColumn("value").append(rounded(raw.get(outlier.row(), outlier.feature())));
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

    /** What is shown of each song, a column a feature; what is not known counts as the mean of the others. */
    private static FloatMatrix shown(Catalog catalog) {
        List<String> features = catalog.space().shown();
        float[] values = new float[Math.multiplyExact(catalog.size(), features.size())];
        for (int f = 0; f < features.size(); f++) {
            double mean = mean(catalog.tracks(), features.get(f));
            for (int row = 0; row < catalog.size(); row++) {
                Double known = number(catalog.track(row), features.get(f));
                values[row * features.size() + f] = (float) (known != null ? known : Double.isNaN(mean) ? 0 : mean);
            }
        }
        return FloatMatrix.wrap(catalog.size(), features.size(), values);
    }

    private static Table withMeans(Table table, FeatureSpace space, List<List<Track>> groups) {
        IntColumn songs = IntColumn.create("songs");
        groups.forEach(group -> songs.append(group.size()));
        table.addColumns(songs);
        for (String feature : space.shown()) {
            DoubleColumn means = DoubleColumn.create(feature);
            groups.forEach(group -> means.append(rounded(mean(group, feature))));
            table.addColumns(means);
        }
        return table;
    }

    /** Of the songs that have it. */
    private static double mean(List<Track> tracks, String feature) {
        return tracks.stream()
                .map(track -> number(track, feature))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private static Double number(Track track, String feature) {
        OptionalDouble value = track.features().get(feature);
        return value.isPresent() ? value.getAsDouble() : null;
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
