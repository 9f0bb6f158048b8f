package segue.lab;

import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import segue.matrix.FloatMatrix;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;

/** A search that knows single queries only: a batch is one after another, on one thread. */
public abstract class OneByOne implements Searcher {
    private final FloatMatrix rows;

    protected OneByOne(FloatMatrix rows) {
        this.rows = rows;
    }

    @Override
    public NeighborTable nearest(FloatMatrix queries, int k, int threads) {
        return table(queries.rows(), Math.min(k, rows.rows()), q -> nearest(queries.row(q), k));
    }

    @Override
    public NeighborTable graph(int k, int threads) {
        int others = Math.min(k, rows.rows() - 1);
        int[] all = Rows.upTo(rows.rows());
        return Rows.withoutSelves(table(all.length, others + 1, row -> nearest(rows.row(row), others + 1)), all);
    }

    private static NeighborTable table(int queries, int k, IntFunction<Neighbors> answers) {
        int[] found = new int[queries * k];
        float[] distances = new float[queries * k];
        for (int q = 0; q < queries; q++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the search was interrupted after %,d queries".formatted(q));
            }
            Neighbors answer = answers.apply(q);
            System.arraycopy(answer.rows(), 0, found, q * k, k);
            System.arraycopy(answer.distances(), 0, distances, q * k, k);
        }
        return new NeighborTable(queries, k, found, distances);
    }
}
