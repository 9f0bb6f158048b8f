package segue.recommend.tastes;

import java.util.Arrays;
import segue.matrix.FloatMatrix;

/**
 * Densities of songs by Gaussian kernels: of a taste about the listener's songs, and of the catalogue about a seeded sample of
 * it, with a wider kernel. What the song itself adds is left out.
 *
 * <p>A song is worth recommending where the first is large beside the second: nearness alone recommends what is common
 * everywhere. The whole ratio of the two leans on a listener's oddest songs, since little else is like them; with 0.7 of the
 * second, fifty songs are as often right, nearer to the liked ones and not about a few of those. That and the widths, 0.4 and 0.8
 * of the variance in a direction, were chosen on playlists held back from real ones.
 */
final class Commonness {
    private static final double OF_TASTE = 0.4;
    private static final double OF_CATALOG = 0.8;
    private static final double COUNTS = 0.7;

    private final FloatMatrix points;
    private final double ofTaste;
    private final double ofCatalog;
    private final int[] sample;

    /** Filled as it is asked for; each value is the same whoever computes it, so threads need not agree. */
    private final float[] known;

    /** @param sample rows of which the density of the catalogue is told */
    Commonness(FloatMatrix points, double variance, int... sample) {
        this.points = points;
        this.ofTaste = OF_TASTE * variance;
        this.ofCatalog = OF_CATALOG * variance;
        this.sample = sample.clone();
        this.known = new float[points.rows()];
        Arrays.fill(known, Float.NaN);
    }

    /** Logarithm of how common songs like this one are among all; only differences mean something. */
    double inCatalog(int row) {
        float density = known[row];
        if (Float.isNaN(density)) {
            density = (float) logDensity(row, sample, ofCatalog);
            known[row] = density;
        }
        return density;
    }

    /** What a song is worth to a taste in which songs like it have this density. */
    double score(int row, double inTaste) {
        return inTaste - COUNTS * inCatalog(row);
    }

    /** Logarithm of how common they are among the listener's songs. */
    double inTaste(int row, int... songs) {
        return logDensity(row, songs, ofTaste);
    }

    private double logDensity(int row, int[] among, double variance) {
        double[] exponents = new double[among.length];
        double largest = Double.NEGATIVE_INFINITY;
        int size = 0;
        for (int other : among) {
            if (other != row) {
                exponents[size] = -squaredDistance(points, row, other) / (2 * variance);
                largest = Math.max(largest, exponents[size++]);
            }
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double below = exponents[i] - largest;
            sum += below > -30 ? Math.exp(below) : 0;
        }
        return size == 0 ? 0 : largest + Math.log(sum / size);
    }

    static double squaredDistance(FloatMatrix points, int row, int other) {
        float[] values = points.values();
        int a = points.offset(row);
        int b = points.offset(other);
        double squares = 0;
        for (int i = 0; i < points.columns(); i++) {
            double difference = (double) values[a + i] - values[b + i];
            squares += difference * difference;
        }
        return squares;
    }
}
