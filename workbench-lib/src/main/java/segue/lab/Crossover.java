package segue.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the quickest changes.
 *
 * @param at the place where both take the same time, between two steps that were measured; {@link Double#NaN} never
 * @param below quickest before it
 * @param above quickest after it
 */
public record Crossover(double at, String below, String above) {
    /** By how much the quickest must be beaten before another is called quickest: noise makes no crossover. */
    private static final double MARGIN = 1.15;

    /**
     * Every change of the quickest along {@code x}.
     *
     * @param x ascending, above 0
     * @param curves one value a step; a step that none has is passed over
     */
    public static List<Crossover> of(double[] x, List<Curve> curves) {
        List<Crossover> found = new ArrayList<>();
        Curve quickest = null;
        int before = -1;
        for (int step = 0; step < x.length; step++) {
            Curve best = quickestAt(curves, step);
            if (best == null) {
                continue;
            }
            boolean holds = quickest != null
                    && quickest.isMeasuredAt(step)
                    && quickest.seconds()[step] <= MARGIN * best.seconds()[step];
            if (quickest != null && !holds) {
                found.add(new Crossover(
                        crossing(x, before, step, quickest, best), quickest.contender(), best.contender()));
            }
            quickest = holds ? quickest : best;
            before = step;
        }
        return found;
    }

    static Curve quickestAt(List<Curve> curves, int step) {
        Curve best = null;
        for (Curve curve : curves) {
            if (curve.isMeasuredAt(step) && (best == null || curve.seconds()[step] < best.seconds()[step])) {
                best = curve;
            }
        }
        return best;
    }

    /** Straight lines on logarithmic axes; where one of the two was not measured, the step at which the other was. */
    private static double crossing(double[] x, int from, int to, Curve below, Curve above) {
        if (!below.isMeasuredAt(to) || !above.isMeasuredAt(from)) {
            return x[to];
        }
        double lead = Math.log(above.seconds()[from] / below.seconds()[from]);
        double loss = Math.log(below.seconds()[to] / above.seconds()[to]);
        double share = Math.clamp(lead / (lead + loss), 0, 1);
        return Math.exp(Math.log(x[from]) + share * Math.log(x[to] / x[from]));
    }
}
