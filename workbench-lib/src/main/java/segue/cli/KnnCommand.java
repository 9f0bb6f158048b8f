package segue.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.neighbors.Backend;
import segue.neighbors.Choice;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Recall;
import segue.neighbors.Search;
import segue.progress.Progress;

/** {@code ./segue knn}: neighbours of vectors in files; of every row of the data where no queries are given. */
@Command(
        name = "knn",
        description = "Find the k nearest (or farthest) rows of a matrix for every query row.",
        mixinStandardHelpOptions = true)
final class KnnCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "rows to search: .npy (float32) or .csv (the nine audio features, or every column)")
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

    @Mixin
    private Graph graph;

    @Mixin
    private Work work;

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
        work.threads();
        graph.check(onBackend);
        OutputFiles.require(out, distances);
        long start = System.nanoTime();
        FloatMatrix rows = MatrixFile.read(data);
        FloatMatrix wanted = queries == null ? rows : MatrixFile.read(queries);
        double loadSeconds = Work.secondsSince(start);

        start = System.nanoTime();
        NeighborIndex index = onBackend == Backend.HNSW
                ? graph.index(rows, byMetric.weighted(weights))
                : NeighborIndex.of(rows, byMetric.weighted(weights), onBackend);
        Choice choice = index.choice(wanted.rows());
        NeighborTable found = search(index, wanted);
        double seconds = Work.secondsSince(start);
        Optional<Recall> recall =
                choice.backend() == Backend.HNSW ? Optional.of(index.recall(found.k())) : Optional.empty();

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
                    choice.reason() + recall.map(Graph::sentence).orElse(""));
        }
        return 0;
    }

    private NeighborTable search(NeighborIndex index, FloatMatrix wanted) {
        try (Progress progress = Progress.begin("searching", wanted.rows())) {
            Search search = Search.nearest(k)
                    .withFarthest(farthest)
                    .onThreads(work.threads())
                    .reporting((done, total) -> progress.stepTo(done));
            return queries != null
                    ? index.search(wanted, search)
                    : index.graph(excludeSelf ? search.withoutSelf() : search);
        }
    }
}
