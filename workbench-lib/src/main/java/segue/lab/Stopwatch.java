package segue.lab;

import com.sun.management.OperatingSystemMXBean;
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

    /** The compiler is at work where the other threads use that share of what this one does. */
    private static final double COMPILING = 0.15;

    /** How many times the seconds warming up may take of a core, and by the clock: a thread that waits has no core. */
    private static final int LONGEST_WARM_UP = 5;

    private static final int LONGEST_WAIT = 10;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

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
     * @param alone whether a call is the work of one thread
     * @param call is given the number of the call, from 1 on
     */
    static Timing time(double first, double warmUp, double seconds, double scale, boolean alone, IntConsumer call) {
        if (first > TOO_LONG * (warmUp + seconds)) {
            return new Timing(new double[] {first}, 0, scale);
        }
        Stopwatch watch = new Stopwatch(first, call);
        watch.warmUp(warmUp, alone);
        int warmUps = watch.made;
        double until = watch.spent + seconds;
        do {
            watch.add();
        } while (watch.spent < until && watch.made < MOST_CALLS);
        return new Timing(Arrays.copyOf(watch.calls, watch.made), warmUps, scale);
    }

    /**
     * Counted in the time that this thread had a core: on a busy machine the compiler waits for one too. Where only this
     * thread searches, what the other threads of the JVM work is the compiler's.
     */
    private void warmUp(double seconds, boolean alone) {
        double best = calls[0];
        double cpu = 0;
        boolean warm = false;
        while (!warm && cpu < LONGEST_WARM_UP * seconds && spent < LONGEST_WAIT * seconds && made < MOST_CALLS / 2) {
            double before = best;
            double ours = threadSeconds();
            double all = PROCESS.getProcessCpuTime() / 1e9;
            double until = spent + seconds / 2;
            while (spent < until && made < MOST_CALLS / 2) {
                best = Math.min(best, add());
            }
            ours = threadSeconds() - ours;
            double others = PROCESS.getProcessCpuTime() / 1e9 - all - ours;
            cpu += ours;
            boolean compiling = alone && others > COMPILING * ours;
            warm = !compiling && best > STILL_FALLING * before && cpu >= seconds;
        }
    }

    private static double threadSeconds() {
        return THREADS.isCurrentThreadCpuTimeSupported()
                ? THREADS.getCurrentThreadCpuTime() / 1e9
                : System.nanoTime() / 1e9;
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
