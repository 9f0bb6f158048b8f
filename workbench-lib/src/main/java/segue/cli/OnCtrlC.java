package segue.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Has Ctrl-C, or a polite kill, end work as an interrupt does: what is done is kept, and a sentence says how to go on. */
final class OnCtrlC {
    /** Long enough for recordings that are half heard; then the process ends all the same. */
    private static final long PATIENCE_SECONDS = 20;

    private OnCtrlC() {}

    /** Work that stops when its thread is interrupted. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T interrupt(Work<T> work) throws IOException {
        Thread worker = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            worker.interrupt();
            try {
                ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.run();
        } finally {
            ended.countDown();
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // It has done its work.
        }
    }
}
