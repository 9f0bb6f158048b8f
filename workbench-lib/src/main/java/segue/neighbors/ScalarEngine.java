package segue.neighbors;

import segue.matrix.FloatMatrix;

/** Plain Java, row by row: the oracle of every other back end. */
final class ScalarEngine implements SearchEngine {
    private final FloatMatrix rows;
    private final Accumulation accumulation;

    ScalarEngine(FloatMatrix rows, Accumulation accumulation) {
        this.rows = rows;
        this.accumulation = accumulation;
    }

    @Override
    public Backend backend() {
        return Backend.SCALAR;
    }

    @Override
    public Accumulation accumulation() {
        return accumulation;
    }

    @Override
    public int blockSize(int queries, int threads) {
        return 8;
    }

    @Override
    public void search(QueryBlock block, TopK[] best) {
        int columns = rows.columns();
        for (int q = 0; q < block.size(); q++) {
            for (int row = 0; row < rows.rows(); row++) {
                if (block.admits(q, row)) {
                    float sum = accumulation.of(rows.values(), row * columns, block.vectors(), q * columns, columns);
                    best[q].offer(block.sign() * sum, row);
                }
            }
        }
    }
}
