package segue.cluster;

import java.util.Arrays;
import java.util.Random;
import segue.matrix.FloatMatrix;

/**
 * Rows to begin from, far from each other: greedy k-means++. Each is drawn with odds by the squared distance to those before
 * it, several times, and the draw is kept that leaves least.
 *
 * <p>D. Arthur and S. Vassilvitskii, k-means++: the advantages of careful seeding, 2007, section 5; A. Bhattacharya et al.,
 * Noisy, greedy and not so greedy k-means++, 2020.
 */
final class Seeding {
    private final FloatMatrix rows;
    private final Tiles tiles;
    private final CentroidScan scan;
    private final Random random;
    private final int[] nowhere;
    private final double[] upTo;

    private Seeding(FloatMatrix rows, Tiles tiles, CentroidScan scan, Random random) {
        this.rows = rows;
        this.tiles = tiles;
        this.scan = scan;
        this.random = random;
        this.nowhere = new int[tiles.count() * Tiles.ROWS];
        this.upTo = new double[rows.rows()];
    }

    /**
     * @return shape {@code (k, columns)}
     * @throws IllegalArgumentException if so many rows are not to be told apart
     */
    static float[] of(FloatMatrix rows, Tiles tiles, int k, CentroidScan scan, Random random) {
        return new Seeding(rows, tiles, scan, random).draw(k);
    }

    private float[] draw(int k) {
        int columns = rows.columns();
        int trials = 2 + (int) Math.log(k);
        float[] centroids = new float[k * columns];
        float[] first = rows.row(random.nextInt(rows.rows()));
        System.arraycopy(first, 0, centroids, 0, columns);
        float[] nearest = new float[nowhere.length];
        distances(first, nearest);
        float[] best = new float[nowhere.length];
        float[] trial = new float[nowhere.length];
        for (int centroid = 1; centroid < k; centroid++) {
            double total = addUp(nearest);
            if (!(total > 0)) {
                throw new IllegalArgumentException(
                        "%,d clusters need as many rows that differ, but only %,d can be told apart by squared distances of floats: ask for fewer, or put the columns on one scale"
                                .formatted(k, centroid));
            }
            double least = Double.POSITIVE_INFINITY;
            for (int t = 0; t < trials; t++) {
                float[] row = rows.row(pick(total));
                distances(row, trial);
                double left = nearer(trial, nearest);
                if (left < least) {
                    least = left;
                    System.arraycopy(row, 0, centroids, centroid * columns, columns);
                    float[] spare = best;
                    best = trial;
                    trial = spare;
                }
            }
            float[] spare = nearest;
            nearest = best;
            best = spare;
        }
        return centroids;
    }

    private void distances(float[] row, float[] into) {
        for (int tile = 0; tile < tiles.count(); tile++) {
            scan.nearest(tiles, tile, row, 1, nowhere, into);
        }
    }

    /** Takes the nearer of both into {@code one}, and adds up. */
    private double nearer(float[] one, float[] other) {
        double sum = 0;
        for (int row = 0; row < rows.rows(); row++) {
            one[row] = Math.min(one[row], other[row]);
            sum += one[row];
        }
        return sum;
    }

    private double addUp(float[] distances) {
        double sum = 0;
        for (int row = 0; row < upTo.length; row++) {
            sum += distances[row];
            upTo[row] = sum;
        }
        return sum;
    }

    private int pick(double total) {
        double wanted = random.nextDouble() * total;
        int at = Arrays.binarySearch(upTo, wanted);
        at = at >= 0 ? at + 1 : -at - 1;
        // The first row whose sum is above: one that adds something.
        while (at < upTo.length - 1 && upTo[at] <= wanted) {
            at++;
        }
        return Math.min(at, upTo.length - 1);
    }
}
