package segue.lab;

import java.util.Arrays;
import segue.neighbors.Metric;
import segue.neighbors.Neighbors;

/**
 * The search as one writes it first: two nested loops, and a short list that is kept in order. It is what the others are
 * measured by.
 *
 * <pre>{@code
 * Neighbors five = PlainLoop.nearest(songs, songs[17], 5, Metric.EUCLIDEAN);
 * }</pre>
 */
public final class PlainLoop {
    private PlainLoop() {}

    /** @param songs one array a song, shape {@code (songs, values)} */
    public static Neighbors nearest(float[][] songs, float[] query, int k, Metric metric) {
        int[] rows = new int[Math.min(k, songs.length)];
        double[] distances = new double[rows.length];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int song = 0; song < songs.length; song++) {
            double distance = distance(songs[song], query, metric);
            int place = rows.length;
            while (place > 0 && distance < distances[place - 1]) {
                place--;
            }
            if (place < rows.length) {
                System.arraycopy(rows, place, rows, place + 1, rows.length - place - 1);
                System.arraycopy(distances, place, distances, place + 1, rows.length - place - 1);
                rows[place] = song;
                distances[place] = distance;
            }
        }
        float[] rounded = new float[rows.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) distances[i];
        }
        return new Neighbors(rows, rounded);
    }

    /** The distance of two vectors, in double. */
    static double distance(float[] a, float[] b, Metric metric) {
        return switch (metric) {
            case EUCLIDEAN -> Math.sqrt(squares(a, b));
            case SQUARED_EUCLIDEAN -> squares(a, b);
            case MANHATTAN -> absolutes(a, b);
            case CHEBYSHEV -> largest(a, b);
            case COSINE -> cosine(a, b);
            case DOT -> -product(a, b);
        };
    }

    private static double squares(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static double absolutes(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((double) a[i] - b[i]);
        }
        return sum;
    }

    private static double largest(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
        }
        return largest;
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static double cosine(float[] a, float[] b) {
        double lengths = Math.sqrt(product(a, a)) * Math.sqrt(product(b, b));
        return lengths == 0 ? 1 : 1 - product(a, b) / lengths;
    }
}
