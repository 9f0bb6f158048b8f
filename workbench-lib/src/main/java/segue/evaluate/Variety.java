package segue.evaluate;

import java.util.Arrays;
import segue.matrix.FloatMatrix;

/** What lists are like beside being right: how varied, how new, how fairly dealt out. */
public final class Variety {
    private Variety() {}

    /** How often each song stands in the first k of all lists, shape {@code (songs)}. */
    public static int[] exposure(int[][] lists, int k, int songs) {
        int[] exposure = new int[songs];
        for (int[] list : lists) {
            for (int i = 0; i < Math.min(k, list.length); i++) {
                exposure[list[i]]++;
            }
        }
        return exposure;
    }

    /** The share of songs that were shown at all, 0 to 1 (Ge, Delgado-Battenfeld and Jannach, RecSys 2010). */
    public static double coverage(int... exposure) {
        return (double) Arrays.stream(exposure).filter(count -> count > 0).count() / exposure.length;
    }

    /**
     * How unevenly exposure is dealt out: 0 where all songs have the same, towards 1 where one has everything. With counts in
     * ascending order {@code sum (2i - n - 1) x_i / (n sum x_i)}, i from 1 (Fleder and Hosanagar, Management Science 55(5),
     * 2009). 0 where there is none.
     */
    public static double gini(int... exposure) {
        int[] ascending = exposure.clone();
        Arrays.sort(ascending);
        double n = ascending.length;
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < ascending.length; i++) {
            weighted += (2 * (i + 1) - n - 1) * ascending[i];
            sum += ascending[i];
        }
        return sum == 0 ? 0 : weighted / (n * sum);
    }

    /**
     * The mean euclidean distance between two songs of the first k, over all pairs, in the unit of {@code points} (Ziegler,
     * McNee, Konstan and Lausen, WWW 2005). NaN of fewer than two songs.
     */
    public static double intraListDistance(int[] list, int k, FloatMatrix points) {
        int size = Math.min(k, list.length);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                sum += distance(points, list[i], list[j]);
            }
        }
        return size < 2 ? Double.NaN : sum / (size * (size - 1) / 2.0);
    }

    /**
     * Mean self-information of the first k in bits: {@code -log2((c + 1) / (P + 1))} of a song in {@code c} of {@code P}
     * playlists of the training; one is added to both so that a song nobody listed has a finite one (after Zhou et al., PNAS
     * 107(10), 2010). NaN of an empty list.
     */
    public static double novelty(int[] list, int k, int[] counts, int playlists) {
        double bits = 0;
        int size = Math.min(k, list.length);
        for (int i = 0; i < size; i++) {
            bits -= Math.log((counts[list[i]] + 1.0) / (playlists + 1)) / Math.log(2);
        }
        return size == 0 ? Double.NaN : bits / size;
    }

    /**
     * How much more popular the first k are than the seeds: mean count of playlists of the one over that of the other, less 1.
     * 0 is no bias, 1 twice as popular, below 0 less popular (Abdollahpouri, Mansoury, Burke and Mobasher, RMSE workshop at
     * RecSys 2019). NaN where the seeds stand in no playlist, or the list is empty.
     */
    public static double popularityLift(int[] list, int k, int[] seeds, int[] counts) {
        double before = Arrays.stream(seeds).map(row -> counts[row]).average().orElse(0);
        double after =
                Arrays.stream(list).limit(k).map(row -> counts[row]).average().orElse(Double.NaN);
        return before == 0 ? Double.NaN : after / before - 1;
    }

    private static double distance(FloatMatrix points, int row, int other) {
        float[] values = points.values();
        int one = points.offset(row);
        int another = points.offset(other);
        double squares = 0;
        for (int c = 0; c < points.columns(); c++) {
            double difference = (double) values[one + c] - values[another + c];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }
}
