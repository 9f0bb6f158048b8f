package segue.recommend.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import segue.progress.Progress;

/** Chooses by cross-validation how strongly weights are pulled towards equal ones, and fits them to all examples. */
final class WeightTraining {
    /** One-sided, 95 %. */
    private static final double STANDARD_ERRORS = 1.645;

    private static final int COMPARED = 100_000;

    private final float[][] differences;
    private final double[] targets;
    private final int[] folds;
    private final WeightOptions options;

    /**
     * @param differences shape {@code (examples, parts)}, squared differences
     * @param targets of each example, 0 to 1
     * @param groups of each example; a group is never parted, unless there are fewer than folds
     */
    WeightTraining(float[][] differences, double[] targets, int[] groups, WeightOptions options) {
        this.differences = differences;
        this.targets = targets;
        this.options = options;
        boolean whole = IntStream.of(groups).distinct().count() >= options.folds();
        this.folds = IntStream.range(0, groups.length)
                .map(i -> fold(whole ? groups[i] : i))
                .toArray();
    }

    private int fold(int group) {
        return new SplittableRandom(options.seed() + 31L * group).split().nextInt(options.folds());
    }

    /** What was learned: weights of mean 1, the strength chosen (empty for equal weights), and how well both agree. */
    record Learned(double[] weights, OptionalDouble strength, double agreementOfEqual, double agreement) {}

    /** @throws CancellationException if the thread is interrupted; it stays marked as interrupted */
    Learned learn() {
        int choices = options.strengths().size() + 1;
        double[][] margins = new double[choices][targets.length];
        try (Progress progress = Progress.begin("weighing features", options.folds() + 1)) {
            for (int fold = 0; fold < options.folds(); fold++) {
                List<WeightFit.Fitted> path = path(fold);
                for (int i = 0; i < targets.length; i++) {
                    for (int choice = 0; choice < choices && folds[i] == fold; choice++) {
                        margins[choice][i] = path.get(choice).margin(differences[i]);
                    }
                }
                progress.step();
            }
            int chosen = choose(margins);
            WeightFit.Fitted all = path(-1).get(chosen);
            progress.step();
            return new Learned(
                    all.weights(),
                    chosen == 0 ? OptionalDouble.empty() : OptionalDouble.of(strength(chosen)),
                    agreement(margins[0]),
                    agreement(margins[chosen]));
        }
    }

    private double strength(int choice) {
        return choice == 0 ? Double.POSITIVE_INFINITY : options.strengths().get(choice - 1);
    }

    /** Of all examples but those of one fold a fit a strength, strongest first. */
    private List<WeightFit.Fitted> path(int without) {
        int[] used = IntStream.range(0, targets.length)
                .filter(i -> folds[i] != without)
                .toArray();
        float[][] rows = IntStream.of(used).mapToObj(i -> differences[i]).toArray(float[][]::new);
        double[] wanted = IntStream.of(used).mapToDouble(i -> targets[i]).toArray();
        List<WeightFit.Fitted> path = new ArrayList<>();
        for (int choice = 0; choice <= options.strengths().size(); choice++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("weighing the features was stopped");
            }
            path.add(WeightFit.fit(rows, wanted, strength(choice), choice == 0 ? null : path.getLast()));
        }
        return path;
    }

    /** The strongest pull that is not surely worse than the best on examples it was not fitted to. */
    private int choose(double[]... margins) {
        double[][] losses = new double[margins.length][targets.length];
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int choice = 0; choice < margins.length; choice++) {
            double sum = 0;
            for (int i = 0; i < targets.length; i++) {
                losses[choice][i] = WeightFit.loss(margins[choice][i], targets[i]);
                sum += losses[choice][i];
            }
            if (sum < least) {
                least = sum;
                best = choice;
            }
        }
        int chosen = 0;
        while (chosen < best && surelyWorse(losses[chosen], losses[best])) {
            chosen++;
        }
        return chosen;
    }

    private static boolean surelyWorse(double[] one, double[] best) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = one[i] - best[i];
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / one.length;
        double variance = squares / one.length - mean * mean;
        return mean > STANDARD_ERRORS * Math.sqrt(Math.max(0, variance) / one.length);
    }

    /** Of pairs of examples in one fold with different targets the share whose margins are in the same order; ties are halves. */
    private double agreement(double... margins) {
        SplittableRandom random = new SplittableRandom(options.seed());
        double right = 0;
        int counted = 0;
        for (int draw = 0; draw < COMPARED; draw++) {
            int one = random.nextInt(targets.length);
            int other = random.nextInt(targets.length);
            if (folds[one] == folds[other] && targets[one] != targets[other]) {
                double order = Math.signum(targets[one] - targets[other]) * Math.signum(margins[one] - margins[other]);
                right += (order + 1) / 2;
                counted++;
            }
        }
        return counted == 0 ? 0.5 : right / counted;
    }
}
