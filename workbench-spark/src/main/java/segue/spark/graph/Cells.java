package segue.spark.graph;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import segue.cluster.DifferentRows;
import segue.cluster.KMeans;
import segue.cluster.KMeansOptions;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.Search;
import segue.spark.rows.NumberedRow;
import segue.spark.rows.RowBlock;
import segue.spark.rows.RowDraw;

/**
 * Where rows live: each in the cell whose middle is nearest, by its direction alone under cosine. A cell with more rows than a
 * partition should have is cut into pieces, by lot; a piece is what one task builds a graph of. The dot product knows no
 * cells: all rows are one, in pieces.
 *
 * @param directions whether rows are compared by their directions
 * @param columns values a middle
 * @param middles row-major
 * @param counts rows in each cell
 * @param firstPieces of each cell, and the number of all pieces
 * @param seed of the lots
 */
record Cells(boolean directions, int columns, float[] middles, long[] counts, int[] firstPieces, long seed)
        implements Serializable {
    static final int BLOCK = 4096;

    /** Rows that a middle is the mean of. */
    private static final int ROWS_EACH = 256;

    private static final int LEAST_SAMPLE = 8192;

    static Cells of(JavaRDD<NumberedRow> rows, long size, int columns, int partitions, ApproximateOptions options) {
        boolean directions = options.metric() == Metric.COSINE;
        FloatMatrix middles = options.metric() == Metric.DOT || partitions == 1
                ? FloatMatrix.wrap(1, columns, new float[columns])
                : middles(rows, size, directions, partitions, options.seed());
        Cells whole =
                new Cells(directions, columns, middles.values(), new long[middles.rows()], new int[0], options.seed());
        long[] counts = whole.count(rows);
        long most =
                options.metric() == Metric.DOT ? Math.ceilDiv(size, partitions) : Math.ceilDiv(2 * size, partitions);
        int[] firstPieces = new int[counts.length + 1];
        for (int cell = 0; cell < counts.length; cell++) {
            firstPieces[cell + 1] = Math.toIntExact(firstPieces[cell] + Math.max(1, Math.ceilDiv(counts[cell], most)));
        }
        return new Cells(directions, columns, middles.values(), counts, firstPieces, options.seed());
    }

    private static FloatMatrix middles(JavaRDD<NumberedRow> rows, long size, boolean directions, int count, long seed) {
        List<NumberedRow> drawn = RowDraw.of(rows, size, Math.max(LEAST_SAMPLE, ROWS_EACH * count), seed);
        FloatMatrix sample = RowBlock.of(drawn).matrix();
        FloatMatrix seen = directions ? directions(sample) : sample;
        KMeansOptions options = KMeansOptions.defaults()
                .withK(DifferentRows.upTo(count, seen))
                .withStarts(4)
                .withIterations(20)
                .withSeed(seed);
        return KMeans.fit(seen, options).centroids();
    }

    private static FloatMatrix directions(FloatMatrix rows) {
        float[] units = new float[rows.values().length];
        for (int row = 0; row < rows.rows(); row++) {
            double length = rows.norm(row);
            for (int i = row * rows.columns(); i < (row + 1) * rows.columns() && length > 0; i++) {
                units[i] = (float) (rows.values()[i] / length);
            }
        }
        return FloatMatrix.wrap(rows.rows(), rows.columns(), units);
    }

    private long[] count(JavaRDD<NumberedRow> rows) {
        Cells cells = this;
        return rows.mapPartitions(part -> {
                    long[] found = new long[cells.size()];
                    RowBlock.gather(part, BLOCK)
                            .forEachRemaining(block ->
                                    Arrays.stream(cells.homes(block.matrix())).forEach(home -> found[home]++));
                    return List.of(found).iterator();
                })
                .treeReduce(Cells::sum);
    }

    private static long[] sum(long[] one, long[] other) {
        return IntStream.range(0, one.length)
                .mapToLong(cell -> one[cell] + other[cell])
                .toArray();
    }

    int size() {
        return counts.length;
    }

    int pieces() {
        return firstPieces[size()];
    }

    /** Rows in the largest piece, about. */
    long largestPiece() {
        return IntStream.range(0, size())
                .mapToLong(cell -> Math.ceilDiv(counts[cell], firstPieces[cell + 1] - firstPieces[cell]))
                .max()
                .orElse(0);
    }

    /** The cell of each row. */
    int[] homes(FloatMatrix rows) {
        return nearest(rows, 1);
    }

    /** The {@code reach} nearest cells of each row, one row after another, nearest first. */
    int[] nearest(FloatMatrix rows, int reach) {
        if (size() == 1) {
            return new int[rows.rows()];
        }
        FloatMatrix all = FloatMatrix.wrap(size(), columns, middles);
        return NeighborIndex.of(all, Metric.SQUARED_EUCLIDEAN, Backend.AUTO.resolve())
                .search(
                        directions ? directions(rows) : rows,
                        Search.nearest(reach).onThreads(1))
                .rows();
    }

    /** Of cells by ascending distance, how many must be asked so that they have {@code k} rows beside the one that asks. */
    int enough(int[] nearest, int reach, int k) {
        long rows = -1;
        for (int asked = 0; asked < nearest.length; asked++) {
            if (asked >= reach && rows >= k) {
                return asked;
            }
            rows += counts[nearest[asked]];
        }
        return nearest.length;
    }

    /** The piece of a cell that the row of this number is in. */
    int piece(int cell, long number) {
        int pieces = firstPieces[cell + 1] - firstPieces[cell];
        return firstPieces[cell] + (int) (RowDraw.lot(number, ~seed) % pieces);
    }
}
