package segue.projection;

import java.util.Random;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.RowSample;
import segue.neighbors.Search;

/**
 * How true a map is to the data, measured on some rows.
 *
 * @param preservation the share of the nearest neighbours in the data that are among the nearest on the map, 0 to 1
 * @param neighbors that were looked at, of each row
 * @param rows that were looked at
 */
public record MapQuality(double preservation, int neighbors, int rows) {
    private static final int NEIGHBORS = 10;
    private static final int ROWS = 2_000;
    private static final long SEED = 7;

    /** {@link #of(FloatMatrix, FloatMatrix, Metric)} of a map and the rows that it was made from. */
    public static MapQuality of(TsneMap map) {
        return of(map.data(), map.coordinates(), map.options().metric());
    }

    /**
     * Further rows on a map that has not seen them: how many of their ten nearest among the map's rows are among the ten
     * nearest to where the map {@linkplain TsneMap#place places} them.
     *
     * @param rows at least one, of the columns and scale of the map's data
     */
    public static MapQuality ofPlaced(TsneMap map, FloatMatrix rows) {
        if (rows.rows() == 0) {
            throw new IllegalArgumentException("the quality of places needs at least one row but there are 0");
        }
        Search ten = Search.nearest(Math.min(NEIGHBORS, map.data().rows()));
        NeighborTable near =
                NeighborIndex.of(map.data(), map.options().metric()).search(rows, ten);
        NeighborTable there =
                NeighborIndex.of(map.coordinates(), Metric.EUCLIDEAN).search(map.place(rows), ten);
        long kept = 0;
        for (int row = 0; row < rows.rows(); row++) {
            kept += shared(near.of(row).rows(), there.of(row).rows());
        }
        return new MapQuality((double) kept / ((long) rows.rows() * ten.k()), ten.k(), rows.rows());
    }

    /**
     * Ten neighbours of 2,000 rows, chosen by a fixed seed; of all where there are fewer.
     *
     * @param data shape {@code (rows, columns)}
     * @param coordinates shape {@code (rows, dimensions)}
     * @param metric of the data; the map's is euclidean
     * @throws IllegalArgumentException if the numbers of rows differ, or there are fewer than 2
     */
    public static MapQuality of(FloatMatrix data, FloatMatrix coordinates, Metric metric) {
        if (data.rows() != coordinates.rows() || data.rows() < 2) {
            throw new IllegalArgumentException(
                    "the quality of a map needs as many points as rows, at least 2, but there are"
                            + " %d points of %d rows".formatted(coordinates.rows(), data.rows()));
        }
        int neighbors = Math.min(NEIGHBORS, data.rows() - 1);
        int[] rows = data.rows() <= ROWS
                ? IntStream.range(0, data.rows()).toArray()
                : RowSample.of(data.rows(), ROWS, new Random(SEED));
        int[][] near = nearest(NeighborIndex.of(data, metric), data, rows, neighbors);
        int[][] onMap = nearest(NeighborIndex.of(coordinates, Metric.EUCLIDEAN), coordinates, rows, neighbors);
        long kept = 0;
        for (int i = 0; i < rows.length; i++) {
            kept += shared(near[i], onMap[i]);
        }
        return new MapQuality((double) kept / ((long) rows.length * neighbors), neighbors, rows.length);
    }

    private static long shared(int[] some, int[] others) {
        return IntStream.of(some)
                .filter(row -> IntStream.of(others).anyMatch(other -> other == row))
                .count();
    }

    /** The nearest other rows of each of these. */
    private static int[][] nearest(NeighborIndex index, FloatMatrix data, int[] rows, int neighbors) {
        NeighborTable found = index.search(data.selectRows(rows), Search.nearest(neighbors + 1));
        int[][] nearest = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            int own = rows[i];
            nearest[i] = IntStream.of(found.of(i).rows())
                    .filter(row -> row != own)
                    .limit(neighbors)
                    .toArray();
        }
        return nearest;
    }
}
