package segue.dtw;

import java.util.Random;
import segue.matrix.FloatMatrix;

/** Invented sequences, and warping in double precision by the definition. */
final class Sequences {
    private Sequences() {}

    /** Frames that resemble the ones before, as those of music do. */
    static FloatMatrix wandering(long seed, int frames, int values) {
        Random random = new Random(seed);
        float[] at = new float[values];
        float[] all = new float[frames * values];
        for (int i = 0; i < all.length; i++) {
            at[i % values] = 0.9f * at[i % values] + (float) random.nextGaussian();
            all[i] = at[i % values];
        }
        return FloatMatrix.wrap(frames, values, all);
    }

    /** Whole numbers from 0 to 2: many ties, many frames alike, some of zeros. */
    static FloatMatrix coarse(long seed, int frames, int values) {
        Random random = new Random(seed);
        float[] all = new float[frames * values];
        for (int i = 0; i < all.length; i++) {
            all[i] = random.nextInt(3);
        }
        return FloatMatrix.wrap(frames, values, all);
    }

    /** The same at another speed: frame {@code i} is the original's {@code i * speed}, up to the original's last. */
    static FloatMatrix atSpeed(FloatMatrix original, int frames, double speed) {
        int[] rows = new int[frames];
        for (int i = 0; i < frames; i++) {
            rows[i] = Math.min(original.rows() - 1, (int) (i * speed));
        }
        return original.selectRows(rows);
    }

    static double cost(LocalCost cost, float[] a, float[] b) {
        double squares = 0;
        double absolutes = 0;
        double product = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int d = 0; d < a.length; d++) {
            double difference = (double) a[d] - b[d];
            squares += difference * difference;
            absolutes += Math.abs(difference);
            product += (double) a[d] * b[d];
            lengthA += (double) a[d] * a[d];
            lengthB += (double) b[d] * b[d];
        }
        return switch (cost) {
            case EUCLIDEAN -> Math.sqrt(squares);
            case SQUARED_EUCLIDEAN -> squares;
            case MANHATTAN -> absolutes;
            case COSINE ->
                lengthA == 0 || lengthB == 0
                        ? lengthA == lengthB ? 0 : 1
                        : Math.max(0, 1 - product / Math.sqrt(lengthA * lengthB));
        };
    }

    /** The whole table, cell by cell; infinite outside the band. */
    static double distance(FloatMatrix a, FloatMatrix b, DtwOptions options) {
        int longer = Math.max(a.rows(), b.rows());
        double radius = options.band() == 1 ? longer : Math.max(1, Math.rint(options.band() * longer));
        double[][] table = new double[a.rows()][b.rows()];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.rows(); j++) {
                boolean inside = j - i < radius + Math.max(0, b.rows() - a.rows())
                        && i - j < radius + Math.max(0, a.rows() - b.rows());
                boolean first = i == 0 && (j == 0 || options.subsequence());
                double before = first
                        ? 0
                        : Math.min(
                                i > 0 && j > 0 ? table[i - 1][j - 1] : Double.POSITIVE_INFINITY,
                                Math.min(
                                        i > 0 ? table[i - 1][j] : Double.POSITIVE_INFINITY,
                                        j > 0 ? table[i][j - 1] : Double.POSITIVE_INFINITY));
                table[i][j] = inside ? before + cost(options.cost(), a.row(i), b.row(j)) : Double.POSITIVE_INFINITY;
                if (i == a.rows() - 1 && (options.subsequence() || j == b.rows() - 1)) {
                    least = Math.min(least, table[i][j]);
                }
            }
        }
        return least / (options.divided() ? a.rows() + b.rows() : 1);
    }
}
