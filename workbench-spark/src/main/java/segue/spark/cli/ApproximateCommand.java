package segue.spark.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.neighbors.Metric;
import segue.spark.cli.SparkOptions.Told;
import segue.spark.graph.ApproximateNeighbors;
import segue.spark.graph.ApproximateOptions;
import segue.spark.rows.RowTable;
import segue.spark.session.SegueSession;

/** {@code ./segue spark approximate}: most of the nearest rows of every row. */
@Command(
        name = "approximate",
        description =
                "Most of the nearest rows of every row, taken as they are, by a graph a partition; recall is measured and told.",
        mixinStandardHelpOptions = true)
final class ApproximateCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data;

    @Option(names = "--k", paramLabel = "K", description = "neighbours of each row (default: 10)")
    private int k = ApproximateOptions.defaults().k();

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "euclidean, sqeuclidean, cosine or dot (default: euclidean)")
    private String metric = "euclidean";

    @Option(
            names = "--partitions",
            paramLabel = "P",
            description = "that rows are cut into (default: one a 100,000 rows, or two a core)")
    private int partitions;

    @Option(
            names = "--reach",
            paramLabel = "R",
            description = "cells that each row asks, the nearest ones (default: as few as --recall needs)")
    private int reach;

    @Option(
            names = "--recall",
            paramLabel = "SHARE",
            description = "of the true neighbours that should be found, where --reach is not given (default: 0.95)")
    private double recall = ApproximateOptions.defaults().recall();

    @Option(names = "--seed", paramLabel = "N", description = "of everything that is random (default: 42)")
    private long seed = ApproximateOptions.defaults().seed();

    @Mixin
    private OutOptions out;

    @Mixin
    private SparkOptions spark;

    @Override
    public Integer call() throws IOException {
        ApproximateOptions options = ApproximateOptions.defaults()
                .withK(k)
                .withMetric(Metric.parse(metric))
                .withPartitions(partitions)
                .withReach(reach)
                .withRecall(recall)
                .withSeed(seed);
        return spark.run("approximate", session -> search(session, options));
    }

    private Told search(SegueSession session, ApproximateOptions options) throws IOException {
        out.require(session, data.path());
        RowTable table = data.open(session);
        try (ApproximateNeighbors near = ApproximateNeighbors.of(table, options)) {
            out.write(near.table(session.spark()));
            String sentence = String.format(
                    Locale.ROOT,
                    "%,d rows, %d neighbours of each by %s, recall %.4f on %,d rows, %,d of %,d cells asked, in %s",
                    table.size(),
                    near.recall().k(),
                    options.metric().label(),
                    near.recall().value(),
                    near.recall().queries(),
                    near.reach(),
                    near.cells(),
                    out.out());
            return new Told(sentence, figures(table, options, near));
        }
    }

    private static Map<String, Object> figures(RowTable table, ApproximateOptions options, ApproximateNeighbors near) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", table.size());
        figures.put("dims", table.columns().size());
        figures.put("k", near.recall().k());
        figures.put("metric", options.metric().label());
        figures.put("recall", near.recall().value());
        figures.put("recallRows", near.recall().queries());
        figures.put("cells", near.cells());
        figures.put("reach", near.reach());
        figures.put("graphs", near.pieces());
        figures.put("largestGraphRows", near.largestPiece());
        return figures;
    }
}
