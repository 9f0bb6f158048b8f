package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.neighbors.ApproximateGraph;
import segue.neighbors.Backend;
import segue.neighbors.Choice;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Recall;
import segue.neighbors.Search;
import segue.progress.Progress;

/**
 * {@code ./segue knn}: neighbours of vectors in files; of every row of the data where no queries are given. Exact, unless
 * {@code --approximate} or {@code --backend hnsw} is asked for.
 */
@Command(
        name = "knn",
        description = "Find the k nearest (or farthest) rows of a matrix for every query row.",
        mixinStandardHelpOptions = true)
final class KnnCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description =
                    "rows to search: .npy (float32) or .csv (the nine audio features, the vectors of a features.csv,"
                            + " or every column)")
    private Path data;

    @Option(names = "--queries", paramLabel = "FILE", description = "rows to look for (default: every row of the data)")
    private Path queries;

    @Option(names = "--k", defaultValue = "10", paramLabel = "K", description = "neighbours a query (default: 10)")
    private int k;

    @Mixin
    private Distance distance;

    @Option(
            names = "--weights",
            split = ",",
            paramLabel = "W",
            description = "how much each column counts, e.g. 1,1,0.5 (default: all 1)")
    private float[] weights = {};

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "row numbers, int32 .npy (queries, k)")
    private Path out;

    @Option(names = "--distances", paramLabel = "FILE", description = "distances, float32 .npy (queries, k)")
    private Path distances;

    @Option(names = "--farthest", description = "the farthest rows instead of the nearest")
    private boolean farthest;

    @Option(names = "--exclude-self", description = "leave out the row that is itself the query (without --queries)")
    private boolean excludeSelf;

    @Option(
            names = "--approximate",
            description = "99 of 100 true neighbours in less time, and the recall measured (with --exclude-self)")
    private boolean approximate;

    @Mixin
    private Graph graph;

    @Mixin
    private Work work;

    /**
     * What was found, and how.
     *
     * @param recall measures it, if need be; empty where the search is exact
     */
    private record Found(NeighborTable table, Choice choice, Supplier<Optional<Recall>> recall) {}

    @Override
    public Integer call() throws Exception {
        Metric byMetric = distance.metric();
        Backend onBackend = distance.backend();
        if (k < 1) {
            throw new IllegalArgumentException("--k must be at least 1 but was " + k);
        }
        if (excludeSelf && queries != null) {
            throw new IllegalArgumentException(
                    "--exclude-self is for every row of the data: leave --queries out, or --exclude-self");
        }
        if (approximate && (!excludeSelf || farthest || onBackend != Backend.AUTO)) {
            throw new IllegalArgumentException("--approximate gives the nearest other rows of every row of the data:"
                    + " use it with --exclude-self, without --farthest and --backend");
        }
        work.threads();
        graph.check(onBackend);
        Graph.requireNearest(onBackend, farthest, "--farthest");
        OutputFiles.require(out, distances, graph.file()).spare(data, queries);
        long start = System.nanoTime();
        FloatMatrix rows = MatrixFile.read(data);
        FloatMatrix wanted = queries == null ? rows : MatrixFile.read(queries, data);
        double loadSeconds = Work.secondsSince(start);

        start = System.nanoTime();
        Found answer = find(rows, wanted, byMetric.weighted(weights), onBackend);
        NeighborTable found = answer.table();
        Choice choice = answer.choice();
        double seconds = Work.secondsSince(start);
        Optional<Recall> recall = answer.recall().get();

        Npy.write(out, found.queries(), found.k(), found.rows());
        if (distances != null) {
            Npy.write(distances, FloatMatrix.wrap(found.queries(), found.k(), found.distances()));
        }
        if (work.json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "knn");
            result.put("backend", choice.backend().label());
            result.put("reason", choice.reason());
            result.put("metric", byMetric.label());
            result.put("threads", work.threads());
            result.put("rows", rows.rows());
            result.put("dims", rows.columns());
            result.put("queries", found.queries());
            result.put("k", found.k());
            recall.ifPresent(measured -> {
                result.put("recall", measured.value());
                result.put("recallMeasuredOn", measured.queries());
            });
            result.put("loadSeconds", loadSeconds);
            result.put("seconds", seconds);
            result.put("warmUp", "none: seconds has the index being built and the JVM starting cold");
            System.out.println(Json.of(result));
        } else {
            System.err.printf(
                    "segue: %,d queries in %,d x %d, k=%d, %s, %s: %.3f s. %s%n",
                    found.queries(),
                    rows.rows(),
                    rows.columns(),
                    found.k(),
                    byMetric.label(),
                    choice.backend().label(),
                    seconds,
                    choice.reason()
                            + (approximate ? "" : recall.map(Graph::sentence).orElse("")));
        }
        return 0;
    }

    private Found find(FloatMatrix rows, FloatMatrix wanted, segue.neighbors.Distance by, Backend backend)
            throws IOException {
        if (approximate) {
            return approximate(rows, by);
        }
        NeighborIndex index = backend == Backend.HNSW ? graph.index(rows, by) : NeighborIndex.of(rows, by, backend);
        try (Progress progress = Progress.begin("searching", wanted.rows())) {
            Search search = Search.nearest(k)
                    .withFarthest(farthest)
                    .onThreads(work.threads())
                    .reporting((done, total) -> progress.stepTo(done));
            NeighborTable table = queries != null
                    ? index.search(wanted, search)
                    : index.graph(excludeSelf ? search.withoutSelf() : search);
            return new Found(
                    table,
                    index.choice(wanted.rows()),
                    () -> backend == Backend.HNSW ? Optional.of(index.recall(table.k())) : Optional.empty());
        }
    }

    private Found approximate(FloatMatrix rows, segue.neighbors.Distance by) {
        try (Progress progress = Progress.begin("searching", rows.rows())) {
            ApproximateGraph found = ApproximateGraph.of(
                    rows,
                    by,
                    ApproximateGraph.Options.defaults()
                            .withK(k)
                            .onThreads(work.threads())
                            .reporting((done, total) -> progress.stepTo(done)));
            return new Found(found.graph(), found.choice(), () -> Optional.of(found.recall()));
        }
    }
}
