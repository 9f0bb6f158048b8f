package segue.cluster;

import java.util.Arrays;
import segue.matrix.FloatMatrix;
import segue.neighbors.ParallelBlocks;

/**
 * Lloyd's passes: each row goes to its nearest centroid, each centroid to the mean of its rows. What a pass adds up stands in
 * blocks whose bounds do not depend on threads, and blocks are added up in order.
 */
final class Lloyd {
    /** Told after every pass. */
    @FunctionalInterface
    interface Listener {
        void passed(int pass, double inertia);
    }

    /** Centroids have come to rest when they move less than this, squared and summed, in mean variances of a column. */
    private static final double TOLERANCE = 1e-5;

    private static final int MOST_BLOCKS = 64;
    private static final int LEAST_TILES = 16;
    /** Doubles that all blocks may take together. */
    private static final long ROOM = 1 << 23;

    private final FloatMatrix rows;
    private final Tiles tiles;
    private final int k;
    private final int threads;
    private final CentroidScan scan;
    private final float[] centroids;
    private final int blockTiles;
    private final Block[] blocks;
    private final float[] distances;
    private final double[] sums;
    private final int[] counts;
    private final double stillness;
    private int[] labels;
    private int[] next;
    private double inertia;
    private int passes;

    /** What the rows of a block change. */
    private static final class Block {
        final double[] sums;
        final int[] counts;
        double inertia;
        boolean moved;

        Block(int k, int columns) {
            sums = new double[k * columns];
            counts = new int[k];
        }
    }

    /** @param start centroids to begin from, shape {@code (k, columns)}; changed */
    Lloyd(FloatMatrix rows, Tiles tiles, float[] start, int threads, CentroidScan scan) {
        this.rows = rows;
        this.tiles = tiles;
        this.k = start.length / rows.columns();
        this.threads = threads;
        this.scan = scan;
        this.centroids = start;
        int most = Math.clamp(ROOM / start.length, 1, MOST_BLOCKS);
        this.blockTiles = Math.max(LEAST_TILES, Math.ceilDiv(tiles.count(), most));
        this.blocks = new Block[Math.ceilDiv(tiles.count(), blockTiles)];
        Arrays.setAll(blocks, block -> new Block(k, rows.columns()));
        int room = tiles.count() * Tiles.ROWS;
        this.labels = new int[room];
        this.next = new int[room];
        this.distances = new float[room];
        this.sums = new double[start.length];
        this.counts = new int[k];
        this.stillness = TOLERANCE * meanVariance(rows);
        Arrays.fill(labels, -1);
    }

    private static double meanVariance(FloatMatrix rows) {
        int columns = rows.columns();
        double[] sums = new double[columns];
        double[] squares = new double[columns];
        float[] values = rows.values();
        for (int i = 0; i < values.length; ) {
            for (int column = 0; column < columns; column++, i++) {
                double value = values[i];
                sums[column] += value;
                squares[column] += value * value;
            }
        }
        double total = 0;
        for (int column = 0; column < columns; column++) {
            double mean = sums[column] / rows.rows();
            total += Math.max(0, squares[column] / rows.rows() - mean * mean);
        }
        return total / columns;
    }

    /**
     * Makes passes until nothing moves, or hardly, at most {@code iterations}; a few more while a cluster would be left empty.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    Lloyd run(int iterations, Listener listener) {
        boolean resting = !pass(listener);
        while ((!resting && passes < iterations) || (anyEmpty() && passes < iterations + k)) {
            double movement = moveToMeans();
            resting = !pass(listener) || movement <= stillness;
        }
        return this;
    }

    /** @return whether a row changed its cluster */
    private boolean pass(Listener listener) {
        ParallelBlocks.run(tiles.count(), "tiles", blockTiles, threads, (done, total) -> {}, this::assign);
        int[] before = labels;
        labels = next;
        next = before;
        inertia = 0;
        boolean moved = false;
        for (Block block : blocks) {
            inertia += block.inertia;
            if (block.moved) {
                moved = true;
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += block.sums[i];
                }
                for (int cluster = 0; cluster < k; cluster++) {
                    counts[cluster] += block.counts[cluster];
                }
            }
        }
        listener.passed(++passes, inertia);
        return moved;
    }

    private void assign(int fromTile, int toTile) {
        Block block = blocks[fromTile / blockTiles];
        if (block.moved) {
            Arrays.fill(block.sums, 0);
            Arrays.fill(block.counts, 0);
            block.moved = false;
        }
        for (int tile = fromTile; tile < toTile; tile++) {
            scan.nearest(tiles, tile, centroids, k, next, distances);
        }
        int to = Math.min(rows.rows(), toTile * Tiles.ROWS);
        double sum = 0;
        for (int row = fromTile * Tiles.ROWS; row < to; row++) {
            sum += distances[row];
            if (next[row] != labels[row]) {
                block.moved = true;
                count(row, next[row], 1, block.sums, block.counts);
                if (labels[row] >= 0) {
                    count(row, labels[row], -1, block.sums, block.counts);
                }
            }
        }
        block.inertia = sum;
    }

    private void count(int row, int cluster, int sign, double[] sums, int[] counts) {
        counts[cluster] += sign;
        int columns = rows.columns();
        float[] values = rows.values();
        for (int i = cluster * columns, at = row * columns; at < (row + 1) * columns; i++, at++) {
            sums[i] += sign * values[at];
        }
    }

    /** @return how far the centroids moved, squared and summed */
    private double moveToMeans() {
        if (anyEmpty()) {
            refill();
        }
        int columns = rows.columns();
        double movement = 0;
        for (int i = 0; i < centroids.length; i++) {
            if (counts[i / columns] > 0) {
                float mean = (float) (sums[i] / counts[i / columns]);
                double step = (double) mean - centroids[i];
                movement += step * step;
                centroids[i] = mean;
            }
        }
        return movement;
    }

    private boolean anyEmpty() {
        for (int count : counts) {
            if (count == 0) {
                return true;
            }
        }
        return false;
    }

    /** Gives each empty cluster the row that is farthest from its own centroid, of those that leave others behind. */
    private void refill() {
        long[] farthest = new long[rows.rows()];
        for (int row = 0; row < farthest.length; row++) {
            farthest[row] = (long) ~Float.floatToIntBits(distances[row]) << Integer.SIZE | row;
        }
        Arrays.sort(farthest);
        int next = 0;
        for (int cluster = 0; cluster < k; cluster++) {
            while (counts[cluster] == 0 && next < farthest.length) {
                int row = (int) farthest[next++];
                if (counts[labels[row]] > 1) {
                    count(row, labels[row], -1, sums, counts);
                    count(row, cluster, 1, sums, counts);
                    labels[row] = cluster;
                }
            }
        }
    }

    float[] centroids() {
        return centroids;
    }

    /** By the centroids as they are; of the rows, and of what fills up the last tile. */
    int[] labels() {
        return labels;
    }

    double inertia() {
        return inertia;
    }

    int passes() {
        return passes;
    }

    int[] counts() {
        return counts;
    }
}
