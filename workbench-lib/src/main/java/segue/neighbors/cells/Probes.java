package segue.neighbors.cells;

import java.util.Arrays;
import segue.matrix.FloatMatrix;
import segue.neighbors.NeighborTable;
import segue.neighbors.QueryBlock;

/**
 * How many cells have to be looked into for a recall: where the true neighbours of some rows stand tells it for any number
 * of cells at once.
 */
public final class Probes {
    /** Standard errors that the mean of a sample must be above what is wanted. */
    private static final double MARGIN = 2;

    private Probes() {}

    /**
     * The least number of cells a query with which the mean recall of the sample, less two standard errors, reaches
     * {@code recall}; every cell where none does.
     *
     * @param sample row numbers
     * @param exact their true neighbours
     */
    public static int forRecall(double recall, CellEngine engine, int[] sample, NeighborTable exact) {
        int cells = engine.cells();
        int k = exact.k();
        if (cells <= 1 || k == 0) {
            return 1;
        }
        // By the rank of a cell among those of a row: sums over rows of the neighbours found up to there, and of their
        // squares.
        long[] found = new long[cells];
        long[] squares = new long[cells];
        int[] ranks = new int[k];
        for (int i = 0; i < sample.length; i++) {
            int[] rankOf = rankOf(engine, sample[i]);
            for (int j = 0; j < k; j++) {
                ranks[j] = rankOf[engine.cellOf(exact.rows()[i * k + j])];
            }
            Arrays.sort(ranks);
            for (int j = 0; j < k; j++) {
                found[ranks[j]]++;
                squares[ranks[j]] += 2 * j + 1;
            }
        }
        Arrays.parallelPrefix(found, Long::sum);
        Arrays.parallelPrefix(squares, Long::sum);
        for (int rank = 0; rank < cells; rank++) {
            double mean = (double) found[rank] / sample.length;
            double variance = Math.max(0, (double) squares[rank] / sample.length - mean * mean);
            if (mean - MARGIN * Math.sqrt(variance / sample.length) >= recall * k) {
                return rank + 1;
            }
        }
        return cells;
    }

    private static int[] rankOf(CellEngine engine, int row) {
        FloatMatrix rows = engine.rows();
        QueryBlock one = new QueryBlock(
                rows.row(row), new int[] {-1}, false, engine.accumulation().sign(false), null);
        int[] nearest = engine.nearestCells(one, engine.cells());
        int[] rankOf = new int[nearest.length];
        for (int rank = 0; rank < nearest.length; rank++) {
            rankOf[nearest[rank]] = rank;
        }
        return rankOf;
    }
}
