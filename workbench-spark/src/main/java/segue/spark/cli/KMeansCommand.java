package segue.spark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.cluster.KMeansOptions;
import segue.files.WholeFile;
import segue.matrix.FloatMatrix;
import segue.spark.cli.SparkOptions.Told;
import segue.spark.cluster.ClusteringOptions;
import segue.spark.cluster.ScaleKind;
import segue.spark.cluster.TableClusters;
import segue.spark.cluster.TableScale;
import segue.spark.rows.RowTable;
import segue.spark.session.SegueSession;

/** {@code ./segue spark kmeans}: groups rows. */
@Command(
        name = "kmeans",
        description = "Group the rows of a table by k-means: the library's start, Spark's passes.",
        mixinStandardHelpOptions = true)
final class KMeansCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data;

    @Option(names = "--k", required = true, paramLabel = "K", description = "clusters, at least 1")
    private int k;

    @Option(names = "--seed", paramLabel = "N", description = "of everything that is random (default: 42)")
    private long seed = KMeansOptions.defaults().seed();

    @Option(
            names = "--scale",
            paramLabel = "KIND",
            description = "standard, minmax or none (default: standard; none for .npy, as in ./segue cluster)")
    private String scale;

    @Option(
            names = "--sample",
            paramLabel = "ROWS",
            description = "rows that the start is found in, held by the driver (default: 65536)")
    private int sample = ClusteringOptions.of(1).sampleRows();

    @Option(
            names = "--centers",
            paramLabel = "FILE",
            description = "keep centers and sizes as JSON, in the units of the data")
    private Path centers;

    @Mixin
    private OutOptions out;

    @Mixin
    private SparkOptions spark;

    @Override
    public Integer call() throws IOException {
        ClusteringOptions options = ClusteringOptions.of(k).withSeed(seed).withSampleRows(sample);
        ScaleKind kind = scale != null
                ? ScaleKind.parse(scale)
                : data.path().endsWith(".npy") ? ScaleKind.NONE : ScaleKind.STANDARD;
        if (centers != null) {
            WholeFile.requirePlace(centers);
        }
        return spark.run("kmeans", session -> group(session, kind, options));
    }

    private Told group(SegueSession session, ScaleKind kind, ClusteringOptions options) throws IOException {
        out.require(session, data.path());
        RowTable table = data.open(session);
        TableClusters clusters = TableClusters.fit(table, TableScale.of(table, kind), options);
        out.write(clusters.labels(session.spark(), table));
        Map<String, Object> figures = figures(table, clusters);
        if (centers != null) {
            FiguresFile.write(centers, figures);
        }
        return new Told(
                String.format(
                        Locale.ROOT,
                        "%,d rows in %,d clusters of %,d to %,d, inertia %.6g, in %s",
                        table.size(),
                        clusters.k(),
                        clusters.sizes()[clusters.k() - 1],
                        clusters.sizes()[0],
                        clusters.inertia(),
                        out.out()),
                figures);
    }

    private static Map<String, Object> figures(RowTable table, TableClusters clusters) {
        FloatMatrix centers = clusters.centersInUnits();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", table.size());
        figures.put("dims", table.columns().size());
        figures.put("k", clusters.k());
        figures.put("scale", clusters.scale().kind().label());
        figures.put("inertia", clusters.inertia());
        figures.put("passes", clusters.passes());
        figures.put("sizes", clusters.sizes());
        figures.put("columns", table.columns());
        figures.put(
                "centers",
                IntStream.range(0, centers.rows()).mapToObj(centers::row).toList());
        return figures;
    }
}
