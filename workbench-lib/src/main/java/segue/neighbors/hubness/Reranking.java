package segue.neighbors.hubness;

import java.util.Arrays;
import java.util.function.IntFunction;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;
import segue.neighbors.ParallelBlocks;
import segue.neighbors.ProgressListener;

/** Puts candidates in the order of other distances. */
final class Reranking {
    private static final int BLOCK = 64;

    private Reranking() {}

    /**
     * The {@code k} best of {@code candidates}; ties keep their order.
     *
     * @param distances one a candidate, at least 0
     */
    static Neighbors of(Neighbors candidates, float[] distances, int k) {
        long[] order = new long[distances.length];
        for (int i = 0; i < order.length; i++) {
            // The bits of a float that is not negative ascend with it.
            order[i] = (long) Float.floatToIntBits(distances[i]) << 32 | i;
        }
        Arrays.sort(order);
        int[] rows = new int[Math.min(k, order.length)];
        float[] sorted = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = candidates.rows()[(int) order[i]];
            sorted[i] = distances[(int) order[i]];
        }
        return new Neighbors(rows, sorted);
    }

    /** A table of what {@code answer} gives for each query, each with {@code k} neighbours. */
    static NeighborTable table(
            int queries, int k, int threads, ProgressListener progress, IntFunction<Neighbors> answer) {
        int[] rows = new int[Math.multiplyExact(queries, k)];
        float[] distances = new float[rows.length];
        ParallelBlocks.run(queries, "queries", BLOCK, threads, progress, (from, to) -> {
            for (int query = from; query < to; query++) {
                Neighbors best = answer.apply(query);
                System.arraycopy(best.rows(), 0, rows, query * k, k);
                System.arraycopy(best.distances(), 0, distances, query * k, k);
            }
        });
        return new NeighborTable(queries, k, rows, distances);
    }
}
