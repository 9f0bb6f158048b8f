package segue.neighbors.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;
import segue.neighbors.Backend;
import segue.neighbors.QueryBlock;
import segue.neighbors.SearchEngine;
import segue.neighbors.TopK;

/**
 * Looks for a query's nearest rows in those cells only whose centroids are nearest to it: as many as are probed, and more
 * where these hold fewer rows than are asked for. Which rows it finds does not depend on the block that a query comes in, so
 * a graph is the same on any number of threads.
 */
public final class CellEngine implements SearchEngine {
    private static final int BLOCK = 256;

    /** Below this many rows there is one cell, and the answer is exact. */
    private static final int ROWS_FOR_CELLS = 4_096;

    /** Cells that are so many times larger than most are cut: duplicates would all stand in one. */
    private static final int LARGEST = 8;

    private final FloatMatrix rows;
    private final Accumulation accumulation;
    private final Cell[] cells;
    private final Cell centroids;
    private final int[] order;
    /** Where the rows of each cell begin in {@link #order}. */
    private final int[] begins;

    private final int[] cellOf;
    private final LongAdder comparisons = new LongAdder();
    private volatile int probes = 1;

    /**
     * @param rows prepared
     * @param seed of the sample that centroids are the means of
     */
    public CellEngine(FloatMatrix rows, Accumulation accumulation, long seed, int threads) {
        this.rows = rows;
        this.accumulation = accumulation;
        int count = rows.rows() < ROWS_FOR_CELLS ? 1 : (int) (2.5 * Math.sqrt(rows.rows()));
        FloatMatrix middles = Centroids.of(rows, count, seed, threads);
        int[] home = count == 1 ? new int[rows.rows()] : Centroids.nearest(rows, middles, threads);
        this.order = sorted(home, middles.rows());
        this.cellOf = new int[rows.rows()];
        List<Cell> all = new ArrayList<>();
        List<Integer> middleOf = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        int largest = count == 1 ? rows.rows() : LARGEST * (rows.rows() / count);
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && to - from < largest && home[order[to]] == home[order[from]]) {
                to++;
            }
            int[] numbers = Arrays.copyOfRange(order, from, to);
            for (int row : numbers) {
                cellOf[row] = all.size();
            }
            middleOf.add(home[order[from]]);
            firsts.add(from);
            all.add(Cell.of(rows.selectRows(numbers), numbers, accumulation));
        }
        this.cells = all.toArray(Cell[]::new);
        this.begins = firsts.stream().mapToInt(first -> first).toArray();
        int[] chosen = middleOf.stream().mapToInt(middle -> middle).toArray();
        this.centroids = Cell.of(
                middles.selectRows(chosen), IntStream.range(0, cells.length).toArray(), accumulation);
    }

    /** Row numbers by ascending home, then ascending themselves. */
    private static int[] sorted(int[] home, int homes) {
        int[] next = new int[homes + 1];
        for (int h : home) {
            next[h + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] order = new int[home.length];
        for (int row = 0; row < home.length; row++) {
            order[next[home[row]]++] = row;
        }
        return order;
    }

    /** Looks into so many cells a query from now on. */
    public void probe(int probes) {
        this.probes = Math.clamp(probes, 1, Math.max(1, cells.length));
    }

    public int probes() {
        return probes;
    }

    public int cells() {
        return cells.length;
    }

    /** Distances computed so far, those to centroids too. */
    public long comparisons() {
        return comparisons.sum();
    }

    int cellOf(int row) {
        return cellOf[row];
    }

    FloatMatrix rows() {
        return rows;
    }

    @Override
    public Backend backend() {
        return Backend.AUTO.resolve();
    }

    @Override
    public Accumulation accumulation() {
        return accumulation;
    }

    @Override
    public int blockSize(int queries, int threads) {
        return Math.clamp((queries + 4 * threads - 1) / (4 * threads), 1, BLOCK);
    }

    @Override
    public int[] order(FloatMatrix queries) {
        return queries == rows ? order : null;
    }

    /** The numbers of the {@code count} cells whose centroids are nearest, of every query, best first, one after another. */
    int[] nearestCells(QueryBlock block, int count) {
        int[] none = new int[block.size()];
        Arrays.fill(none, -1);
        TopK[] near = new TopK[block.size()];
        Arrays.setAll(near, q -> new TopK(count));
        float sign = accumulation.sign(false);
        centroids.search(new QueryBlock(block.vectors(), none, false, sign, null), block.size(), near);
        int[] numbers = new int[block.size() * count];
        float[] keys = new float[numbers.length];
        for (int q = 0; q < near.length; q++) {
            near[q].drain(numbers, keys, q * count);
        }
        return numbers;
    }

    /** @throws UnsupportedOperationException for a search for the farthest rows: they stand in no particular cell */
    @Override
    public void search(QueryBlock block, TopK[] best) {
        if (block.farthest()) {
            throw new UnsupportedOperationException("cells find the nearest rows only");
        }
        int[][] wanted = wantedCells(block, best);
        int[] callers = new int[cells.length];
        for (int[] ofOne : wanted) {
            for (int cell : ofOne) {
                callers[cell]++;
            }
        }
        int[][] queries = new int[cells.length][];
        List<Integer> visited = new ArrayList<>();
        for (int q = 0; q < wanted.length; q++) {
            for (int cell : wanted[q]) {
                if (queries[cell] == null) {
                    queries[cell] = new int[callers[cell]];
                    visited.add(cell);
                }
                queries[cell][queries[cell].length - callers[cell]--] = q;
            }
        }
        // The cells that most want hold the best rows of most: thresholds fall soon.
        visited.sort(Comparator.comparingInt((Integer cell) -> -queries[cell].length));
        long compared = (long) block.size() * cells.length;
        for (int cell : visited) {
            look(cell, queries[cell], block, best);
            compared += (long) queries[cell].length * cells[cell].rows();
        }
        comparisons.add(compared);
    }

    /** The cells that each query looks into. */
    private int[][] wantedCells(QueryBlock block, TopK[] best) {
        int count = Math.min(probes, cells.length);
        int[] nearest = nearestCells(block, count);
        int[][] wanted = new int[block.size()][];
        for (int q = 0; q < wanted.length; q++) {
            wanted[q] = Arrays.copyOfRange(nearest, q * count, (q + 1) * count);
            if (cellsThatHold(best[q].k(), wanted[q], block, q) > count) {
                int[] all = nearestCells(block.only(q), cells.length);
                comparisons.add(cells.length);
                wanted[q] = Arrays.copyOf(all, Math.min(all.length, cellsThatHold(best[q].k(), all, block, q)));
            }
        }
        return wanted;
    }

    /**
     * How many of some cells, the first ones, hold {@code k} rows that query {@code q} may find; one more than there are where
     * all do not.
     */
    private int cellsThatHold(int k, int[] some, QueryBlock block, int q) {
        int rows = 0;
        for (int i = 0; i < some.length; i++) {
            if (rows >= k) {
                return i;
            }
            rows += rowsFor(block, q, some[i]);
        }
        return rows >= k ? some.length : some.length + 1;
    }

    private int rowsFor(QueryBlock block, int q, int cell) {
        if (block.among() == null) {
            int self = block.selves()[q];
            return cells[cell].rows() - (self >= 0 && cellOf[self] == cell ? 1 : 0);
        }
        int rows = 0;
        for (int i = begins[cell]; i < begins[cell] + cells[cell].rows(); i++) {
            rows += block.admits(q, order[i]) ? 1 : 0;
        }
        return rows;
    }

    private void look(int cell, int[] queries, QueryBlock block, TopK[] best) {
        int columns = rows.columns();
        float[] vectors = new float[queries.length * columns];
        int[] selves = new int[queries.length];
        TopK[] some = new TopK[queries.length];
        for (int i = 0; i < queries.length; i++) {
            System.arraycopy(block.vectors(), queries[i] * columns, vectors, i * columns, columns);
            selves[i] = block.selves()[queries[i]];
            some[i] = best[queries[i]];
        }
        QueryBlock callers = new QueryBlock(vectors, selves, false, block.sign(), block.among());
        cells[cell].search(callers, queries.length, some);
    }
}
