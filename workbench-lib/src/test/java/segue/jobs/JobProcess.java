package segue.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import segue.jobs.redis.QueueAddress;
import segue.jobs.redis.RedisQueue;

/** Works on a shared queue in a process of its own, which a test may kill; says the payload of each job that it begins. */
public final class JobProcess {
    /** The payload of a job that this process never finishes. */
    public static final String ENDLESS = "endless";

    private JobProcess() {}

    /** {@code URL LEASE_MILLIS THREADS}; ends gracefully when its input does. */
    public static void main(String[] args) throws IOException {
        JobQueueOptions options = JobQueueOptions.defaults()
                .withLease(Duration.ofMillis(Long.parseLong(args[1])))
                .withGrace(Duration.ZERO);
        try (JobQueue queue = RedisQueue.open(QueueAddress.of(args[0]), options)) {
            queue.work(JobQueueContract.UPLOAD, Integer.parseInt(args[2]), (payload, progress) -> {
                String text = new String(payload, UTF_8);
                System.out.println(text);
                System.out.flush();
                while (text.equals(ENDLESS)) {
                    Thread.sleep(1_000);
                }
                return ("elsewhere: " + text).getBytes(UTF_8);
            });
            while (System.in.read() != -1) {
                // Nothing is said here but the end.
            }
        }
    }

    public static Process start(String url, Duration lease, int threads) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JobProcess.class.getName(),
                        url,
                        Long.toString(lease.toMillis()),
                        Integer.toString(threads)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
