package segue.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import segue.matrix.FloatMatrix;
import segue.progress.Progress;

/**
 * Has contenders answer the same queries, judges them, and takes the time of those that are right.
 *
 * <pre>{@code
 * LabReport report = Lab.of(songs, "105,671 songs").compare(LabOptions.defaults().withSeconds(0.3));
 * System.out.println(report);
 * }</pre>
 */
public final class Lab {
    private static final int[] BATCHES = {1, 4, 16, 64, 256, 1_024};

    private final FloatMatrix data;
    private final String source;
    private final List<Contender> contenders;

    private Lab(FloatMatrix data, String source, List<Contender> contenders) {
        this.data = data;
        this.source = source;
        this.contenders = List.copyOf(contenders);
    }

    /**
     * With everyone who can search.
     *
     * @param source what the rows are, for people
     */
    public static Lab of(FloatMatrix data, String source) {
        return new Lab(data, source, Contenders.all());
    }

    /** The same rows for others. */
    public Lab with(List<Contender> contenders) {
        return new Lab(data, source, contenders);
    }

    /**
     * Takes about {@code 10 * (seconds + warmUpSeconds)} of the options for each contender.
     *
     * @throws IllegalArgumentException if there are fewer than two rows, or not more than {@code k}
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public LabReport compare(LabOptions options) {
        long start = System.nanoTime();
        List<Result> results = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        Exam exam;
        try (Progress progress = Progress.begin("comparing", contenders.size())) {
            progress.say("the oracle");
            exam = Exam.of(data, options);
            for (Contender contender : contenders) {
                progress.say(contender.title());
                compare(contender, exam, results, curves);
                progress.step();
            }
        }
        results.sort((a, b) -> a.task().compareTo(b.task()));
        return new LabReport(
                Environment.here(),
                source,
                data.rows(),
                data.columns(),
                options,
                exam.truth().size(),
                results,
                new Sweep(
                        "queries in batches",
                        "queries a batch",
                        Arrays.stream(BATCHES).asDoubleStream().toArray(),
                        curves),
                Stopwatch.since(start));
    }

    private static void compare(Contender contender, Exam exam, List<Result> results, List<Curve> curves) {
        List<Integer> threads = contender.threads(exam.options().threads());
        Trial trial = new Trial(contender, exam);
        boolean right = trial.absence().isEmpty();
        for (int number : right ? threads : threads.subList(0, 1)) {
            for (Task task : Task.values()) {
                // One query is one thread's work, whatever the number of threads.
                if (task != Task.SINGLE || number == threads.getFirst()) {
                    Result result = trial.run(task, number);
                    results.add(result);
                    right &= result.verdict().isRight();
                }
            }
        }
        curves.add(
                right
                        ? trial.byBatch(BATCHES, threads.getLast())
                        : Curve.of(
                                contender,
                                missing(BATCHES.length),
                                trial.absence().orElse("its answers are wrong")));
    }

    static double[] missing(int steps) {
        double[] missing = new double[steps];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }
}
