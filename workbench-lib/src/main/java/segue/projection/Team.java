package segue.projection;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Threads that stay together over many short rounds of work, of which the caller's is one. A round is cut into the same tasks
 * whatever the number of threads, so that what is added up in the order of the tasks is the same too. An interrupt does not
 * end a round; the thread stays marked.
 */
final class Team implements AutoCloseable {
    /** One of the tasks of a round. */
    @FunctionalInterface
    interface Task {
        /** @param member number of the thread, from 0, for scratch of its own */
        void run(int task, int member);
    }

    private final int members;
    private final ExecutorService others;

    Team(int members) {
        this.members = members;
        this.others = members == 1
                ? null
                : Executors.newFixedThreadPool(
                        members - 1,
                        Thread.ofPlatform().name("segue-map-", 1).daemon().factory());
    }

    int members() {
        return members;
    }

    /** Runs tasks 0 to {@code tasks - 1}, each once; returns when all are done. */
    void run(int tasks, Task work) {
        Round round = new Round(tasks, work);
        for (int member = 1; member < Math.min(members, tasks); member++) {
            int number = member;
            others.execute(() -> round.take(number));
        }
        round.take(0);
        round.finish();
    }

    /** Runs {@code items} in blocks of {@code blockSize}. */
    void blocks(int items, int blockSize, Block work) {
        run(Math.ceilDiv(items, blockSize), (task, member) -> {
            int from = task * blockSize;
            work.run(task, from, Math.min(items, from + blockSize), member);
        });
    }

    /** Works on the items {@code from} to {@code to}, exclusive. */
    @FunctionalInterface
    interface Block {
        void run(int block, int from, int to, int member);
    }

    /** Over when its tasks are done, whether or not a thread that was asked to help came in time. */
    private static final class Round {
        private final int tasks;
        private final Task work;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch left;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Round(int tasks, Task work) {
            this.tasks = tasks;
            this.work = work;
            this.left = new CountDownLatch(tasks);
        }

        /** Once one has failed, tasks are only counted. */
        void take(int member) {
            for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        work.run(task, member);
                    }
                } catch (RuntimeException | Error cause) {
                    failure.compareAndSet(null, cause);
                } finally {
                    left.countDown();
                }
            }
        }

        void finish() {
            boolean interrupted = false;
            while (left.getCount() > 0) {
                try {
                    left.await();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            switch (failure.get()) {
                case null -> {}
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(failure.get());
            }
        }
    }

    @Override
    public void close() {
        if (others != null) {
            others.shutdown();
        }
    }
}
