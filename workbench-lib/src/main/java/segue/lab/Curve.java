package segue.lab;

/**
 * Seconds a query of one contender, by something that grows: lower quartiles, so that noise makes few crossovers.
 *
 * @param isExact whether its answers are all of the truth
 * @param isChoice whether it stands for one of the others, as auto does, and so competes with none
 * @param seconds a query, one a step; NaN where it was not measured
 * @param gap why not; blank where nothing is missing
 */
public record Curve(String contender, boolean isExact, boolean isChoice, double[] seconds, String gap) {
    static Curve of(Contender contender, double[] seconds, String gap) {
        boolean isExact = contender.promise() != Contender.Promise.APPROXIMATE;
        return new Curve(contender.title(), isExact, contender.isChoice(), seconds, gap);
    }

    boolean isMeasuredAt(int step) {
        return !Double.isNaN(seconds[step]);
    }

    boolean isMeasured() {
        for (double value : seconds) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}
