package segue.cli;

import picocli.CommandLine.Option;
import segue.neighbors.Backend;
import segue.neighbors.Metric;

/** The options of every command that looks for neighbours: how distance is measured, and what computes it. */
final class Distance {
    @Option(
            names = "--metric",
            defaultValue = "euclidean",
            paramLabel = "METRIC",
            description = "euclidean, manhattan, cosine, sqeuclidean, chebyshev or dot (default: euclidean)")
    private String metric;

    @Option(
            names = "--backend",
            defaultValue = "auto",
            paramLabel = "BACKEND",
            description = "auto, scalar, simd, tree or hnsw, which is approximate (default: auto)")
    private String backend;

    Metric metric() {
        return Metric.parse(metric);
    }

    Backend backend() {
        return Backend.parse(backend);
    }
}
