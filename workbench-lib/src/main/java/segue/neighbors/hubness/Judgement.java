package segue.neighbors.hubness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import segue.neighbors.hubness.HubnessTrial.Verdict;

/**
 * Which reductions make a space better, and which worse. Worse is a precision whose loss is sure, be it small: its whole
 * interval is below 0; or a skewness that rises by {@value #SKEWNESS}, unless the share of rows that are never found is halved,
 * falls by at least {@value #ANTIHUBS}, and genres are known to lose nothing by it. Better is such a share, a skewness that falls by as much, or a precision that
 * surely rises, by at least {@value #PRECISION}. Of the better ones whose precision is within the interval of the most
 * precise, the one that leaves least skewness is recommended.
 */
final class Judgement {
    static final double SKEWNESS = 0.05;
    static final double PRECISION = 0.005;
    static final double ANTIHUBS = 0.002;

    private Judgement() {}

    /** @param trials the plain distance first */
    static List<HubnessTrial> of(List<HubnessTrial> trials) {
        HubnessTrial plain = trials.getFirst();
        List<HubnessTrial> judged = new ArrayList<>();
        judged.add(plain.judged(Verdict.BASELINE, "the plain distance, which the others are compared with"));
        trials.stream().skip(1).map(trial -> judge(trial, plain)).forEach(judged::add);
        best(judged)
                .ifPresent(best -> judged.replaceAll(trial ->
                        trial == best ? trial.judged(Verdict.RECOMMENDED, trial.sentence() + ": recommended") : trial));
        return List.copyOf(judged);
    }

    private static HubnessTrial judge(HubnessTrial trial, HubnessTrial plain) {
        double change = trial.hubness().skewness() - plain.hubness().skewness();
        boolean lessSkew = change < -SKEWNESS;
        boolean lessPrecise = trial.gain().map(gain -> gain.high() < 0).orElse(false);
        boolean morePrecise = trial.gain()
                .map(gain -> gain.low() > 0 && gain.mean() >= PRECISION)
                .orElse(false);
        boolean fewerLost = losesFewer(trial, plain) && trial.gain().isPresent() && !lessPrecise;
        boolean moreSkew = change > SKEWNESS && !fewerLost;
        String name = trial.reduction().label();
        if (moreSkew || lessPrecise) {
            String harm = Stream.of(
                            moreSkew ? "raise the skewness " + skews(plain, trial) : "",
                            lessPrecise ? "lower genre precision " + precisions(plain, trial) : "")
                    .filter(text -> !text.isEmpty())
                    .reduce((a, b) -> a + " and " + b)
                    .orElseThrow();
            return trial.judged(Verdict.REFUSED, "%s would %s: not recommended".formatted(name, harm));
        }
        String precision = trial.gain().isPresent()
                ? "; genre precision goes " + precisions(plain, trial)
                : "; no genres to judge by";
        if (fewerLost && !lessSkew) {
            String never = String.format(
                    Locale.ROOT,
                    "from %.1f %% to %.1f %%",
                    100 * plain.hubness().antihubShare(),
                    100 * trial.hubness().antihubShare());
            return trial.judged(
                    Verdict.HELPS,
                    "%s takes the share of rows that are never found %s, the skewness %s%s"
                            .formatted(name, never, skews(plain, trial), precision));
        }
        return lessSkew || morePrecise
                ? trial.judged(
                        Verdict.HELPS, "%s takes the skewness %s%s".formatted(name, skews(plain, trial), precision))
                : trial.judged(
                        Verdict.CHANGES_LITTLE,
                        "%s changes little: skewness %s%s".formatted(name, skews(plain, trial), precision));
    }

    private static boolean losesFewer(HubnessTrial trial, HubnessTrial plain) {
        double before = plain.hubness().antihubShare();
        double after = trial.hubness().antihubShare();
        return after <= before / 2 && before - after >= ANTIHUBS;
    }

    private static Optional<HubnessTrial> best(List<HubnessTrial> judged) {
        List<HubnessTrial> helpful = judged.stream()
                .filter(trial -> trial.verdict() == Verdict.HELPS)
                .toList();
        double enough = helpful.stream()
                .flatMap(trial -> trial.precision().stream())
                .max(Comparator.comparingDouble(Interval::mean))
                .map(Interval::low)
                .orElse(0.0);
        return helpful.stream()
                .filter(trial -> trial.precision().map(p -> p.mean() >= enough).orElse(true))
                .min(Comparator.comparingDouble(
                        trial -> Math.max(0, trial.hubness().skewness())));
    }

    private static String skews(HubnessTrial from, HubnessTrial to) {
        return String.format(
                Locale.ROOT,
                "from %.2f to %.2f",
                from.hubness().skewness(),
                to.hubness().skewness());
    }

    private static String precisions(HubnessTrial from, HubnessTrial to) {
        Interval gain = to.gain().orElseThrow();
        return String.format(
                Locale.ROOT,
                "from %.3f to %.3f (%+.4f, %+.4f to %+.4f)",
                from.precision().orElseThrow().mean(),
                to.precision().orElseThrow().mean(),
                gain.mean(),
                gain.low(),
                gain.high());
    }
}
