package segue.chart.opinion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.IChart;
import segue.chart.Axis;
import segue.chart.Charts;
import segue.chart.IntervalRow;
import segue.feedback.MeanInterval;
import segue.feedback.MethodScore;
import segue.feedback.Opinion;
import segue.feedback.TrialScore;

/** Average scores of methods with their intervals, the best first. */
final class MethodRows {
    static final String SCORES = "Average score by method";
    static final String TRIALS = "Blind trials";

    private static final int MOST_METHODS = 12;
    private static final int MOST_TRIALS = 4;
    private static final int LONGEST_NAME = 16;
    private static final String FEW =
            "* fewer than %d listeners: tells about them alone".formatted(MeanInterval.ENOUGH_LISTENERS);

    private MethodRows() {}

    static OpinionPicture scores(List<MethodScore> methods, int width, int height) {
        if (methods.isEmpty()) {
            return nothing("scores", SCORES, "Nobody has rated a recommendation yet.", width, height);
        }
        List<MethodScore> best = methods.stream()
                .sorted(Comparator.comparingDouble(MethodRows::mean).reversed().thenComparing(MethodScore::method))
                .toList();
        List<IntervalRow> rows = best.stream()
                .limit(MOST_METHODS)
                .map(method -> row(method.method(), method.scores(), remark(method.scores())))
                .toList();
        List<String> notes = new ArrayList<>();
        if (best.stream().limit(MOST_METHODS).anyMatch(method -> isNarrow(method.scores()))) {
            notes.add(FEW);
        }
        if (best.size() > MOST_METHODS) {
            notes.add("%,d more methods are left out".formatted(best.size() - MOST_METHODS));
        }
        String words = best.stream()
                .map(method -> "%s %s".formatted(method.method(), inWords(method.scores())))
                .collect(Collectors.joining("; "));
        return new OpinionPicture("scores", chart(SCORES, rows, notes, width, height), words + ".");
    }

    static OpinionPicture trials(List<TrialScore> trials, int width, int height) {
        if (trials.isEmpty()) {
            return nothing("trials", TRIALS, "No blind trial of two methods has been answered yet.", width, height);
        }
        List<TrialScore> shown = trials.stream()
                .sorted(Comparator.comparingInt(MethodRows::answers).reversed())
                .limit(MOST_TRIALS)
                .toList();
        List<IntervalRow> rows = new ArrayList<>();
        for (TrialScore trial : shown) {
            rows.add(IntervalRow.heading(verdict(trial)));
            rows.add(row(trial.method(), trial.scores(), preferred(trial.scores(), trial.preferMethod())));
            rows.add(row(trial.other(), trial.otherScores(), preferred(trial.otherScores(), trial.preferOther())));
        }
        List<String> notes = new ArrayList<>();
        if (shown.stream().anyMatch(trial -> isNarrow(trial.difference()))) {
            notes.add(FEW);
        }
        if (trials.size() > MOST_TRIALS) {
            notes.add("%,d pairs with fewer answers are left out".formatted(trials.size() - MOST_TRIALS));
        }
        String words = shown.stream()
                .map(trial -> "%s: %s preferred %,d times, %s %,d times"
                        .formatted(
                                verdict(trial),
                                trial.method(),
                                trial.preferMethod(),
                                trial.other(),
                                trial.preferOther()))
                .collect(Collectors.joining("; "));
        return new OpinionPicture("trials", chart(TRIALS, rows, notes, width, height), words + ".");
    }

    private static IChart chart(String title, List<IntervalRow> rows, List<String> notes, int width, int height) {
        Axis axis = Axis.linear("score, 95 % intervals", 0, Opinion.BEST);
        return Charts.intervals(title, axis, rows, String.join("; ", notes), width, height);
    }

    private static OpinionPicture nothing(String name, String title, String sentence, int width, int height) {
        return new OpinionPicture(name, new SentencePicture(title, sentence, width, height), sentence);
    }

    private static IntervalRow row(String name, MeanInterval scores, String remark) {
        return new IntervalRow(name, scores.mean(), scores.low(), scores.high(), remark);
    }

    private static String remark(MeanInterval scores) {
        if (scores.values() == 0) {
            return "not scored yet";
        }
        if (!scores.hasInterval()) {
            return "%.1f, one score".formatted(scores.mean());
        }
        return "%.1f, %,d scores%s".formatted(scores.mean(), scores.values(), isNarrow(scores) ? "*" : "");
    }

    private static String inWords(MeanInterval scores) {
        if (scores.values() == 0) {
            return "has no scores yet";
        }
        if (!scores.hasInterval()) {
            return "%.1f by one score, which makes no interval".formatted(scores.mean());
        }
        return "%.1f (%.1f to %.1f) by %,d scores of %,d listeners"
                .formatted(scores.mean(), scores.low(), scores.high(), scores.values(), scores.listeners())
                .replace("of 1 listeners", "of one listener");
    }

    private static String preferred(MeanInterval scores, int times) {
        String preferred = "preferred %,d×".formatted(times);
        return scores.values() == 0 ? preferred : "%.1f, %s".formatted(scores.mean(), preferred);
    }

    private static String verdict(TrialScore trial) {
        MeanInterval difference = trial.difference();
        String between = "%s or %s, %,d %s"
                .formatted(
                        brief(trial.method()),
                        brief(trial.other()),
                        answers(trial),
                        answers(trial) == 1 ? "trial" : "trials");
        if (!difference.hasInterval()) {
            return between + ": too few scores";
        }
        String better = difference.mean() > 0 ? brief(trial.method()) : brief(trial.other());
        double low = difference.mean() > 0 ? difference.low() : -difference.high();
        double high = difference.mean() > 0 ? difference.high() : -difference.low();
        return trial.isDecided()
                ? "%s: %s by %.1f (%.1f to %.1f)%s"
                        .formatted(
                                between,
                                better,
                                Math.abs(difference.mean()),
                                low,
                                high,
                                isNarrow(difference) ? "*" : "")
                : between + ": not decided";
    }

    private static String brief(String method) {
        return method.length() <= LONGEST_NAME ? method : method.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static int answers(TrialScore trial) {
        return trial.preferMethod() + trial.preferOther() + trial.preferNeither();
    }

    private static boolean isNarrow(MeanInterval scores) {
        return scores.hasInterval() && !scores.isOverListeners();
    }

    private static double mean(MethodScore method) {
        return method.scores().values() == 0 ? -1 : method.scores().mean();
    }
}
