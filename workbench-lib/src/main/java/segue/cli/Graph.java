package segue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Option;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Distance;
import segue.neighbors.Recall;
import segue.neighbors.hnsw.HnswIndex;
import segue.neighbors.hnsw.HnswOptions;
import segue.progress.Progress;

/** The options of approximate search by a graph: how hard it looks, and where the graph is kept. */
final class Graph {
    @Option(
            names = "--ef",
            paramLabel = "N",
            description = "hnsw: candidates kept in a search; more find more and take longer (default: 200)")
    private Integer ef;

    @Option(
            names = "--index",
            paramLabel = "FILE",
            description = "hnsw: use the graph saved in this file; build and save it where there is none")
    private Path file;

    /** @throws IllegalArgumentException if an option is out of range or not for this back end */
    void check(Backend backend) {
        if (backend != Backend.HNSW && (ef != null || file != null)) {
            throw new IllegalArgumentException("%s is for --backend hnsw, but the back end is %s"
                    .formatted(ef != null ? "--ef" : "--index", backend.label()));
        }
        options();
    }

    /** @throws IllegalArgumentException before a graph is built in vain: it leads to what is near */
    static void requireNearest(Backend backend, boolean farthest, String option) {
        if (backend == Backend.HNSW && farthest) {
            throw new IllegalArgumentException(
                    "--backend hnsw finds the nearest only: leave %s out, or use tree or simd".formatted(option));
        }
    }

    /** Where the graph is kept; null where it is not. */
    Path file() {
        return file;
    }

    private HnswOptions options() {
        return ef == null ? HnswOptions.defaults() : HnswOptions.defaults().withEf(ef);
    }

    /** The saved index, if there is one of these rows; otherwise a new one, which is saved where that was asked for. */
    HnswIndex index(FloatMatrix rows, Distance distance) throws IOException {
        if (file != null && Files.exists(file)) {
            HnswIndex saved = HnswIndex.load(file);
            requireSame(saved, rows, distance);
            return ef == null ? saved : saved.withEf(ef);
        }
        try (Progress progress = Progress.begin("building the graph")) {
            HnswIndex built = HnswIndex.build(rows, distance, options(), (done, total) -> {
                progress.outOf(total);
                progress.stepTo(done);
            });
            if (file != null) {
                built.save(file);
            }
            return built;
        }
    }

    private void requireSame(HnswIndex saved, FloatMatrix rows, Distance distance) throws IOException {
        Distance other = saved.distance();
        if (other.metric() != distance.metric() || !Arrays.equals(other.weights(), distance.weights())) {
            throw new IOException("%s was built by %s, not by %s%s: name another file, or delete it"
                    .formatted(
                            file,
                            other.metric().label(),
                            distance.metric().label(),
                            other.metric() == distance.metric() ? " with these weights" : ""));
        }
        if (!saved.data().equals(rows)) {
            throw new IOException("%s holds other rows (%,d x %d) than the data: name another file, or delete it"
                    .formatted(file, saved.size(), saved.dimensions()));
        }
    }

    /** What a person is told about the share of the true neighbours that was found. */
    static String sentence(Recall recall) {
        return " It finds %.2f %% of the true neighbours, measured on %,d rows."
                .formatted(100 * recall.value(), recall.queries());
    }
}
