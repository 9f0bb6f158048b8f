package segue.chart.map;

import java.util.ArrayList;
import java.util.List;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.cluster.ClusterProfile;
import segue.cluster.ClusterProfiles;
import segue.cluster.Clusters;
import segue.cluster.DifferentRows;
import segue.cluster.KMeans;
import segue.cluster.KMeansOptions;
import segue.matrix.FloatMatrix;

/**
 * The colourings of a catalogue, by the names that people type: {@code genre}, {@code cluster}, {@code year},
 * {@code popularity}, and every number that its songs have.
 *
 * <pre>{@code
 * MapColours colours = MapColours.of(catalog);
 * colours.names();                                 // genre, cluster, year, popularity, energy, …
 * map.colouredBy(colours.named("genre"), colours.named("energy"));
 * }</pre>
 */
public final class MapColours {
    private static final String GENRE = "genre";
    private static final String CLUSTER = "cluster";
    private static final String YEAR = "year";
    private static final String POPULARITY = "popularity";

    /** As many as the colours that eyes keep apart. */
    private static final int MOST_CLUSTERS = 8;

    /** Clusters of fewer songs each say little. */
    private static final int LEAST_SONGS_A_CLUSTER = 5;

    private final Catalog songs;
    private final KMeansOptions options;
    /** Whether somebody asked for this k, and no fewer clusters will do. */
    private final boolean exactly;

    private MapColours(Catalog songs, KMeansOptions options, boolean exactly) {
        this.songs = songs;
        this.options = options;
        this.exactly = exactly;
    }

    /** With {@value #MOST_CLUSTERS} clusters, fewer of few songs, or of songs of which few differ. */
    public static MapColours of(Catalog songs) {
        int k = Math.clamp(songs.size() / LEAST_SONGS_A_CLUSTER, 2, MOST_CLUSTERS);
        return new MapColours(songs, KMeansOptions.defaults().withK(k), false);
    }

    /** With so many clusters. */
    public MapColours withClusters(int k) {
        return new MapColours(songs, options.withK(k), true);
    }

    public MapColours withSeed(long seed) {
        return new MapColours(songs, options.withSeed(seed), exactly);
    }

    public MapColours onThreads(int threads) {
        return new MapColours(songs, options.onThreads(threads), exactly);
    }

    /** The names of those that say something here: {@code genre} where a song has one, and so on. */
    public List<String> names() {
        List<String> names = new ArrayList<>(mainNames());
        for (String name : songs.space().all()) {
            if (songs.tracks().stream()
                    .anyMatch(track -> track.features().get(name).isPresent())) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** {@link #names()} without the numbers that songs are compared by. */
    public List<String> mainNames() {
        List<String> names = new ArrayList<>();
        if (songs.tracks().stream().anyMatch(track -> !track.genres().isEmpty())) {
            names.add(GENRE);
        }
        names.add(CLUSTER);
        if (songs.tracks().stream().anyMatch(track -> track.year().isPresent())) {
            names.add(YEAR);
        }
        if (songs.tracks().stream().map(Track::popularity).anyMatch(known -> known.isPresent())) {
            names.add(POPULARITY);
        }
        return List.copyOf(names);
    }

    /** @throws IllegalArgumentException naming those that there are, if there is none of this name */
    public void require(String name) {
        if (!names().contains(name)) {
            boolean known = List.of(GENRE, YEAR, POPULARITY).contains(name);
            throw new IllegalArgumentException("%s: choose one of %s"
                    .formatted(
                            known ? "no song here has a " + name : "there is no colour '" + name + "'",
                            String.join(", ", names())));
        }
    }

    /**
     * The colouring of this name; clusters are made anew each time.
     *
     * @throws IllegalArgumentException naming those that there are, if there is none of this name
     */
    public Colouring named(String name) {
        require(name);
        return switch (name) {
            case GENRE -> Colouring.genre(songs);
            case CLUSTER -> clusters();
            case YEAR -> Colouring.year(songs);
            case POPULARITY -> Colouring.popularity(songs);
            default -> Colouring.feature(songs, name);
        };
    }

    private Colouring clusters() {
        FloatMatrix points = songs.points();
        Clusters clusters =
                KMeans.fit(points, exactly ? options : options.withK(DifferentRows.upTo(options.k(), points)));
        return Colouring.clusters(
                clusters,
                ClusterProfiles.of(songs, clusters, points).stream()
                        .map(ClusterProfile::name)
                        .toList());
    }
}
