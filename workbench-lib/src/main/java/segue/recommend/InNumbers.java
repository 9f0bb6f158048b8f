package segue.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import segue.catalog.Track;
import segue.recommend.Recommendation.Reason;

/** Reasons in words with numbers: {@code "energy .82 and .80; 6 bpm apart; differs most in acousticness, .10 and .64"}. */
final class InNumbers {
    private static final int ALIKE_NAMED = 2;
    /** That both have none of it is true and says little. */
    private static final String NOTHING = " .00 and .00";

    private InNumbers() {}

    /** @param dissimilar whether the differences are what was asked for and come first */
    static String sentence(Track seed, Track track, List<Reason> reasons, boolean dissimilar) {
        List<Reason> closestFirst = reasons.stream()
                .sorted(Comparator.comparingDouble((Reason reason) -> Math.abs(reason.difference()))
                        .thenComparing(Reason::feature))
                .toList();
        if (closestFirst.stream().allMatch(reason -> reason.difference() == 0)) {
            return "equal in every feature";
        }
        Reason most =
                reasons.stream().max(Comparator.comparingDouble(Reason::share)).orElseThrow();
        List<String> alike = new ArrayList<>();
        closestFirst.stream()
                .filter(reason -> reason != most && !reason.feature().equals("tempo"))
                .map(reason -> values(seed, track, reason))
                .filter(values -> !values.endsWith(NOTHING))
                .limit(ALIKE_NAMED)
                .forEach(alike::add);
        if (!most.feature().equals("tempo")) {
            reasons.stream()
                    .filter(reason -> reason.feature().equals("tempo"))
                    .forEach(tempo -> alike.add(values(seed, track, tempo)));
        }
        String different = "differs most in " + (most.feature().equals("tempo") ? "tempo, " : "")
                + (apart(most) || most.group() ? of(most, seed, track) : named(most, seed, track));
        List<String> parts = new ArrayList<>(alike);
        parts.add(dissimilar ? 0 : parts.size(), different);
        return String.join("; ", parts);
    }

    private static String of(Reason reason, Track seed, Track track) {
        return (reason.feature().equals("tempo") || reason.group() ? "" : reason.feature() + ", ")
                + values(seed, track, reason);
    }

    private static String named(Reason reason, Track seed, Track track) {
        return values(seed, track, reason).replaceFirst("^" + reason.feature() + " ", reason.feature() + ", ");
    }

    private static boolean apart(Reason reason) {
        return reason.feature().equals("tempo") || reason.feature().equals("loudness");
    }

    private static String values(Track seed, Track track, Reason reason) {
        OptionalDouble one = seed.features().get(reason.feature());
        OptionalDouble other = track.features().get(reason.feature());
        if (reason.group() || one.isEmpty() || other.isEmpty()) {
            return reason.feature() + " " + reason.differenceText();
        }
        double apart = Math.abs(one.getAsDouble() - other.getAsDouble());
        return switch (reason.feature()) {
            case "tempo" -> apart < 0.5 ? "the same tempo" : format("%.0f bpm apart", apart);
            case "loudness" -> apart < 0.05 ? "equally loud" : format("%.1f dB apart", apart);
            default -> reason.feature() + " " + number(one.getAsDouble()) + " and " + number(other.getAsDouble());
        };
    }

    /** {@code .82}: most features are from 0 to 1. */
    static String number(double value) {
        String text = format("%.2f", value);
        return text.startsWith("0.") ? text.substring(1) : text.startsWith("-0.") ? "-" + text.substring(2) : text;
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
