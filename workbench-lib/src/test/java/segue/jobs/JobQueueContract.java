package segue.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static segue.jobs.Await.await;
import static segue.jobs.Await.awaitEnd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every queue does, wherever its jobs are kept. */
public abstract class JobQueueContract {
    static final JobKind UPLOAD = new JobKind("upload", 1);
    static final JobKind SCAN = new JobKind("scan", 1);

    private final List<JobQueue> opened = new ArrayList<>();

    /** An empty queue. */
    protected abstract JobQueue newQueue(JobQueueOptions options) throws Exception;

    private JobQueue open(JobQueueOptions options) throws Exception {
        JobQueue queue = newQueue(options.withGrace(Duration.ZERO));
        opened.add(queue);
        return queue;
    }

    private JobQueue open() throws Exception {
        return open(JobQueueOptions.defaults());
    }

    @AfterEach
    void close() {
        opened.forEach(JobQueue::close);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static JobHandler upperCase() {
        return (payload, progress) -> bytes(new String(payload, UTF_8).toUpperCase());
    }

    /** Work that begins, and goes on until it is interrupted. */
    private static JobHandler endless(CountDownLatch begun, AtomicBoolean interrupted) {
        return (payload, progress) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                interrupted.set(true);
                throw stopped;
            }
            return payload;
        };
    }

    private static byte[] resultOf(JobStatus status) {
        assertThat(status).isInstanceOf(JobStatus.Done.class);
        return ((JobStatus.Done) status).result();
    }

    @Test
    void a_job_is_worked_on_and_its_result_kept() throws Exception {
        JobQueue queue = open();
        queue.work(UPLOAD, 1, upperCase());

        JobId id = queue.submit(UPLOAD, "listener", bytes("la la"));

        assertThat(resultOf(awaitEnd(queue, id))).isEqualTo(bytes("LA LA"));
        assertThat(resultOf(queue.status(id))).as("asked again").isEqualTo(bytes("LA LA"));
    }

    @Test
    void any_bytes_and_any_client_pass_unharmed() throws Exception {
        JobQueue queue = open();
        queue.work(UPLOAD, 1, (payload, progress) -> payload);
        byte[] payload = new byte[100_000];
        new Random(7).nextBytes(payload);

        for (String client : List.of("2001:db8::/64", "{a} b:c\n\"d\" é 日本 \u0000", " ")) {
            assertThat(resultOf(awaitEnd(queue, queue.submit(UPLOAD, client, payload))))
                    .isEqualTo(payload);
            assertThat(resultOf(awaitEnd(queue, queue.submit(UPLOAD, client, new byte[0]))))
                    .isEmpty();
        }
    }

    @Test
    void clients_take_turns_and_are_told_their_place() throws Exception {
        JobQueue queue = open();
        List<JobId> ids = new ArrayList<>();
        for (String job : List.of("a1", "a2", "a3", "a4", "b1", "c1", "c2")) {
            ids.add(queue.submit(UPLOAD, job.substring(0, 1), bytes(job)));
        }

        assertThat(ids.stream().map(queue::status))
                .extracting(status -> ((JobStatus.Waiting) status).place())
                .containsExactly(1, 4, 6, 7, 2, 3, 5);

        Queue<String> order = new ConcurrentLinkedQueue<>();
        queue.work(UPLOAD, 1, (payload, progress) -> {
            order.add(new String(payload, UTF_8));
            return payload;
        });
        for (JobId id : ids) {
            awaitEnd(queue, id);
        }
        assertThat(order).containsExactly("a1", "b1", "c1", "a2", "c2", "a3", "a4");
    }

    @Test
    void long_jobs_of_one_kind_do_not_hold_up_another() throws Exception {
        JobQueue queue = open();
        CountDownLatch begun = new CountDownLatch(1);
        queue.work(SCAN, 1, endless(begun, new AtomicBoolean()));
        queue.work(UPLOAD, 1, upperCase());
        queue.submit(SCAN, "listener", bytes("folder"));
        begun.await();

        assertThat(resultOf(awaitEnd(queue, queue.submit(UPLOAD, "listener", bytes("song")))))
                .isEqualTo(bytes("SONG"));
    }

    @Test
    void one_client_gets_half_of_the_places_and_whoever_comes_new_finds_one() throws Exception {
        JobQueue queue = open(JobQueueOptions.defaults().withPlaces(8));
        for (int i = 0; i < 4; i++) {
            queue.submit(UPLOAD, "greedy", bytes("job"));
        }

        assertThatThrownBy(() -> queue.submit(UPLOAD, "greedy", bytes("job")))
                .isInstanceOfSatisfying(
                        QueueFullException.class, e -> assertThat(e.code()).isEqualTo("queue_share"));
        queue.submit(SCAN, "second", bytes("job"));
        queue.submit(SCAN, "second", bytes("job"));
        assertThatThrownBy(() -> queue.submit(UPLOAD, "second", bytes("job"))).hasMessageContaining("your share");
        queue.submit(UPLOAD, "third", bytes("job"));
        queue.submit(UPLOAD, "fourth", bytes("job"));
        assertThatThrownBy(() -> queue.submit(UPLOAD, "fifth", bytes("job")))
                .isInstanceOfSatisfying(
                        QueueFullException.class, e -> assertThat(e.code()).isEqualTo("queue_full"));
    }

    @Test
    void payloads_that_wait_are_bounded_in_all_and_one_by_one() throws Exception {
        JobQueue queue = open(JobQueueOptions.defaults().withPayloads(4_000, 1_000));
        byte[] large = new byte[1_000];
        queue.submit(UPLOAD, "greedy", large);
        queue.submit(UPLOAD, "greedy", large);

        assertThatThrownBy(() -> queue.submit(UPLOAD, "greedy", large)).hasMessageContaining("your share");
        queue.submit(UPLOAD, "second", large);
        queue.submit(UPLOAD, "third", large);
        assertThatThrownBy(() -> queue.submit(UPLOAD, "fourth", bytes("x"))).hasMessageContaining("full");
        assertThatThrownBy(() -> queue.submit(UPLOAD, "fourth", new byte[1_001]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the payload must be at most 1,000 bytes but was 1,001");
    }

    @Test
    void a_place_is_free_again_once_its_job_has_ended_or_is_cancelled() throws Exception {
        JobQueue queue = open(JobQueueOptions.defaults().withPlaces(1));
        JobId first = queue.submit(UPLOAD, "a", bytes("job"));
        assertThatThrownBy(() -> queue.submit(UPLOAD, "b", bytes("job"))).isInstanceOf(QueueFullException.class);

        assertThat(queue.cancel(first)).isTrue();
        JobId second = queue.submit(UPLOAD, "b", bytes("job"));
        queue.work(UPLOAD, 1, upperCase());
        awaitEnd(queue, second);

        assertThat(resultOf(awaitEnd(queue, queue.submit(UPLOAD, "c", bytes("job")))))
                .isEqualTo(bytes("JOB"));
    }

    @Test
    void what_waits_is_counted_and_what_runs_or_has_ended_is_not() throws Exception {
        JobQueue queue = open();
        assertThat(queue.waiting()).isZero();
        for (int i = 0; i < 5; i++) {
            queue.submit(i < 3 ? UPLOAD : SCAN, "listener-" + i, bytes("song"));
        }
        assertThat(queue.waiting()).isEqualTo(5);

        CountDownLatch begun = new CountDownLatch(1);
        queue.work(SCAN, 1, endless(begun, new AtomicBoolean()));
        begun.await();
        assertThat(queue.waiting()).isEqualTo(4);

        queue.work(UPLOAD, 1, upperCase());
        await("the uploads", () -> queue.waiting() == 1);
    }

    @Test
    void it_is_told_how_far_a_job_is() throws Exception {
        JobQueue queue = open();
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        queue.work(UPLOAD, 1, (payload, progress) -> {
            progress.tell(0.25, "decoding\n  the recording");
            told.countDown();
            end.await();
            return payload;
        });

        JobId id = queue.submit(UPLOAD, "listener", bytes("job"));
        told.await();

        assertThat(queue.status(id)).isEqualTo(new JobStatus.Running(0.25, "decoding the recording"));
        assertThat(queue.status(id).ended()).isFalse();
        end.countDown();
        awaitEnd(queue, id);
    }

    @Test
    void what_waits_is_never_begun_once_it_is_cancelled() throws Exception {
        JobQueue queue = open();
        JobId cancelled = queue.submit(UPLOAD, "a", bytes("cancelled"));
        JobId other = queue.submit(UPLOAD, "a", bytes("other"));

        assertThat(queue.cancel(cancelled)).isTrue();
        assertThat(queue.cancel(cancelled)).as("a second time").isFalse();

        Queue<String> begun = new ConcurrentLinkedQueue<>();
        queue.work(UPLOAD, 1, (payload, progress) -> {
            begun.add(new String(payload, UTF_8));
            return payload;
        });
        awaitEnd(queue, other);
        assertThat(begun).containsExactly("other");
        assertThat(queue.status(cancelled)).isEqualTo(new JobStatus.Cancelled());
        assertThat(queue.cancel(other)).as("what has ended").isFalse();
    }

    @Test
    void what_runs_is_interrupted_when_it_is_cancelled_and_the_worker_goes_on() throws Exception {
        JobQueue queue = open();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        queue.work(
                UPLOAD,
                1,
                (payload, progress) ->
                        payload.length == 0 ? endless(begun, interrupted).work(payload, progress) : payload);
        JobId id = queue.submit(UPLOAD, "a", new byte[0]);
        begun.await();

        assertThat(queue.cancel(id)).isTrue();

        assertThat(queue.status(id)).isEqualTo(new JobStatus.Cancelled());
        await("the interruption", interrupted::get);
        assertThat(resultOf(awaitEnd(queue, queue.submit(UPLOAD, "a", bytes("next")))))
                .isEqualTo(bytes("next"));
    }

    @Test
    void a_job_that_takes_too_long_is_stopped_and_says_so() throws Exception {
        JobQueue queue = open(JobQueueOptions.defaults().withTimeLimit(Duration.ofMillis(300)));
        AtomicBoolean interrupted = new AtomicBoolean();
        queue.work(UPLOAD, 1, endless(new CountDownLatch(1), interrupted));

        JobId id = queue.submit(UPLOAD, "a", bytes("job"));

        assertThat(awaitEnd(queue, id))
                .isEqualTo(new JobStatus.Failed(
                        "overdue",
                        "This took longer than the 0.3 seconds that a job may take, and was stopped."
                                + " Send something smaller."));
        await("the interruption", interrupted::get);
    }

    @Test
    void a_job_that_cannot_be_done_says_why() throws Exception {
        JobQueue queue = open();
        queue.work(UPLOAD, 1, (payload, progress) -> {
            throw new JobFailedException("not_audio", "This is a picture, not a recording.");
        });

        assertThat(awaitEnd(queue, queue.submit(UPLOAD, "a", bytes("PNG"))))
                .isEqualTo(new JobStatus.Failed("not_audio", "This is a picture, not a recording."));
    }

    @Test
    void a_mistake_of_ours_shows_no_details_and_the_worker_goes_on() throws Exception {
        JobQueue queue = open();
        queue.work(UPLOAD, 1, (payload, progress) -> {
            if (payload.length == 0) {
                throw new IllegalStateException("a detail of ours (this test logs it)");
            }
            return payload;
        });

        JobStatus failed = awaitEnd(queue, queue.submit(UPLOAD, "a", new byte[0]));

        assertThat(failed).isInstanceOf(JobStatus.Failed.class);
        assertThat(((JobStatus.Failed) failed).code()).isEqualTo("broken");
        assertThat(((JobStatus.Failed) failed).sentence()).doesNotContain("detail of ours");
        assertThat(resultOf(awaitEnd(queue, queue.submit(UPLOAD, "a", bytes("next")))))
                .isEqualTo(bytes("next"));
    }

    @Test
    void a_result_that_is_too_large_is_not_kept() throws Exception {
        JobQueue queue = open();
        queue.work(UPLOAD, 1, (payload, progress) -> new byte[queue.options().largestResult() + payload.length]);

        assertThat(resultOf(awaitEnd(queue, queue.submit(UPLOAD, "a", new byte[0]))))
                .hasSize(256 << 10);
        assertThat(awaitEnd(queue, queue.submit(UPLOAD, "a", bytes("x"))))
                .isEqualTo(new JobStatus.Failed(
                        "result_too_large", "What came out is larger than the 262,144 bytes that are kept."));
    }

    @Test
    void a_job_of_another_format_is_left_alone_and_told_of_after_a_while() throws Exception {
        JobQueue queue = open(JobQueueOptions.defaults().withLongestWait(Duration.ofMillis(500)));
        queue.work(UPLOAD, 1, upperCase());

        JobId newer = queue.submit(new JobKind("upload", 2), "a", bytes("newer"));

        assertThat(awaitEnd(queue, newer))
                .isEqualTo(new JobStatus.Failed(
                        "unattended",
                        "Nobody began with this within 0.5 seconds: no page that runs works on 'upload' of format 2."
                                + " Send it again once one does."));
    }

    @Test
    void what_became_of_a_job_is_forgotten_after_a_while() throws Exception {
        JobQueue queue = open(JobQueueOptions.defaults().withKeptFor(Duration.ofMillis(300)));
        JobId id = queue.submit(UPLOAD, "a", bytes("job"));
        queue.cancel(id);

        await("forgetting", () -> queue.status(id).equals(new JobStatus.Unknown()));
    }

    @Test
    void who_was_never_submitted_is_unknown() throws Exception {
        JobQueue queue = open();

        assertThat(queue.status(JobId.random())).isEqualTo(new JobStatus.Unknown());
        assertThat(queue.cancel(JobId.random())).isFalse();
    }

    @Test
    void closing_lets_running_jobs_finish_and_takes_no_more() throws Exception {
        JobQueue queue = newQueue(JobQueueOptions.defaults().withGrace(Duration.ofMinutes(1)));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        queue.work(UPLOAD, 1, (payload, progress) -> {
            begun.countDown();
            end.await();
            finished.set(true);
            return payload;
        });
        queue.submit(UPLOAD, "a", bytes("job"));
        begun.await();

        Thread closing = Thread.ofVirtual().start(queue::close);
        await("closing", () -> isClosed(queue));
        assertThat(finished).isFalse();
        end.countDown();
        closing.join();

        assertThat(finished).isTrue();
    }

    private static boolean isClosed(JobQueue queue) {
        try {
            queue.submit(UPLOAD, "", bytes("job"));
            return false;
        } catch (IllegalArgumentException namesNoClient) {
            return false;
        } catch (IllegalStateException closed) {
            return true;
        }
    }

    @Test
    void closing_interrupts_what_does_not_finish_in_time() throws Exception {
        JobQueue queue = open();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        queue.work(UPLOAD, 1, endless(begun, interrupted));
        queue.submit(UPLOAD, "a", bytes("job"));
        begun.await();

        queue.close();

        await("the interruption", interrupted::get);
    }

    @Test
    void no_job_is_lost_or_doubled_by_many_threads() throws Exception {
        JobQueue queue = open(JobQueueOptions.defaults().withPlaces(200));
        Map<String, Integer> begun = new ConcurrentHashMap<>();
        queue.work(UPLOAD, 4, (payload, progress) -> {
            begun.merge(new String(payload, UTF_8), 1, Integer::sum);
            return payload;
        });
        int threads = 8;
        int each = 50;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String client = "client " + thread;
                all.add(clients.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        byte[] payload = bytes(client + " job " + i);
                        assertThat(resultOf(awaitEnd(queue, queue.submit(UPLOAD, client, payload))))
                                .isEqualTo(payload);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(begun).hasSize(threads * each);
        assertThat(begun.values()).containsOnly(1);
    }
}
