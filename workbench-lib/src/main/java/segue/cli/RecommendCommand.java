package segue.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.catalog.Catalog;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.recommend.Recommendations;
import segue.recommend.Recommender;
import segue.recommend.Request;
import segue.recommend.Rules;

/** {@code ./segue recommend}: songs like a song, or like several. */
@Command(
        name = "recommend",
        description = "Recommend songs like a song, or like several, nearest first.",
        mixinStandardHelpOptions = true)
final class RecommendCommand implements Callable<Integer> {
    private static final int DEFAULT_N = 5;

    @Mixin
    private StartOptions start;

    @Option(names = "--n", paramLabel = "N", description = "how many songs, 1 to 100 (default: 5)")
    private Integer n;

    @Option(
            names = "--page",
            defaultValue = "1",
            paramLabel = "P",
            description = "more of the same: 2 is what comes next")
    private int page;

    @Option(
            names = "--max-distance",
            paramLabel = "D",
            description = "no song farther than this; without --n all of them, 100 a page")
    private Double maxDistance;

    @Mixin
    private Distance distance;

    @Option(names = "--dissimilar", description = "the least similar songs instead")
    private boolean dissimilar;

    @Mixin
    private RuleOptions rules;

    @Option(
            names = "--vary",
            paramLabel = "V",
            description = "more variety: 0 is none, 1 nothing but variety (not there yet)")
    private Double vary;

    @Option(names = "--explain", description = "say what each distance is made of, and which songs nearly had a place")
    private boolean explain;

    @Option(names = "--catalog", paramLabel = "FILE", description = CatalogSource.DESCRIPTION)
    private Path file;

    @Mixin
    private Work work;

    @Override
    public Integer call() throws Exception {
        Metric byMetric = distance.metric();
        Backend onBackend = distance.backend();
        Graph.requireNearest(onBackend, dissimilar, "--dissimilar");
        start.check();
        Rules wanted = rules.rules();
        refuseVariety();
        Request request = request(Request.of(0), byMetric, onBackend, wanted);
        work.threads();
        long started = System.nanoTime();
        Catalog catalog = CatalogSource.open(file);
        double loadSeconds = Work.secondsSince(started);
        StartOptions.Seeds seeds = start.in(catalog);

        started = System.nanoTime();
        Recommender recommender = Recommender.of(catalog);
        request = request(Request.of(seeds.rows()), byMetric, onBackend, wanted);
        Recommendations found = recommender.recommend(request);
        double seconds = Work.secondsSince(started);

        if (work.json) {
            String backend = recommender.index(byMetric, onBackend).backend().label();
            System.out.println(Json.of(RecommendJson.of(catalog, seeds, found, backend, loadSeconds, seconds)));
        } else {
            RecommendText.print(catalog, seeds, found, explain);
        }
        return 0;
    }

    /** Checked before the catalogue is read. */
    private Request request(Request from, Metric metric, Backend backend, Rules wanted) {
        Request request = from.withMetric(metric)
                .withBackend(backend)
                .withDissimilar(dissimilar)
                .withRules(wanted)
                .withN(n != null ? n : maxDistance != null ? Request.MAX_N : DEFAULT_N)
                .withPage(page);
        return maxDistance == null ? request : request.withMaxDistance(maxDistance);
    }

    private void refuseVariety() {
        if (vary != null) {
            throw new IllegalArgumentException("--vary is not there yet: leave it out");
        }
    }
}
