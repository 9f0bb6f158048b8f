package segue.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.catalog.Catalog;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;
import segue.recommend.Request;
import segue.recommend.SongSearch;

/** {@code ./segue recommend}: songs like a song. */
@Command(
        name = "recommend",
        description = "Recommend songs like a song, nearest first.",
        mixinStandardHelpOptions = true)
final class RecommendCommand implements Callable<Integer> {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Start start;

    /** Where to start from: exactly one of these. */
    static final class Start {
        @Option(names = "--song", paramLabel = "TEXT", description = "artist and title, as you would type them")
        private String song;

        @Option(names = "--id", paramLabel = "ID", description = "the song's id in the catalogue")
        private String id;
    }

    @Option(names = "--n", defaultValue = "5", paramLabel = "N", description = "how many songs, 1 to 100 (default: 5)")
    private int n;

    @Mixin
    private Distance distance;

    @Option(names = "--dissimilar", description = "the least similar songs instead")
    private boolean dissimilar;

    @Option(names = "--explain", description = "say what each distance is made of")
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
        Request.of(0).withN(n);
        work.threads();
        long started = System.nanoTime();
        Catalog catalog = CatalogSource.open(file);
        double loadSeconds = Work.secondsSince(started);
        int row = row(catalog);

        started = System.nanoTime();
        Recommender recommender = Recommender.of(catalog);
        Request request = Request.of(row)
                .withN(n)
                .withMetric(byMetric)
                .withBackend(onBackend)
                .withDissimilar(dissimilar);
        List<Recommendation> found = recommender.recommend(request);
        double seconds = Work.secondsSince(started);

        if (work.json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "recommend");
            result.put(
                    "backend", recommender.index(byMetric, onBackend).backend().label());
            result.put("metric", byMetric.label());
            result.put("threads", 1);
            result.put("rows", catalog.size());
            result.put("dims", catalog.space().columns().size());
            result.put("loadSeconds", loadSeconds);
            result.put("seconds", seconds);
            result.put("warmUp", "none: seconds has scaling and the index being built");
            result.put(
                    "song",
                    Map.of(
                            "id",
                            catalog.track(row).id(),
                            "name",
                            catalog.track(row).name()));
            result.put("results", found.stream().map(RecommendCommand::asJson).toList());
            System.out.println(Json.of(result));
        } else {
            System.err.println(
                    "segue: " + (dissimilar ? "least like " : "most like ") + catalog.track(row) + ", from " + catalog);
            for (int i = 0; i < found.size(); i++) {
                Recommendation one = found.get(i);
                System.out.printf("%2d  %.3f  %s%n", i + 1, one.distance(), one.track());
                if (explain) {
                    System.out.println("           " + explanation(one));
                }
            }
        }
        return 0;
    }

    private int row(Catalog catalog) {
        return start.id == null
                ? SongFinder.byName(catalog, SongSearch.of(catalog), start.song)
                : SongFinder.byId(catalog, start.id, "--song");
    }

    private static Map<String, Object> asJson(Recommendation one) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", one.track().id());
        result.put("name", one.track().name());
        result.put("artists", one.track().artists());
        result.put("score", one.distance());
        result.put("reasons", one.reasons());
        return result;
    }

    /** Every feature, or group of them, with its share of the distance and its difference, largest share first. */
    private static String explanation(Recommendation one) {
        List<Recommendation.Reason> largestFirst = new ArrayList<>(one.reasons()).reversed();
        return largestFirst.stream()
                .map(reason ->
                        "%s %.0f %% (%s)".formatted(reason.feature(), 100 * reason.share(), reason.differenceText()))
                .collect(Collectors.joining(", "));
    }
}
