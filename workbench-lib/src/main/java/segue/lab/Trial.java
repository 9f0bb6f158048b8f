package segue.lab;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import segue.matrix.FloatMatrix;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;

/** One contender at one exam: built once, every answer judged before its time is taken. */
final class Trial {
    /** Single queries that are judged; the batch judges the others. */
    private static final int SINGLES = 20;

    /** All pairs are the longest task and get so many times the seconds of the others. */
    private static final int SHARE_OF_ALL_PAIRS = 3;

    /** A step of a sweep is one of several and gets that part of the seconds. */
    private static final int SHARE_OF_STEP = 4;

    private final Contender contender;
    private final Exam exam;
    private final double seconds;
    private final double warmUp;
    private final Set<Task> warmed = EnumSet.noneOf(Task.class);
    private Searcher searcher;
    private String absence;
    private double buildSeconds = Double.NaN;
    /** About what a query takes: guessed from what was asked before. */
    private double querySeconds;

    Trial(Contender contender, Exam exam) {
        this.contender = contender;
        this.exam = exam;
        this.seconds = exam.options().seconds();
        this.warmUp = exam.options().warmUpSeconds();
        try {
            double guess = BuildGuess.seconds(contender, exam.data(), exam.options());
            if (guess > exam.options().buildSeconds()) {
                absence = "building would take about %.0f s, more than the %.0f s that it may"
                        .formatted(guess, exam.options().buildSeconds());
                return;
            }
            long start = System.nanoTime();
            searcher = contender.build(exam.data(), exam.options().metric());
            buildSeconds = Stopwatch.since(start);
        } catch (UnsupportedOperationException notHere) {
            absence = notHere.getMessage();
        }
    }

    Exam exam() {
        return exam;
    }

    /** Why it does not take part; empty where it does. */
    Optional<String> absence() {
        return Optional.ofNullable(absence);
    }

    Result run(Task task, int threads) {
        if (absence != null) {
            return without(task, threads, Verdict.notRun(absence));
        }
        return switch (task) {
            case SINGLE -> single(threads);
            case BATCH -> batch(threads, exam.options().batch(), seconds, warming(Task.BATCH));
            case ALL_PAIRS -> allPairs(threads);
        };
    }

    private Result single(int threads) {
        FloatMatrix queries = exam.queries(exam.options().batch());
        float[][] vectors = new float[queries.rows()][];
        for (int q = 0; q < vectors.length; q++) {
            vectors[q] = queries.row(q);
        }
        long start = System.nanoTime();
        Neighbors first = searcher.nearest(vectors[0], exam.k());
        double cold = Stopwatch.since(start);
        querySeconds = cold;
        int judged = Math.min(SINGLES, exam.truth().size());
        NeighborTable found = new NeighborTable(
                judged, first.size(), new int[judged * first.size()], new float[judged * first.size()]);
        for (int q = 0; q < judged; q++) {
            Neighbors answer = q == 0 ? first : searcher.nearest(vectors[q], exam.k());
            System.arraycopy(answer.rows(), 0, found.rows(), q * found.k(), found.k());
            System.arraycopy(answer.distances(), 0, found.distances(), q * found.k(), found.k());
        }
        Verdict verdict = exam.truth().ofQueries(found, contender.promise());
        if (!verdict.isRight()) {
            return without(Task.SINGLE, threads, verdict);
        }
        Timing timing = Stopwatch.time(
                cold, warmUp, seconds, 1, true, call -> searcher.nearest(vectors[call % vectors.length], exam.k()));
        querySeconds = timing.median();
        return timed(Task.SINGLE, threads, verdict, timing, 1, 1);
    }

