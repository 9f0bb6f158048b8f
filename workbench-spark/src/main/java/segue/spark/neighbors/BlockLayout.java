package segue.spark.neighbors;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How all pairs of queries and rows are cut into tasks. Queries are cut into blocks of equal numbers of rows, the table into
 * blocks likewise; a stripe is some neighbouring blocks of the table. A task has one block of queries and one stripe.
 *
 * @param queries rows looked for
 * @param rows of the table
 * @param columns values a row
 * @param k places a query in the answer of a stripe
 * @param queryBlockRows rows a block of queries; the last may have fewer
 * @param blockRows rows a block of the table; the last may have fewer
 * @param stripeBlocks blocks a stripe; the last may have fewer
 * @param everyRow whether the queries are the rows of the table: those of a task's own stripe are then sent to it once, not
 *     twice
 */
public record BlockLayout(
        int queries,
        int rows,
        int columns,
        int k,
        int queryBlockRows,
        int blockRows,
        int stripeBlocks,
        boolean everyRow)
        implements Serializable {
    private static final int TASKS_A_CORE = 4;
    private static final int MOST_TASKS = 100_000;
    /** Fewer are not worth a task, where there is nothing else in it. */
    private static final int LEAST_QUERIES = 256;

    private static final int BYTES_A_VALUE = 4;
    /** A key (float) and a row number (int). */
    private static final int BYTES_A_PLACE = 8;

    /**
     * A layout with about four tasks a core, or more where memory wants it: of those that move at most twice as many bytes
     * as the one that moves fewest, the one with the fewest stripes. What a query has found in one stripe does not spare it
     * work in another, so stripes cost time.
     *
     * @param queries at least 1
     * @param rows at least 1
     * @param cores of all executors together
     * @param blockBytes see {@link NeighborsOptions#blockBytes}
     * @throws IllegalArgumentException if one query or row alone is more than a block holds, or there would be over 100,000
     *     tasks
     */
    public static BlockLayout of(
            long queries, long rows, int columns, int k, int cores, long blockBytes, boolean everyRow) {
        int tableRows = intRows("rows", rows);
        int queryRows = intRows("queries", queries);
        int places = (int) Math.min(k, rows);
        int tasks = Math.multiplyExact(cores, TASKS_A_CORE);
        int mostRows = (int) Math.min(rows, fit("row", (long) columns * BYTES_A_VALUE, blockBytes));
        int mostQueries = mostQueries(queryRows, columns, places, blockBytes);
        List<BlockLayout> all = IntStream.rangeClosed(1, Math.min(tasks, tableRows))
                .mapToObj(stripes -> {
                    int stripeRows = Math.ceilDiv(tableRows, stripes);
                    int blocks = Math.ceilDiv(stripeRows, mostRows);
                    int block = Math.min(mostQueries, Math.ceilDiv(queryRows, Math.ceilDiv(tasks, stripes)));
                    return new BlockLayout(
                            queryRows,
                            tableRows,
                            columns,
                            places,
                            block,
                            Math.ceilDiv(stripeRows, blocks),
                            blocks,
                            everyRow);
                })
                .toList();
        long fewest = all.stream().mapToLong(BlockLayout::shuffledBytes).min().orElseThrow();
        BlockLayout best = all.stream()
                .filter(layout -> layout.shuffledBytes() <= 2 * fewest)
                .findFirst()
                .orElseThrow();
        if (best.tasks() > MOST_TASKS) {
            throw new IllegalArgumentException(
                    ("%,d queries against %,d rows would be %,d tasks of %,d MB, more than the %,d that one job is good for:"
                                    + " give blocks more memory, or look for fewer rows at a time")
                            .formatted(queries, rows, best.tasks(), blockBytes >> 20, MOST_TASKS));
        }
        return best;
    }

    private static int mostQueries(int queries, int columns, int places, long blockBytes) {
        long bytes = (long) columns * BYTES_A_VALUE + 2L * places * BYTES_A_PLACE;
        return (int) Math.min(queries, fit("query", bytes, blockBytes));
    }

    /** The layout where the table is in every task whole. */
    public static BlockLayout whole(
            long queries, long rows, int columns, int k, int cores, long blockBytes, boolean everyRow) {
        int places = (int) Math.min(k, rows);
        int tableRows = intRows("rows", rows);
        int queryRows = intRows("queries", queries);
        int most = mostQueries(queryRows, columns, places, blockBytes);
        int block = Math.min(most, Math.max(Math.ceilDiv(queryRows, cores * TASKS_A_CORE), LEAST_QUERIES));
        return new BlockLayout(queryRows, tableRows, columns, places, block, tableRows, 1, everyRow);
    }

    private static int intRows(String what, long count) {
        if (count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "%,d %s are more than an exact search takes (%,d): look for fewer, or approximately"
                            .formatted(count, what, Integer.MAX_VALUE));
        }
        return (int) count;
    }

    private static long fit(String what, long bytesEach, long blockBytes) {
        if (bytesEach > blockBytes) {
            throw new IllegalArgumentException(
                    "one %s with its answer takes %,d bytes, more than a block may have (%,d): ask for a smaller k, or fewer columns"
                            .formatted(what, bytesEach, blockBytes));
        }
        return blockBytes / bytesEach;
    }

    public int queryBlocks() {
        return Math.ceilDiv(queries, queryBlockRows);
    }

    public int blocks() {
        return Math.ceilDiv(rows, blockRows);
    }

    public int stripes() {
        return Math.ceilDiv(blocks(), stripeBlocks);
    }

    /** Blocks of queries times stripes. */
    public long tasks() {
        return (long) queryBlocks() * stripes();
    }

    int queryBlockOf(long query) {
        return (int) (query / queryBlockRows);
    }

    int blockOf(long row) {
        return (int) (row / blockRows);
    }

    int stripeOf(int block) {
        return block / stripeBlocks;
    }

    /** Of one row on its way. */
    private long rowBytes() {
        return (long) columns * BYTES_A_VALUE;
    }

    /** Of rows to tasks: the queries once a stripe, the table once a block of queries. */
    public long replicatedBytes() {
        int copies = everyRow ? stripes() - 1 : stripes();
        return rowBytes() * ((long) queries * copies + (long) rows * queryBlocks());
    }

    /** Of what stripes found: nothing where there is only one. */
    public long partialBytes() {
        return stripes() == 1 ? 0 : (long) queries * stripes() * k * BYTES_A_PLACE;
    }

    /** All that is written for others to read, before compression, which finds little in such numbers. */
    public long shuffledBytes() {
        return replicatedBytes() + partialBytes();
    }

    /** Read by one task, on average: a block of queries and a stripe. */
    public long bytesIntoTask() {
        return replicatedBytes() / tasks();
    }
}
