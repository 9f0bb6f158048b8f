package segue.evaluate;

import java.util.Arrays;

/**
 * How good one ranked list is. All take {@code hits}: for each place of the list, best first, whether the song there is one that
 * was looked for.
 */
public final class Ranking {
    /** Songs that are shown at once, as in the RecSys Challenge 2018. */
    private static final int SHOWN = 10;

    private static final int MOST_CLICKS = 51;

    private Ranking() {}

    /** Whether each song of a list is among those looked for. */
    public static boolean[] hits(int[] ranked, int... relevant) {
        int[] sorted = relevant.clone();
        Arrays.sort(sorted);
        boolean[] hits = new boolean[ranked.length];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = Arrays.binarySearch(sorted, ranked[i]) >= 0;
        }
        return hits;
    }

    /** Hits among the first k, over k: places that a shorter list leaves empty count as misses. In [0, 1]. */
    public static double precision(boolean[] hits, int k) {
        return (double) count(hits, k) / k;
    }

    /** Hits among the first k, over all that was looked for. In [0, 1]. */
    public static double recall(boolean[] hits, int relevant, int k) {
        return (double) count(hits, k) / relevant;
    }

    /**
     * Hits among the first {@code relevant}, over {@code relevant}; in [0, 1]. The songs' part of the RecSys Challenge 2018's
     * measure, without its quarter points for songs by the right artist (Zamani, Schedl, Lamere and Chen, An Analysis of
     * Approaches Taken in the ACM RecSys Challenge 2018, ACM TIST 10(5), 2019, arXiv 1810.01520).
     */
    public static double rPrecision(boolean[] hits, int relevant) {
        return recall(hits, relevant, relevant);
    }

    /**
     * Normalised discounted cumulative gain of the first k: the sum of {@code 1 / log2(place + 1)} over hits, places from 1, over
     * the sum of a list that begins with everything looked for. In [0, 1]. (Järvelin and Kekäläinen, ACM TOIS 20(4), 2002, as
     * the RecSys Challenge 2018 used it.)
     */
    public static double ndcg(boolean[] hits, int relevant, int k) {
        double gain = 0;
        double ideal = 0;
        for (int i = 0; i < Math.min(k, Math.max(hits.length, relevant)); i++) {
            double worth = Math.log(2) / Math.log(i + 2);
            gain += i < hits.length && hits[i] ? worth : 0;
            ideal += i < relevant ? worth : 0;
        }
        return gain / ideal;
    }

    /**
     * How often a listener who is shown ten songs at a time asks for ten others before a hit is there: {@code floor((place of
     * the first hit - 1) / 10)}, and 51 where the first 500 have none. Fewer is better. (RecSys Challenge 2018.)
     */
    public static double clicks(boolean... hits) {
        for (int i = 0; i < Math.min(hits.length, (MOST_CLICKS - 1) * SHOWN); i++) {
            if (hits[i]) {
                return i / SHOWN;
            }
        }
        return MOST_CLICKS;
    }

    private static int count(boolean[] hits, int k) {
        int count = 0;
        for (int i = 0; i < Math.min(k, hits.length); i++) {
            count += hits[i] ? 1 : 0;
        }
        return count;
    }
}