    /** As many of {@code size} queries as the time allows, at once. */
    private Result batch(int threads, int size, double within, double warming) {
        int asked = querySeconds * size <= 2 * within ? size : affordable(size, within);
        List<FloatMatrix> batches = exam.batches(asked);
        IntFunction<NeighborTable> call =
                number -> searcher.nearest(batches.get(number % batches.size()), exam.k(), threads);
        long start = System.nanoTime();
        NeighborTable found = call.apply(0);
        double cold = Stopwatch.since(start);
        Verdict verdict = exam.truth().ofQueries(found, contender.promise());
        if (!verdict.isRight()) {
            return without(Task.BATCH, threads, verdict);
        }
        Timing timing = Stopwatch.time(cold, warming, within, (double) size / asked, threads == 1, call::apply);
        querySeconds = timing.median() / size;
        if (asked < size && querySeconds * size <= within) {
            return batch(threads, size, within, warming); // it was guessed by cold code
        }
        return timed(Task.BATCH, threads, verdict, timing, asked, size);
    }

    /** Seconds a query by queries a batch, ascending; what would take too long is left out. */
    Curve byBatch(int[] sizes, int threads) {
        double within = seconds / SHARE_OF_STEP;
        double[] perQuery = Lab.missing(sizes.length);
        for (int step = 0; step < sizes.length; step++) {
            // The first batch of a size is the dearer, and tells little of the next larger one.
            if (step > 0 && perQuery[step - 1] * sizes[step] > 4 * within) {
                String gap = "left out from %,d queries a batch on: one would take about %s ms"
                        .formatted(sizes[step], Sweep.number(1e3 * perQuery[step - 1] * sizes[step]));
                return Curve.of(contender, perQuery, gap);
            }
            querySeconds = 0;
            Result result = batch(threads, sizes[step], within, warmUp / SHARE_OF_STEP);
            if (!result.isTimed()) {
                return Curve.of(
                        contender, Lab.missing(sizes.length), result.verdict().label());
            }
            perQuery[step] = result.timing().lowerQuartile() / sizes[step];
        }
        return Curve.of(contender, perQuery, "");
    }

    private Result allPairs(int threads) {
        int rows = exam.data().rows();
        boolean all = querySeconds * rows <= SHARE_OF_ALL_PAIRS * seconds;
        int asked = all ? rows : affordable(rows, seconds);
        int[] some = Rows.cycled(exam.order(), asked);
        FloatMatrix queries = all ? exam.data() : exam.data().selectRows(some);
        Supplier<NeighborTable> call = all
                ? () -> searcher.graph(exam.k(), threads)
                : () -> Rows.withoutSelves(searcher.nearest(queries, exam.k() + 1, threads), some);
        long start = System.nanoTime();
        NeighborTable found = call.get();
        double cold = Stopwatch.since(start);
        Verdict verdict = all
                ? exam.truth().ofGraph(found, contender.promise())
                : exam.truth().ofSome(found, contender.promise());
        if (!verdict.isRight()) {
            return without(Task.ALL_PAIRS, threads, verdict);
        }
        Timing timing = Stopwatch.time(
                cold, warming(Task.ALL_PAIRS), seconds, (double) rows / asked, threads == 1, number -> call.get());
        querySeconds = timing.median() / rows;
        if (!all && asked < affordable(rows, seconds) / 2) {
            return allPairs(threads);
        }
        return timed(Task.ALL_PAIRS, threads, verdict, timing, asked, rows);
    }

    /** What was asked once, or is asked like something before it, is nearly warm. */
    private double warming(Task task) {
        return task != Task.ALL_PAIRS && warmed.add(task) ? warmUp : warmUp / SHARE_OF_STEP;
    }

    private int affordable(int most, double within) {
        return (int) Math.clamp(within / querySeconds, 1, most);
    }

    private Result timed(Task task, int threads, Verdict verdict, Timing timing, int asked, int outOf) {
        String note = searcher.choice(asked);
        return new Result(contender.title(), threads, task, buildSeconds, verdict, timing, asked, outOf, note);
    }

    private Result without(Task task, int threads, Verdict verdict) {
        return Result.without(contender.title(), threads, task, buildSeconds, verdict);
    }
}
