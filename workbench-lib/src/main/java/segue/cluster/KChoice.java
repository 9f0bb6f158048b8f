package segue.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@link ChooseK} found.
 *
 * @param curve a candidate for each k, ascending
 * @param k that the gap statistic chooses; where it chooses none, the one with the highest silhouette
 * @param clear whether this k is a fact about the rows, and not a matter of taste
 * @param why in a sentence
 */
public record KChoice(List<Candidate> curve, int k, boolean clear, String why) {
    /** Up to here there is no substantial structure, say L. Kaufman and P. Rousseeuw, Finding groups in data, 1990, table 4. */
    private static final double LEAST_SILHOUETTE = 0.25;

    private static final double LEAST_STABILITY = 0.8;

    /**
     * One number of clusters, judged.
     *
     * @param silhouette mean of rows, -1 to 1; more is better
     * @param gap by how much more the logarithm of the inertia falls from one cluster to k than in noise without clusters; about
     *     0 where there are none
     * @param gapError the paper's {@code s_k}
     * @param stability adjusted Rand index of clusters found in two samples, up to 1
     */
    public record Candidate(
            int k,
            double silhouette,
            double silhouetteError,
            double gap,
            double gapError,
            double stability,
            double stabilityError) {}

    public KChoice {
        curve = List.copyOf(curve);
    }

    static KChoice from(List<Candidate> curve) {
        Candidate first = curve.getFirst();
        boolean oneIsEnough = first.k() == 2 && first.gap() - first.gapError() <= 0;
        Optional<Candidate> byGap = oneIsEnough ? Optional.empty() : byGap(curve);
        Candidate chosen = byGap.orElseGet(() -> bySilhouette(curve));
        List<String> objections = new ArrayList<>();
        if (oneIsEnough) {
            objections.add("two clusters are no tighter than those of noise without any");
        } else if (byGap.isEmpty()) {
            objections.add(text(
                    "every further cluster still helps, up to %d",
                    curve.getLast().k()));
        }
        if (chosen.silhouette() < LEAST_SILHOUETTE) {
            objections.add(text("at k = %d the silhouette is only %.2f", chosen.k(), chosen.silhouette()));
        }
        if (chosen.stability() < LEAST_STABILITY) {
            objections.add(text("two samples agree on %d clusters by only %.2f", chosen.k(), chosen.stability()));
        }
        if (objections.isEmpty()) {
            String why = text(
                    "k = %d: more clusters are no tighter than in noise; the silhouette is %.2f, and two samples agree by %.2f",
                    chosen.k(), chosen.silhouette(), chosen.stability());
            return new KChoice(curve, chosen.k(), true, why);
        }
        return new KChoice(
                curve,
                chosen.k(),
                false,
                "no clear k: " + String.join(", ", objections) + "; any k is a matter of taste");
    }

    /** The first from which one cluster more gains nothing over noise, within an error: section 3 of the paper. */
    private static Optional<Candidate> byGap(List<Candidate> curve) {
        for (int i = 0; i + 1 < curve.size(); i++) {
            Candidate more = curve.get(i + 1);
            if (curve.get(i).gap() >= more.gap() - more.gapError()) {
                return Optional.of(curve.get(i));
            }
        }
        return Optional.empty();
    }

    /** The smallest within an error of the highest. */
    private static Candidate bySilhouette(List<Candidate> curve) {
        Candidate highest = curve.stream()
                .max(Comparator.comparingDouble(Candidate::silhouette))
                .orElseThrow();
        return curve.stream()
                .filter(one -> one.silhouette() >= highest.silhouette() - highest.silhouetteError())
                .findFirst()
                .orElseThrow();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** The curve as a table of text, the chosen k marked, and why. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("   k  silhouette           gap     stability\n");
        for (Candidate one : curve) {
            table.append(text(
                    "%s%3d  %5.3f ± %.3f  %6.3f ± %.3f  %5.2f ± %.2f%n",
                    one.k() == k ? "*" : " ",
                    one.k(),
                    one.silhouette(),
                    one.silhouetteError(),
                    one.gap(),
                    one.gapError(),
                    one.stability(),
                    one.stabilityError()));
        }
        return table + why;
    }
}
