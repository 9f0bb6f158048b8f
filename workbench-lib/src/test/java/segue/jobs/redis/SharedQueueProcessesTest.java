package segue.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static segue.jobs.Await.await;
import static segue.jobs.Await.awaitEnd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import segue.jobs.JobId;
import segue.jobs.JobKind;
import segue.jobs.JobProcess;
import segue.jobs.JobQueue;
import segue.jobs.JobQueueOptions;
import segue.jobs.JobStatus;
import segue.jobs.RedisServer;

/** Several processes, some of which die, share one queue. */
class SharedQueueProcessesTest {
    private static final JobKind UPLOAD = new JobKind("upload", 1);
    private static final Duration SHORT_LEASE = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private RedisServer server;
    private final List<JobQueue> opened = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        opened.forEach(JobQueue::close);
        processes.forEach(process -> process.destroyForcibly().onExit().join());
        if (server != null) {
            server.close();
        }
    }

    private JobQueue open() {
        JobQueueOptions options = JobQueueOptions.defaults()
                .withLease(LEASE)
                .withGrace(Duration.ZERO)
                .withPlaces(400);
        JobQueue queue = RedisQueue.open(QueueAddress.of(server.url()), options);
        opened.add(queue);
        return queue;
    }

    private Process process(Duration lease, int threads) throws Exception {
        Process process = JobProcess.start(server.url(), lease, threads);
        processes.add(process);
        return process;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String resultOf(JobStatus status) {
        assertThat(status).isInstanceOf(JobStatus.Done.class);
        return new String(((JobStatus.Done) status).result(), UTF_8);
    }

    @Test
    void a_worker_that_is_killed_loses_no_job() throws Exception {
        JobQueue queue = open();
        Process other = process(SHORT_LEASE, 1);
        JobId id = queue.submit(UPLOAD, "a", bytes(JobProcess.ENDLESS));
        BufferedReader begun = other.inputReader();
        assertThat(begun.readLine()).isEqualTo(JobProcess.ENDLESS);

        other.destroyForcibly().waitFor();
        queue.work(UPLOAD, 1, (payload, progress) -> bytes("here: " + new String(payload, UTF_8)));

        assertThat(resultOf(awaitEnd(queue, id))).isEqualTo("here: endless");
    }

    @Test
    void a_job_that_its_worker_never_survives_is_given_up() throws Exception {
        JobQueue queue = open();
        JobId id = queue.submit(UPLOAD, "a", bytes(JobProcess.ENDLESS));
        while (!queue.status(id).ended()) {
            Process other = process(SHORT_LEASE, 1);
            BufferedReader begun = other.inputReader();
            await(
                    "a beginning, or the end",
                    () -> isReady(begun) || queue.status(id).ended());
            other.destroyForcibly().waitFor();
        }

        assertThat(awaitEnd(queue, id))
                .isEqualTo(new JobStatus.Failed(
                        "lost",
                        "This was begun 3 times, and each time the program that worked on it ended."
                                + " Send it again, or something smaller."));
    }

    private static boolean isReady(BufferedReader lines) {
        try {
            return lines.ready();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void a_process_that_ends_gives_its_job_back_at_once() throws Exception {
        JobQueue queue = open();
        Process other = process(LEASE, 1);
        JobId id = queue.submit(UPLOAD, "a", bytes(JobProcess.ENDLESS));
        assertThat(other.inputReader().readLine()).isEqualTo(JobProcess.ENDLESS);

        other.outputWriter().close();
        queue.work(UPLOAD, 1, (payload, progress) -> bytes("here"));

        assertThat(resultOf(awaitEnd(queue, id))).isEqualTo("here");
        assertThat(other.waitFor()).isZero();
    }

    @Test
    void a_job_is_cancelled_in_whichever_process_it_runs() throws Exception {
        JobQueue working = open();
        JobQueue asking = open();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        working.work(UPLOAD, 1, (payload, progress) -> {
            progress.tell(0.5, "half way");
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                interrupted.set(true);
                throw stopped;
            }
            return payload;
        });
        JobId id = asking.submit(UPLOAD, "a", bytes("job"));
        begun.await();
        await("progress", () -> asking.status(id).equals(new JobStatus.Running(0.5, "half way")));

        assertThat(asking.cancel(id)).isTrue();

        await("the interruption", interrupted::get);
        assertThat(working.status(id)).isEqualTo(new JobStatus.Cancelled());
    }

    @Test
    void two_processes_with_eight_threads_lose_and_double_nothing() throws Exception {
        JobQueue queue = open();
        Map<String, Integer> begun = new ConcurrentHashMap<>();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            BufferedReader lines = process(LEASE, 4).inputReader();
            readers.add(Thread.ofVirtual()
                    .start(() -> lines.lines().forEach(line -> begun.merge(line, 1, Integer::sum))));
        }
        int each = 100;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                String client = "client " + thread;
                all.add(clients.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        String job = client + " job " + i;
                        assertThat(resultOf(awaitEnd(queue, queue.submit(UPLOAD, client, bytes(job)))))
                                .isEqualTo("elsewhere: " + job);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        for (Process process : processes) {
            process.outputWriter().close();
            process.waitFor();
        }
        for (Thread reader : readers) {
            reader.join();
        }

        assertThat(begun).hasSize(8 * each);
        assertThat(begun.values()).containsOnly(1);
    }
}
