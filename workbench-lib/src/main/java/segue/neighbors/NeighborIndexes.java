package segue.neighbors;

import segue.matrix.FloatMatrix;

/** Chooses the class for a back end. */
final class NeighborIndexes {
    private NeighborIndexes() {}

    static NeighborIndex create(FloatMatrix data, Metric metric, Backend backend) {
        Backend resolved = backend.resolve();
        resolved.unavailableReason().ifPresent(reason -> {
            throw new UnsupportedOperationException(reason);
        });
        throw new UnsupportedOperationException("coming");
    }
}
