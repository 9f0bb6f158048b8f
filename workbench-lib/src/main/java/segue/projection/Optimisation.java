package segue.projection;

import java.util.Locale;
import segue.progress.Progress;
import segue.progress.ProgressState;

/** The way of a map from its start to its last iteration, and what may go wrong on it. */
final class Optimisation {
    private static final int BETWEEN_LOSSES = 50;

    /** A map that is smaller after its exaggerated phase was drawn to one place, which it does not leave in time. */
    private static final double COLLAPSED = 100 * Initialisation.SPREAD;

    /** Iterations in a row in which too many points went as far as they may: then they fly apart. */
    private static final int PATIENCE = 50;

    private static final double TOO_MANY = 0.01;
    private static final double TOO_MANY_EXAGGERATED = 0.5;

    private final Descent descent;
    private final TsneSchedule schedule;
    private int done;
    private int flying;

    Optimisation(Descent descent, TsneSchedule schedule) {
        this.descent = descent;
        this.schedule = schedule;
    }

    /**
     * Returns how many iterations were done: fewer than planned after an interrupt.
     *
     * @throws IllegalArgumentException if points fly apart, as the learning rate is too high
     */
    int run(int every, TsneListener listener) {
        try (Progress progress = Progress.begin("t-SNE", schedule.iterations())) {
            while (done < schedule.iterations()) {
                if (Thread.currentThread().isInterrupted()) {
                    progress.end(ProgressState.Phase.INTERRUPTED);
                    return done;
                }
                step();
                boolean look = done % every == 0;
                if (!look && done % BETWEEN_LOSSES != 0) {
                    progress.step();
                    continue;
                }
                double divergence = descent.divergence();
                if (look) {
                    listener.moved(done, descent.coordinates(), divergence);
                }
                progress.step(String.format(Locale.ROOT, "KL %.3f", divergence));
            }
            return done;
        }
    }

    private void step() {
        if (done > 0 && done == schedule.exaggeratedIterations()) {
            if (descent.deviation() < COLLAPSED) {
                descent.restart();
            }
            descent.sort();
        }
        double rate = schedule.learningRateAfter(done, descent.points());
        int cut = descent.step(schedule.exaggerationAfter(done, descent.points()), rate, schedule.momentumAfter(done));
        double most = done < schedule.exaggeratedIterations() ? TOO_MANY_EXAGGERATED : TOO_MANY;
        done++;
        flying = cut > most * descent.points() ? flying + 1 : 0;
        if (flying == PATIENCE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "at a learning rate of %s the points fly apart instead of settling: choose at most %,d,"
                            + " the number of rows, or none, which takes one that fits",
                    rate,
                    descent.points()));
        }
    }
}
