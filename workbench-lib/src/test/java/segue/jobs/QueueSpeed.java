package segue.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import segue.jobs.redis.QueueAddress;
import segue.jobs.redis.RedisQueue;

/**
 * How many jobs a second are submitted, worked on and asked for until they are done, each result compared with its payload:
 * {@code QueueSpeed [redis://HOST:PORT]}. The work itself is nothing.
 */
final class QueueSpeed {
    private static final JobKind KIND = new JobKind("speed", 1);
    private static final int SECONDS = 4;

    private QueueSpeed() {}

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        JobQueueOptions options = JobQueueOptions.defaults();
        Supplier<JobQueue> opens = args.length == 0
                ? () -> JobQueue.inProcess(options)
                : () -> RedisQueue.open(QueueAddress.of(args[0]), options);
        System.out.printf(
                "%s, %s, %d processors%n",
                args.length == 0 ? "in process" : args[0],
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        try (JobQueue queue = opens.get()) {
            queue.work(KIND, 2, (payload, progress) -> Arrays.copyOf(payload, Math.min(payload.length, 1_000)));
            jobs(queue, 1, 1_000, SECONDS);
            for (int clients : new int[] {1, 8}) {
                print("%d clients, 1 kB: %,.0f jobs/s%n", clients, jobs(queue, clients, 1_000, SECONDS));
            }
            print("1 client, 32 MiB: %.0f ms a job%n", 1000 / jobs(queue, 1, 32 << 20, SECONDS));
        }
    }

    private static void print(String form, Object... values) {
        System.out.printf(Locale.ROOT, form, values);
    }

    private static double jobs(JobQueue queue, int clients, int size, int seconds)
            throws InterruptedException, ExecutionException {
        byte[] payload = new byte[size];
        new Random(1).nextBytes(payload);
        byte[] result = Arrays.copyOf(payload, Math.min(size, 1_000));
        long start = System.nanoTime();
        long until = start + seconds * 1_000_000_000L;
        int done = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                String client = "client " + i;
                all.add(threads.submit(() -> jobsOf(queue, client, payload, result, until)));
            }
            for (Future<Integer> one : all) {
                done += one.get();
            }
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private static int jobsOf(JobQueue queue, String client, byte[] payload, byte[] expected, long until) {
        int done = 0;
        while (System.nanoTime() < until) {
            JobId id = queue.submit(KIND, client, payload);
            JobStatus status = queue.status(id);
            while (!status.ended()) {
                Thread.yield();
                status = queue.status(id);
            }
            if (!(status instanceof JobStatus.Done(byte[] result))
                    || !Arrays.equals(result, 0, expected.length, expected, 0, expected.length)) {
                throw new AssertionError("a wrong answer: " + status);
            }
            done++;
        }
        return done;
    }
}
