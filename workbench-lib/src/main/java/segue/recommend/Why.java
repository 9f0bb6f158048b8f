package segue.recommend;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import segue.recommend.Recommendation.Reason;

/** A recommendation's reasons as one line: {@code "close in energy and tempo; differs in acousticness"}. */
final class Why {
    /** Standard deviations up to which a feature counts as close, and from which it counts as different. */
    private static final double CLOSE = 0.35;

    private static final double DIFFERENT = 0.5;

    /** The same of a group, in what two songs at random differ by: among many columns all songs are some way apart. */
    private static final double CLOSE_GROUP = 0.7;

    private static final double DIFFERENT_GROUP = 1;
    private static final int NAMED = 2;

    private Why() {}

    /**
     * @param reasons one a feature, in any order
     * @param dissimilar whether the differences are what was asked for and come first
     */
    static String sentence(List<Reason> reasons, boolean dissimilar) {
        List<Reason> byDistance = reasons.stream()
                .sorted(Comparator.comparingDouble((Reason reason) -> Math.abs(reason.difference()))
                        .thenComparing(Reason::feature))
                .toList();
        List<Reason> close = byDistance.stream()
                .filter(r -> Math.abs(r.difference()) <= (r.group() ? CLOSE_GROUP : CLOSE))
                .toList();
        List<Reason> different = byDistance.reversed().stream()
                .filter(r -> Math.abs(r.difference()) >= (r.group() ? DIFFERENT_GROUP : DIFFERENT))
                .toList();
        if (close.size() == reasons.size()) {
            boolean equal = byDistance.getLast().difference() == 0;
            return equal
                    ? "equal in every feature"
                    : "close in every feature, least in " + byDistance.getLast().feature();
        }
        if (different.size() == reasons.size()) {
            return "differs in every feature, most in " + names(different);
        }
        if (!dissimilar && reasons.size() - close.size() <= NAMED) {
            return "close in all but "
                    + names(byDistance.subList(close.size(), reasons.size()).reversed());
        }
        String alike = close.isEmpty() ? "" : "close in " + names(close);
        String apart = different.isEmpty() ? "" : "differs in " + names(different);
        if (alike.isEmpty() && apart.isEmpty()) {
            return "a little different in every feature";
        }
        String separator = alike.isEmpty() || apart.isEmpty() ? "" : "; ";
        return dissimilar ? apart + separator + alike : alike + separator + apart;
    }

    private static String names(List<Reason> reasons) {
        return reasons.stream().limit(NAMED).map(Reason::feature).collect(Collectors.joining(" and "));
    }
}
