package segue.feedback;

/**
 * What blind trials of two methods say. Both were judged by the same listeners on the same songs, so the difference tells more
 * than two averages.
 *
 * @param method the one that comes first in the alphabet
 * @param other the other
 * @param preferMethod trials in which the first was preferred
 * @param preferOther trials in which the other was
 * @param preferNeither trials without a preference
 * @param scores average score of the first, 0 to 10, in trials that were scored
 * @param otherScores average score of the other
 * @param difference first less other, trial by trial: −10 to 10
 */
public record TrialScore(
        String method,
        String other,
        int preferMethod,
        int preferOther,
        int preferNeither,
        MeanInterval scores,
        MeanInterval otherScores,
        MeanInterval difference) {
    /** Whether the interval of the difference leaves zero out. */
    public boolean isDecided() {
        return difference.hasInterval() && (difference.low() > 0 || difference.high() < 0);
    }
}
