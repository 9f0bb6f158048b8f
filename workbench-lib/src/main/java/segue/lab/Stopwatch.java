package segue.lab;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/**
 * Times calls again and again. Those made while the compiler is still at work on them are for warming up; what comes then
 * counts.
 */
final class Stopwatch {
    private static final int MOST_CALLS = 50_000;

    /** Warming up takes at least this share of the seconds, however still the compiler is. */
    private static final double WARM_UP = 0.3;

    /** A call that is quicker than all before by this factor shows that the code is still getting warm. */
    private static final double STILL_FALLING = 0.85;

    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private final double[] calls = new double[MOST_CALLS];
    private final IntConsumer call;
    private final double seconds;
    private int made = 1;
    private double spent;

    private Stopwatch(double first, double seconds, IntConsumer call) {
        this.call = call;
        this.seconds = seconds;
        calls[0] = first;
        spent = first;
    }

    /**
     * @param first seconds of a call that was made already, the first of all; it counts only where it took so long that it
     *     stays the only one
     * @param seconds that the calls that count may take together; warming up may take as much
     * @param call is given the number of the call, from 1 on
     */
    static Timing time(double first, double seconds, double scale, IntConsumer call) {
        if (first > 4 * seconds) {
            return new Timing(new double[] {first}, 0, scale);
        }
        Stopwatch watch = new Stopwatch(first, seconds, call);
        watch.warmUp();
        int warmUps = watch.made;
        double until = watch.spent + (1 - WARM_UP) * seconds;
        do {
            watch.add();
        } while (watch.spent < until && watch.made < MOST_CALLS);
        return new Timing(Arrays.copyOf(watch.calls, watch.made), warmUps, scale);
    }

    private void warmUp() {
        double block = WARM_UP * seconds / 2;
        double best = calls[0];
        boolean warm = false;
        while (!warm && spent < seconds && made < MOST_CALLS / 2) {
            long compiled = compileMillis();
            double until = spent + block;
            double before = best;
            while (spent < until && made < MOST_CALLS / 2) {
                best = Math.min(best, add());
            }
            boolean still = compileMillis() == compiled && best > STILL_FALLING * before;
            warm = still && spent >= WARM_UP * seconds;
        }
    }

    private static long compileMillis() {
        return COMPILER == null ? 0 : COMPILER.getTotalCompilationTime();
    }

    private double add() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the lab was interrupted");
        }
        long start = System.nanoTime();
        call.accept(made);
        double took = since(start);
        calls[made++] = took;
        spent += took;
        return took;
    }

    static double since(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
