package segue.neighbors;

import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.simd.SimdIndex;

/** Chooses the class for a back end, and spreads a batch over the cores. */
final class NeighborIndexes {
    private NeighborIndexes() {}

    static NeighborIndex create(FloatMatrix data, Metric metric, Backend backend) {
        Backend resolved = backend.resolve();
        resolved.unavailableReason().ifPresent(reason -> {
            throw new UnsupportedOperationException(reason);
        });
        return resolved == Backend.SIMD ? new SimdIndex(data, metric) : new ScalarIndex(data, metric);
    }

    static NeighborTable batch(NeighborIndex index, FloatMatrix queries, int k, boolean farthest) {
        if (queries.columns() != index.dimensions()) {
            throw new IllegalArgumentException("the index holds vectors of %d values but the queries have %d"
                    .formatted(index.dimensions(), queries.columns()));
        }
        if (k < 0) {
            throw new IllegalArgumentException("k must be at least 0 but was " + k);
        }
        int width = Math.min(k, index.size());
        int[] rows = new int[Math.multiplyExact(queries.rows(), width)];
        float[] distances = new float[rows.length];
        IntStream.range(0, queries.rows()).parallel().forEach(q -> {
            float[] query = queries.row(q);
            Neighbors found = farthest ? index.farthest(query, k) : index.nearest(query, k);
            System.arraycopy(found.rows(), 0, rows, q * width, width);
            System.arraycopy(found.distances(), 0, distances, q * width, width);
        });
        return new NeighborTable(queries.rows(), width, rows, distances);
    }
}
