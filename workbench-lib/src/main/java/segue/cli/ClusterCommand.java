package segue.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
import segue.cluster.ChooseK;
import segue.cluster.ChooseKOptions;
import segue.cluster.ClusterProfile;
import segue.cluster.ClusterProfiles;
import segue.cluster.Clusters;
import segue.cluster.KChoice;
import segue.cluster.KMeans;
import segue.cluster.KMeansOptions;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.neighbors.Backend;

/** {@code ./segue cluster}: k-means of the rows of a file; of a table of songs also what the clusters are like. */
@Command(
        name = "cluster",
        description = "Group the rows of a matrix by k-means; of a table of songs, say what sets each group apart.",
        mixinStandardHelpOptions = true)
final class ClusterCommand implements Callable<Integer> {
    private static final String AUTO = "auto";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description =
                    "rows to group: .npy (float32), as they are, or .csv (the nine audio features, or every column,"
                            + " each in its standard deviations; of a features.csv its vectors)")
    private Path data;

    @Option(
            names = "--k",
            paramLabel = "K",
            description = "clusters, or auto: choose among 2 to 12, and say how clear that is (default: auto)")
    private String k = AUTO;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "the cluster of each row, 0 the largest, int32 .npy (rows)")
    private Path out;

    @Option(
            names = "--centroids",
            paramLabel = "FILE",
            description = "means, float32 .npy (k, columns), in the units of the data")
    private Path centroids;

    @Option(names = "--save", paramLabel = "FILE", description = "keep the clusters for Clusters.load in a notebook")
    private Path save;

    @Option(names = "--seed", paramLabel = "N", description = "of everything that is random (default: 42)")
    private long seed = KMeansOptions.defaults().seed();

    @Option(names = "--starts", paramLabel = "N", description = "starts that are tried on samples (default: 32)")
    private int starts = KMeansOptions.defaults().starts();

    @Option(names = "--iterations", paramLabel = "N", description = "most passes over the rows (default: 300)")
    private int iterations = KMeansOptions.defaults().iterations();

    @Mixin
    private Work work;

    @Override
    public Integer call() throws Exception {
        KMeansOptions options = KMeansOptions.defaults()
                .withK(k.equals(AUTO) ? 2 : number())
                .withStarts(starts)
                .withIterations(iterations)
                .withSeed(seed)
                .onThreads(work.threads());
        OutputFiles.require(out, centroids, save).spare(data);
        long start = System.nanoTime();
        MatrixFile.OnOneScale read = MatrixFile.readOnOneScale(data);
        FloatMatrix points = read.rows();
        double loadSeconds = Work.secondsSince(start);

        start = System.nanoTime();
        KChoice choice = k.equals(AUTO) ? choose(points) : null;
        double choiceSeconds = Work.secondsSince(start);
        start = System.nanoTime();
        Clusters clusters = KMeans.fit(points, choice == null ? options : options.withK(choice.k()));
        double seconds = Work.secondsSince(start);

        Npy.write(out, clusters.labels());
        if (centroids != null) {
            FloatMatrix means = clusters.centroids();
            Npy.write(centroids, read.scaler() == null ? means : read.scaler().inverse(means));
        }
        if (save != null) {
            clusters.save(save);
        }
        List<ClusterProfile> profiles = profiles(clusters, points);
        if (work.json) {
            System.out.println(Json.of(asJson(read, clusters, choice, profiles, loadSeconds, choiceSeconds, seconds)));
        } else {
            tell(clusters, choice, profiles, seconds);
        }
        return 0;
    }

    private int number() {
        try {
            return Integer.parseInt(k);
        } catch (NumberFormatException word) {
            throw new IllegalArgumentException("--k must be a number of clusters or auto but was '" + k + "'");
        }
    }

    private KChoice choose(FloatMatrix points) {
        ChooseKOptions options = ChooseKOptions.defaults().withSeed(seed).onThreads(work.threads());
        int most = points.rows() / 4;
        return ChooseK.among(points, options.between(2, Math.clamp(most, 2, options.high())));
    }

    /** Of a table of songs; none where the file is none, or where a row of it is no song. */
    private List<ClusterProfile> profiles(Clusters clusters, FloatMatrix points) {
        if (data.toString().endsWith(".npy")) {
            return List.of();
        }
        Catalog catalog;
        try {
            catalog = Catalog.load(data);
        } catch (CatalogException noSongs) {
            return List.of();
        }
        if (catalog.size() != clusters.rows()) {
            System.err.printf(
                    "segue: no words for the clusters: of %,d rows only %,d are songs of their own; ./segue catalog makes a"
                            + " clean table%n",
                    clusters.rows(), catalog.size());
            return List.of();
        }
        return ClusterProfiles.of(catalog, clusters, points);
    }

    private Map<String, Object> asJson(
            MatrixFile.OnOneScale read,
            Clusters clusters,
            KChoice choice,
            List<ClusterProfile> profiles,
            double loadSeconds,
            double choiceSeconds,
            double seconds) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "cluster");
        result.put("backend", Backend.SIMD.unavailableReason().isEmpty() ? "simd" : "scalar");
        result.put("threads", work.threads());
        result.put("rows", clusters.rows());
        result.put("dims", clusters.centroids().columns());
        result.put("scaled", read.scaler() != null);
        result.put("k", clusters.k());
        result.put("inertia", clusters.inertia());
        result.put("sizes", clusters.sizes());
        result.put("passes", clusters.passes());
        if (choice != null) {
            result.put("clear", choice.clear());
            result.put("why", choice.why());
            result.put("curve", choice.curve());
            result.put("choiceSeconds", choiceSeconds);
        }
        if (!profiles.isEmpty()) {
            result.put("profiles", profiles.stream().map(ClusterCommand::asJson).toList());
        }
        result.put("loadSeconds", loadSeconds);
        result.put("seconds", seconds);
        result.put("warmUp", "none: seconds has the JVM starting cold");
        return result;
    }

    private static Map<String, Object> asJson(ClusterProfile profile) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("cluster", profile.cluster());
        result.put("size", profile.size());
        result.put("name", profile.name());
        result.put("words", profile.words());
        result.put("features", profile.features());
        result.put("parts", profile.parts());
        result.put("genres", profile.genres());
        profile.medoid().ifPresent(track -> result.put("medoid", Map.of("id", track.id(), "name", track.name())));
        profile.years().ifPresent(years -> result.put("years", years));
        return result;
    }

    private static void tell(Clusters clusters, KChoice choice, List<ClusterProfile> profiles, double seconds) {
        if (choice != null) {
            System.err.println(choice.toString().replace("\n" + choice.why(), "\nsegue: " + choice.why() + "."));
        }
        System.err.printf(
                Locale.ROOT,
                "segue: %,d x %d in %,d clusters: %.3f s, %,d passes, inertia %.6g.%n",
                clusters.rows(),
                clusters.centroids().columns(),
                clusters.k(),
                seconds,
                clusters.passes(),
                clusters.inertia());
        int[] sizes = clusters.sizes();
        for (int cluster = 0; cluster < clusters.k(); cluster++) {
            System.out.printf(
                    Locale.ROOT,
                    "%3d  %s%n",
                    cluster,
                    profiles.isEmpty()
                            ? "%,d rows".formatted(sizes[cluster])
                            : profiles.get(cluster).toString());
        }
    }
}
