package segue.dtw;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The candidates nearest to a query, best first, ties by ascending candidate.
 *
 * @param candidates their numbers in the order in which the search was given them
 * @param distances exactly those that {@link Dtw#distance} gives
 * @param effort what finding them took
 */
public record DtwMatches(int[] candidates, double[] distances, Effort effort) {
    /**
     * What became of the candidates. With several threads the shares vary from run to run, the matches do not.
     *
     * @param candidates all of them
     * @param bounded left out because a lower bound of their distance was already too large
     * @param abandoned given up on the way through the table
     * @param measured gone through to the end
     */
    public record Effort(int candidates, int bounded, int abandoned, int measured) {}

    public int size() {
        return candidates.length;
    }

    /** {@code candidate 17 at 1.203, candidate 4 at 1.881}. */
    @Override
    public String toString() {
        return IntStream.range(0, size())
                .mapToObj(i -> String.format(Locale.ROOT, "candidate %d at %.4g", candidates[i], distances[i]))
                .collect(Collectors.joining(", "));
    }
}
