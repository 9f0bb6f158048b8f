package segue.neighbors.hnsw;

import com.spotify.voyager.jni.Index;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import segue.neighbors.ProgressListener;

/**
 * The graph, in the memory of Voyager's native library, which is freed when nobody refers to this object any more (the
 * library's object has a finalizer). Safe for searches by several threads at once. The only class that knows Voyager.
 */
final class NativeGraph {
    /** Points that are added at one go: an interrupt waits for so many. */
    private static final int ROUND = 256;

    private final Index index;
    private final int points;
    private final int columns;

    private NativeGraph(Index index, int points, int columns) {
        this.index = index;
        this.points = points;
        this.columns = columns;
    }

    /** The vector of a point. */
    @FunctionalInterface
    interface Vectors {
        float[] of(int point);
    }

    /** Loads the native library, if that has not been done. */
    static void link() {
        try {
            new Index(Index.SpaceType.Euclidean, 1).close();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws CancellationException if the thread is interrupted; it stays marked as interrupted */
    static NativeGraph build(int points, int columns, Vectors vectors, HnswOptions options, ProgressListener progress) {
        Index index = new Index(
                Index.SpaceType.Euclidean,
                columns,
                options.m(),
                options.efConstruction(),
                options.seed(),
                Math.max(1, points),
                Index.StorageDataType.Float32);
        for (int from = 0; from < points; from += ROUND) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException(
                        "building the graph was interrupted after %,d of %,d points".formatted(from, points));
            }
            int count = Math.min(ROUND, points - from);
            float[][] some = new float[count][];
            long[] ids = new long[count];
            for (int i = 0; i < count; i++) {
                some[i] = vectors.of(from + i);
                ids[i] = from + i;
            }
            index.addItems(some, ids, options.threads());
            progress.answered(from + count, points);
        }
        return new NativeGraph(index, points, columns);
    }

    int points() {
        return points;
    }

    int columns() {
        return columns;
    }

    /**
     * The nearest points that a search with {@code ef} candidates finds, best first; null where it does not find so many,
     * because the graph has no way to them.
     *
     * @param count at most {@code ef}, at most {@link #points}
     */
    long[] nearest(float[] query, int count, int ef) {
        try {
            return index.query(query, count, (long) ef).labels;
        } catch (RuntimeException problem) {
            // The library has no type of its own for this.
            if (problem.getMessage() != null && problem.getMessage().startsWith("Fewer than expected")) {
                return null;
            }
            throw problem;
        }
    }

    void save(OutputStream out) {
        index.saveIndex(out);
    }

    /** @throws IllegalArgumentException if what was read is no graph */
    static NativeGraph load(InputStream in) {
        try {
            Index index = Index.load(in);
            return new NativeGraph(index, Math.toIntExact(index.getNumElements()), index.getNumDimensions());
        } catch (RuntimeException broken) {
            throw new IllegalArgumentException("the graph in it cannot be read: " + broken.getMessage(), broken);
        }
    }
}
