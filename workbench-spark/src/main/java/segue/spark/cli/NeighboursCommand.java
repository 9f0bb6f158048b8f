package segue.spark.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.neighbors.Metric;
import segue.spark.neighbors.ExactNeighbors;
import segue.spark.neighbors.NeighborsOptions;
import segue.spark.neighbors.Way;
import segue.spark.rows.RowTable;
import segue.spark.session.SegueSession;

/** {@code ./segue spark neighbours}: exact neighbours of every row of a table, or of the rows of another. */
@Command(
        name = "neighbours",
        aliases = "knn",
        description =
                "Find the k nearest (or farthest) rows of a table for every row, itself left out, or for every query.",
        mixinStandardHelpOptions = true)
final class NeighboursCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data;

    @Option(
            names = "--queries",
            paramLabel = "FILES",
            description = "rows to look for (default: every row of the data, itself left out)")
    private String queries;

    @Option(names = "--k", defaultValue = "10", paramLabel = "K", description = "neighbours a query (default: 10)")
    private int k;

    @Option(
            names = "--metric",
            defaultValue = "euclidean",
            paramLabel = "METRIC",
            description = "euclidean, manhattan, cosine, sqeuclidean, chebyshev or dot (default: euclidean)")
    private String metric;

    @Option(
            names = "--weights",
            split = ",",
            paramLabel = "W",
            description = "how much each column counts, e.g. 1,1,0.5 (default: all 1)")
    private float[] weights = {};

    @Option(names = "--farthest", description = "the farthest rows instead of the nearest")
    private boolean farthest;

    @Option(
            names = "--scale",
            defaultValue = "none",
            paramLabel = "SCALE",
            description = "standard: columns of mean 0 and variance 1; none: values as they are (default: none)")
    private String scale;

    @Option(
            names = "--way",
            defaultValue = "auto",
            paramLabel = "WAY",
            description =
                    "how the table comes to the queries: broadcast whole, shuffle in blocks, or auto: broadcast up to"
                            + " 256 MB (default: auto)")
    private String way;

    @Option(
            names = "--block-mb",
            defaultValue = "64",
            paramLabel = "MB",
            description = "a block of the table, or of queries with their answers; a task holds about six times as much"
                    + " (default: 64)")
    private int blockMb;

    @Mixin
    private OutOptions out;

    @Mixin
    private SparkOptions spark;

    @Override
    public Integer call() throws IOException {
        NeighborsOptions options = options();
        return spark.run("neighbours", session -> search(session, options));
    }

    private NeighborsOptions options() {
        if (k < 1) {
            throw new IllegalArgumentException("--k must be at least 1 but was " + k);
        }
        if (!scale.equals("standard") && !scale.equals("none")) {
            throw new IllegalArgumentException("--scale must be standard or none but was " + scale);
        }
        if (blockMb < 1 || blockMb > 1024) {
            throw new IllegalArgumentException("--block-mb must be in [1, 1024] but was " + blockMb);
        }
        return NeighborsOptions.nearest(k)
                .by(Metric.parse(metric).weighted(weights))
                .by(Way.parse(way))
                .withFarthest(farthest)
                .withScaling(scale.equals("standard"))
                .withBlockBytes((long) blockMb << 20);
    }

    private SparkOptions.Told search(SegueSession session, NeighborsOptions options) throws IOException {
        if (queries == null) {
            out.require(session, data.path());
        } else {
            out.require(session, data.path(), queries);
        }
        SparkSession sql = session.spark();
        RowTable rows = data.open(session);
        RowTable wanted = queries == null ? null : data.open(session, queries);
        long start = System.nanoTime();
        ExactNeighbors found = ExactNeighbors.of(sql, rows, wanted, options);
        out.write(found.table());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("metric", options.distance().metric().label());
        figures.put("rows", rows.size());
        figures.put("dims", rows.columns().size());
        figures.put("queries", found.layout().queries());
        figures.put("k", found.k());
        figures.put("way", found.way().label());
        figures.put("queryBlocks", found.layout().queryBlocks());
        figures.put("stripes", found.layout().stripes());
        figures.put("searchSeconds", Math.round((System.nanoTime() - start) / 1e6) / 1e3);
        return new SparkOptions.Told(found.describe() + " written to " + out.out(), figures);
    }
}
