package segue.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the trials of one pair of methods. */
final class TrialTally {
    private final String method;
    private final String other;
    private final Map<String, List<Double>> scores = new TreeMap<>();
    private final Map<String, List<Double>> otherScores = new TreeMap<>();
    private final Map<String, List<Double>> differences = new TreeMap<>();
    private int preferMethod;
    private int preferOther;
    private int preferNeither;

    TrialTally(String method, String other) {
        this.method = method;
        this.other = other;
    }

    void add(Trial trial, TrialAnswer answer) {
        boolean isLeft = trial.leftMethod().equals(method);
        switch (answer.preferred()) {
            case NEITHER -> preferNeither++;
            case LEFT -> prefer(isLeft);
            case RIGHT -> prefer(!isLeft);
        }
        if (answer.leftScore().isPresent()) {
            double left = answer.leftScore().getAsInt();
            double right = answer.rightScore().orElseThrow();
            String listener = trial.listener().id();
            put(scores, listener, isLeft ? left : right);
            put(otherScores, listener, isLeft ? right : left);
            put(differences, listener, isLeft ? left - right : right - left);
        }
    }

    private void prefer(boolean first) {
        if (first) {
            preferMethod++;
        } else {
            preferOther++;
        }
    }

    private static void put(Map<String, List<Double>> byListener, String listener, double value) {
        byListener.computeIfAbsent(listener, _ -> new ArrayList<>()).add(value);
    }

    TrialScore score() {
        return new TrialScore(
                method,
                other,
                preferMethod,
                preferOther,
                preferNeither,
                MeanInterval.of(scores.values(), 0, Opinion.BEST),
                MeanInterval.of(otherScores.values(), 0, Opinion.BEST),
                MeanInterval.of(differences.values(), -Opinion.BEST, Opinion.BEST));
    }
}
