package segue.lab;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/**
 * Times calls again and again. Those made while the compiler is still at work on them are for warming up; what comes then
 * counts.
 */
final class Stopwatch {
    private static final int MOST_CALLS = 100_000;

    /** A call that is quicker than all before by this factor shows that the code is still getting warm. */
    private static final double STILL_FALLING = 0.85;

    /** A first call that takes so many times the seconds that all calls may take stays the only one. */
    private static final int TOO_LONG = 20;

    /** Seconds by the clock for a second of work; a thread that waits for a card has no core. */
    private static final int LONGEST_WARM_UP = 4;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private final double[] calls = new double[MOST_CALLS];
    private final IntConsumer call;
    private int made = 1;
    private double spent;

    private Stopwatch(double first, IntConsumer call) {
        this.call = call;
        calls[0] = first;
    }

    /**
     * @param first seconds of a call that was made already, the first of all; it counts only where it took so long that it
     *     stays the only one
     * @param warmUp seconds that calls are made before they count; longer while they still get quicker
     * @param seconds that the calls that count may take together
     * @param call is given the number of the call, from 1 on
     */
    static Timing time(double first, double warmUp, double seconds, double scale, IntConsumer call) {
        if (first > TOO_LONG * (warmUp + seconds)) {
            return new Timing(new double[] {first}, 0, scale);
        }
        Stopwatch watch = new Stopwatch(first, call);
        watch.warmUp(warmUp);
        int warmUps = watch.made;
        double until = watch.spent + seconds;
        do {
            watch.add();
        } while (watch.spent < until && watch.made < MOST_CALLS);
        return new Timing(Arrays.copyOf(watch.calls, watch.made), warmUps, scale);
    }

    /** Counted in the time that this thread had a core: on a busy machine the compiler waits for one too. */
    private void warmUp(double seconds) {
        double best = calls[0];
        double cpu = 0;
        boolean warm = false;
        while (!warm && cpu < 2 * seconds && spent < LONGEST_WARM_UP * seconds && made < MOST_CALLS / 2) {
            long compiled = compileMillis();
            double before = best;
            double began = cpuSeconds();
            double until = spent + seconds / 2;
            while (spent < until && made < MOST_CALLS / 2) {
                best = Math.min(best, add());
            }
            cpu += cpuSeconds() - began;
            boolean still = compileMillis() == compiled && best > STILL_FALLING * before;
            warm = still && cpu >= seconds;
        }
    }

    private static double cpuSeconds() {
        return THREADS.isCurrentThreadCpuTimeSupported()
                ? THREADS.getCurrentThreadCpuTime() / 1e9
                : System.nanoTime() / 1e9;
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
