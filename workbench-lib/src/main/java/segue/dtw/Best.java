package segue.dtw;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The k best so far, shared by threads. */
final class Best {
    private record Match(int candidate, double distance) {}

    private static final Comparator<Match> BEST_FIRST =
            Comparator.comparingDouble(Match::distance).thenComparingInt(Match::candidate);

    private final int k;
    private final PriorityQueue<Match> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());
    private volatile double worst = Double.POSITIVE_INFINITY;

    Best(int k) {
        this.k = k;
    }

    /** What a distance must not exceed to be of interest. */
    double worst() {
        return worst;
    }

    synchronized void offer(int candidate, double distance) {
        worstFirst.add(new Match(candidate, distance));
        if (worstFirst.size() > k) {
            worstFirst.remove();
        }
        if (worstFirst.size() == k) {
            worst = worstFirst.element().distance();
        }
    }

    synchronized DtwMatches matches(DtwMatches.Effort effort) {
        List<Match> sorted = worstFirst.stream().sorted(BEST_FIRST).toList();
        return new DtwMatches(
                sorted.stream().mapToInt(Match::candidate).toArray(),
                sorted.stream().mapToDouble(Match::distance).toArray(),
                effort);
    }
}
