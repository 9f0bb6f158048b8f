package segue.cluster;

import java.util.Arrays;

/** Plain Java, for machines without the Vector API, and the oracle of the scan by vectors. */
final class PlainScan implements CentroidScan {
    @Override
    public void nearest(Tiles tiles, int tile, float[] centroids, int k, int[] labels, float[] distances) {
        int columns = tiles.columns();
        int first = tile * Tiles.ROWS;
        Arrays.fill(labels, first, first + Tiles.ROWS, 0);
        Arrays.fill(distances, first, first + Tiles.ROWS, Float.POSITIVE_INFINITY);
        float[] sums = new float[Tiles.ROWS];
        for (int centroid = 0; centroid < k; centroid++) {
            Arrays.fill(sums, 0);
            for (int column = 0; column < columns; column++) {
                add(
                        tiles.values(),
                        (first * columns) + column * Tiles.ROWS,
                        centroids[centroid * columns + column],
                        sums);
            }
            for (int row = 0; row < Tiles.ROWS; row++) {
                if (sums[row] < distances[first + row]) {
                    distances[first + row] = sums[row];
                    labels[first + row] = centroid;
                }
            }
        }
    }

    private static void add(float[] values, int at, float middle, float[] sums) {
        for (int row = 0; row < Tiles.ROWS; row++) {
            float difference = values[at + row] - middle;
            sums[row] += difference * difference;
        }
    }
}
