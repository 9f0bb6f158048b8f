package segue.recommend;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import segue.recommend.Recommendation.Reason;

/** Reasons between songs that probably are this or that: {@code "both are latin pop (.41 and .38); differs most in rap (.02 and .31)"}. */
final class InLabels {
    private static final int NAMED = 2;
    /** A label that one of the songs hardly has is nothing they have in common. */
    private static final double HAS = 0.05;

    private InLabels() {}

    static boolean tells(List<Reason> reasons) {
        return !reasons.isEmpty()
                && reasons.stream().allMatch(reason -> reason.odds().isPresent());
    }

    /** @param numbers whether the probabilities are told too */
    static String sentence(List<Reason> reasons, boolean dissimilar, boolean numbers) {
        if (reasons.stream().allMatch(reason -> reason.difference() == 0)) {
            return "equal in every label";
        }
        Reason most =
                reasons.stream().max(Comparator.comparingDouble(Reason::share)).orElseThrow();
        String common = reasons.stream()
                .filter(reason -> reason != most && common(reason) >= HAS)
                .sorted(Comparator.comparingDouble(InLabels::common).reversed().thenComparing(Reason::feature))
                .limit(NAMED)
                .map(reason -> told(reason, numbers))
                .collect(Collectors.joining(" and "));
        String alike = common.isEmpty() ? "" : (numbers ? "both are " : "both ") + common;
        String apart = "differs most in " + told(most, numbers);
        if (alike.isEmpty()) {
            return apart;
        }
        return dissimilar ? apart + "; " + alike : alike + "; " + apart;
    }

    private static double common(Reason reason) {
        Recommendation.Odds odds = reason.odds().orElseThrow();
        return Math.min(odds.asked(), odds.found());
    }

    private static String told(Reason reason, boolean numbers) {
        return numbers ? "%s (%s)".formatted(reason.feature(), reason.differenceText()) : reason.feature();
    }
}
