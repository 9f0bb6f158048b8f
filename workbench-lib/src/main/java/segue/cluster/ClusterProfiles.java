package segue.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import segue.catalog.Catalog;
import segue.catalog.FeatureSpace;
import segue.catalog.Track;
import segue.cluster.ClusterProfile.FeatureDifference;
import segue.cluster.ClusterProfile.PartDifference;
import segue.cluster.ClusterProfile.Years;
import segue.matrix.FloatMatrix;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Says in words what clusters of songs are like.
 *
 * <pre>{@code
 * Clusters clusters = KMeans.fit(catalog.points(), KMeansOptions.defaults().withK(8));
 * ClusterProfiles.of(catalog, clusters).forEach(System.out::println);
 * }</pre>
 */
public final class ClusterProfiles {
    /** In a cell of a table. */
    private static final int GENRES = 3;

    private final Catalog catalog;
    private final Clusters clusters;
    private final FloatMatrix points;
    private final int[] medoids;

    private ClusterProfiles(Catalog catalog, Clusters clusters, FloatMatrix points, int[] medoids) {
        this.catalog = catalog;
        this.clusters = clusters;
        this.points = points;
        this.medoids = medoids;
    }

    /**
     * Profiles of clusters that were found in the {@linkplain Catalog#points() points} of a catalogue, a cluster each, in
     * their order.
     *
     * @throws IllegalArgumentException if the clusters are not of as many rows as there are songs
     */
    public static List<ClusterProfile> of(Catalog catalog, Clusters clusters) {
        requireSameRows(catalog, clusters);
        return of(catalog, clusters, catalog.points());
    }

    /** Profiles of clusters of songs that were found in other rows, weighted or mapped ones for instance. */
    public static List<ClusterProfile> of(Catalog catalog, Clusters clusters, FloatMatrix rows) {
        requireSameRows(catalog, clusters);
        return new ClusterProfiles(catalog, clusters, catalog.points(), clusters.medoids(rows)).all();
    }

    /** A row a cluster: its name, songs, words, most telling genres, middle year, and the song nearest to its middle. */
    public static Table table(List<ClusterProfile> profiles) {
        Table table = Table.create(
                "Clusters",
                StringColumn.create("name"),
                IntColumn.create("songs"),
                StringColumn.create("words"),
                StringColumn.create("genres"),
                IntColumn.create("median year"),
                StringColumn.create("like"));
        for (ClusterProfile one : profiles) {
            table.stringColumn("name").append(one.name());
            table.intColumn("songs").append(one.size());
            table.stringColumn("words").append(one.words());
            table.stringColumn("genres")
                    .append(one.genres().stream()
                            .limit(GENRES)
                            .map(ClusterProfile.GenreLift::toString)
                            .collect(Collectors.joining(", ")));
            one.years()
                    .ifPresentOrElse(
                            years -> table.intColumn("median year").append(years.median()),
                            () -> table.intColumn("median year").appendMissing());
            table.stringColumn("like").append(one.medoid().map(Track::toString).orElse(""));
        }
        return table;
    }

    private static void requireSameRows(Catalog catalog, Clusters clusters) {
        if (clusters.rows() != catalog.size()) {
            throw new IllegalArgumentException("the clusters are of %,d rows but the catalogue has %,d songs"
                    .formatted(clusters.rows(), catalog.size()));
        }
    }

    private List<ClusterProfile> all() {
        GenreLifts lifts = new GenreLifts(catalog, clusters);
        List<FeatureSpace.Part> parts = catalog.space().parts();
        List<String> shown = catalog.space().shown();
        List<GroupMeans> numbers = shown.stream()
                .map(name -> GroupMeans.of(
                        clusters, row -> catalog.track(row).features().get(name)))
                .toList();
        List<GroupMeans> coordinates = new ArrayList<>();
        for (int column = 0; column < points.columns(); column++) {
            int of = column;
            coordinates.add(GroupMeans.of(clusters, row -> OptionalDouble.of(points.get(row, of))));
        }
        int[] sizes = clusters.sizes();
        List<ClusterProfile> profiles = new ArrayList<>();
        for (int cluster = 0; cluster < clusters.k(); cluster++) {
            List<FeatureDifference> features = differences(cluster, shown, numbers);
            List<String> words = FeatureWords.of(features);
            profiles.add(new ClusterProfile(
                    cluster,
                    sizes[cluster],
                    "",
                    words.isEmpty() ? ClusterNames.AVERAGE : String.join(", ", words),
                    features,
                    apart(cluster, parts, coordinates),
                    lifts.of(cluster),
                    medoid(cluster),
                    years(cluster)));
        }
        return ClusterNames.given(profiles);
    }

    private static List<FeatureDifference> differences(int cluster, List<String> names, List<GroupMeans> numbers) {
        List<FeatureDifference> differences = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            GroupMeans means = numbers.get(i);
            if (means.has(cluster)) {
                differences.add(new FeatureDifference(
                        names.get(i),
                        means.mean(cluster),
                        means.elsewhere(cluster),
                        means.z(cluster),
                        means.effect(cluster)));
            }
        }
        differences.sort(Comparator.comparingDouble((FeatureDifference one) -> -Math.abs(one.effect())));
        return differences;
    }

    /** Of each part the length of the difference of means, in the root of the summed variances of its columns. */
    private static List<PartDifference> apart(
            int cluster, List<FeatureSpace.Part> parts, List<GroupMeans> coordinates) {
        List<PartDifference> apart = new ArrayList<>();
        for (FeatureSpace.Part part : parts) {
            double squares = 0;
            double variance = 0;
            for (int column : part.columns()) {
                GroupMeans means = coordinates.get(column);
                squares += Math.pow(means.mean(cluster) - means.elsewhere(cluster), 2);
                variance += means.pooledVariance(cluster);
            }
            apart.add(new PartDifference(part.name(), variance > 0 ? Math.sqrt(squares / variance) : 0));
        }
        apart.sort(Comparator.comparingDouble(part -> -part.effect()));
        return apart;
    }

    private Optional<Track> medoid(int cluster) {
        return medoids[cluster] < 0 ? Optional.empty() : Optional.of(catalog.track(medoids[cluster]));
    }

    private Optional<Years> years(int cluster) {
        int[] years = Arrays.stream(clusters.members(cluster))
                .filter(row -> catalog.track(row).year().isPresent())
                .map(row -> catalog.track(row).year().getAsInt())
                .sorted()
                .toArray();
        int n = years.length;
        return n == 0 ? Optional.empty() : Optional.of(new Years(years[n / 4], years[n / 2], years[n - 1 - n / 4]));
    }
}
