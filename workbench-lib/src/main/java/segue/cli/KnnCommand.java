package segue.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.progress.Progress;

/** {@code ./segue knn}: exact neighbours of vectors in files. */
@Command(
        name = "knn",
        description = "Find the k nearest (or farthest) rows of a matrix for every query row.",
        mixinStandardHelpOptions = true)
final class KnnCommand implements Callable<Integer> {
    private static final int CHUNK = 1_000;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "rows to search: .npy (float32) or .csv (the nine audio features, or every column)")
    private Path data;

    @Option(names = "--queries", paramLabel = "FILE", description = "rows to look for (default: the data itself)")
    private Path queries;

    @Option(names = "--k", defaultValue = "10", paramLabel = "K", description = "neighbours a query (default: 10)")
    private int k;

    @Mixin
    private Distance distance;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "row numbers, int32 .npy (queries, k)")
    private Path out;

    @Option(names = "--distances", paramLabel = "FILE", description = "distances, float32 .npy (queries, k)")
    private Path distances;

    @Option(names = "--farthest", description = "the farthest rows instead of the nearest")
    private boolean farthest;

    @Mixin
    private Work work;

    @Override
    public Integer call() throws Exception {
        Metric byMetric = distance.metric();
        Backend onBackend = distance.backend();
        if (k < 1) {
            throw new IllegalArgumentException("--k must be at least 1 but was " + k);
        }
        OutputFiles.require(out, distances);
        long start = System.nanoTime();
        FloatMatrix rows = MatrixFile.read(data);
        FloatMatrix wanted = queries == null ? rows : MatrixFile.read(queries);
        double loadSeconds = Work.secondsSince(start);

        start = System.nanoTime();
        NeighborIndex index = NeighborIndex.of(rows, byMetric, onBackend);
        NeighborTable found = work.onThreads(() -> search(index, wanted));
        double seconds = Work.secondsSince(start);

        Npy.write(out, found.queries(), found.k(), found.rows());
        if (distances != null) {
            Npy.write(distances, FloatMatrix.wrap(found.queries(), found.k(), found.distances()));
        }
        if (work.json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "knn");
            result.put("backend", index.backend().label());
            result.put("metric", byMetric.label());
            result.put("threads", work.threads());
            result.put("rows", rows.rows());
            result.put("dims", rows.columns());
            result.put("queries", found.queries());
            result.put("k", found.k());
            result.put("loadSeconds", loadSeconds);
            result.put("seconds", seconds);
            result.put("warmUp", "none: seconds has the index being built and the JVM starting cold");
            System.out.println(Json.of(result));
        } else {
            System.err.printf(
                    "segue: %,d queries in %,d x %d, k=%d, %s, %s: %.3f s%n",
                    found.queries(),
                    rows.rows(),
                    rows.columns(),
                    found.k(),
                    byMetric.label(),
                    index.backend().label(),
                    seconds);
        }
        return 0;
    }

    private NeighborTable search(NeighborIndex index, FloatMatrix wanted) {
        int width = Math.min(k, index.size());
        int[] rows = new int[Math.multiplyExact(wanted.rows(), width)];
        float[] keys = new float[rows.length];
        try (Progress progress = Progress.begin("searching", wanted.rows())) {
            for (int from = 0; from < wanted.rows(); from += CHUNK) {
                int to = Math.min(from + CHUNK, wanted.rows());
                FloatMatrix chunk = FloatMatrix.wrap(
                        to - from,
                        wanted.columns(),
                        Arrays.copyOfRange(wanted.values(), from * wanted.columns(), to * wanted.columns()));
                NeighborTable part = farthest ? index.farthest(chunk, k) : index.nearest(chunk, k);
                System.arraycopy(part.rows(), 0, rows, from * width, part.rows().length);
                System.arraycopy(part.distances(), 0, keys, from * width, part.distances().length);
                progress.stepTo(to);
            }
        }
        return new NeighborTable(wanted.rows(), width, rows, keys);
    }
}
