package segue.neighbors;

import java.util.Arrays;
import segue.matrix.FloatMatrix;

/**
 * One block of the rows of a table that is searched block by block, wherever its blocks lie. What the blocks of a table find
 * for a query, {@linkplain PartialNeighbors#with taken together}, is to the last bit what one {@link NeighborIndex} over the
 * whole table finds. Safe for use by several threads at once.
 *
 * <pre>{@code
 * Search search = Search.nearest(10).withoutSelf();
 * PartialNeighbors found = new BlockIndex(firstHalf, 0, distance).search(queries, 0, search)
 *         .with(new BlockIndex(secondHalf, firstHalf.rows(), distance).search(queries, 0, search), 10);
 * NeighborTable ten = found.table(distance.metric(), false, 10);
 * }</pre>
 */
public final class BlockIndex {
    private final EngineIndex index;
    private final int firstRow;

    /**
     * An index on the back end that suits the block, the machine and the number of queries.
     *
     * @param rows that follow each other in the table
     * @param firstRow the number of the first of them, at least 0
     * @throws IllegalArgumentException if the distance does not fit the rows
     */
    public BlockIndex(FloatMatrix rows, int firstRow, Distance distance) {
        this.index = new EngineIndex(rows, firstRow, distance, Backend.AUTO);
        this.firstRow = firstRow;
    }

    /** Rows in the block. */
    public int size() {
        return index.size();
    }

    /**
     * The rows of this block that {@code search} asks for, of every query: as many as there are, where there are fewer.
     *
     * @param queries shape {@code (queries, columns of the table)}
     * @param firstQuery the number of the first query: where {@code search} leaves a query itself out, query {@code i} is row
     *     {@code firstQuery + i} of the table
     * @throws IllegalArgumentException if the queries have another number of columns, or the search is among some rows only
     */
    public PartialNeighbors search(FloatMatrix queries, int firstQuery, Search search) {
        if (search.among() != null) {
            throw new IllegalArgumentException("a search block by block is among all rows");
        }
        int k = Math.min(search.k(), size());
        boolean all = k == size();
        int[] selves = new int[queries.rows()];
        Arrays.setAll(selves, query -> search.excludeSelf() ? place(firstQuery + query) : -1);
        int[] left = all ? none(selves.length) : selves;
        NeighborTable keys = index.keys(queries, firstQuery, left, k, search);
        PartialNeighbors found = new PartialNeighbors(keys.queries(), k, keys.rows(), keys.distances());
        if (all) {
            found.leaveOut(selves);
        }
        found.countFrom(firstRow);
        return found;
    }

    /** Where a row of the table stands in this block, or -1. */
    private int place(int row) {
        return row >= firstRow && row - firstRow < size() ? row - firstRow : -1;
    }

    private static int[] none(int length) {
        int[] none = new int[length];
        Arrays.fill(none, -1);
        return none;
    }
}
