package segue.neighbors.cells;

import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;
import segue.neighbors.QueryBlock;
import segue.neighbors.TopK;

/** A cell in plain Java, for machines without the Vector API. */
final class PlainCell implements Cell {
    private final FloatMatrix rows;
    private final int[] numbers;
    private final Accumulation accumulation;

    PlainCell(FloatMatrix rows, int[] numbers, Accumulation accumulation) {
        this.rows = rows;
        this.numbers = numbers;
        this.accumulation = accumulation;
    }

    @Override
    public void search(QueryBlock block, int count, TopK[] best) {
        int columns = rows.columns();
        for (int q = 0; q < count; q++) {
            for (int i = 0; i < numbers.length; i++) {
                if (block.admits(q, numbers[i])) {
                    float sum = accumulation.of(rows.values(), i * columns, block.vectors(), q * columns, columns);
                    best[q].offer(block.sign() * sum, numbers[i]);
                }
            }
        }
    }

    @Override
    public int rows() {
        return numbers.length;
    }
}
