package segue.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static segue.jobs.Await.await;
import static segue.jobs.Await.awaitEnd;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import segue.jobs.JobId;
import segue.jobs.JobKind;
import segue.jobs.JobQueue;
import segue.jobs.JobQueueOptions;
import segue.jobs.JobStatus;
import segue.jobs.QueueFullException;
import segue.jobs.QueueUnreachableException;
import segue.jobs.RedisServer;

/** The server goes away, comes back, refuses, or is full. */
class RedisFaultsTest {
    private static final JobKind UPLOAD = new JobKind("upload", 1);
    private static final JobQueueOptions OPTIONS =
            JobQueueOptions.defaults().withLease(Duration.ofMillis(800)).withGrace(Duration.ZERO);

    private RedisServer server;

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private JobQueue open() {
        return RedisQueue.open(QueueAddress.of(server.url()), OPTIONS);
    }

    @Test
    void jobs_of_a_server_that_forgot_them_are_unknown_and_new_ones_are_worked_on() throws Exception {
        server = RedisServer.start();
        try (JobQueue queue = open()) {
            CountDownLatch begun = new CountDownLatch(1);
            AtomicBoolean interrupted = new AtomicBoolean();
            queue.work(UPLOAD, 1, (payload, progress) -> {
                if (payload.length == 0) {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stopped) {
                        interrupted.set(true);
                        throw stopped;
                    }
                }
                return payload;
            });
            JobId running = queue.submit(UPLOAD, "a", new byte[0]);
            begun.await();
            JobId waiting = queue.submit(UPLOAD, "a", bytes("waits"));

            server.stop();
            assertThatThrownBy(() -> queue.submit(UPLOAD, "a", bytes("job")))
                    .isInstanceOf(QueueUnreachableException.class)
                    .hasMessage(
                            "the queue at %s does not answer; check that Redis runs there, and that host and port are right"
                                    .formatted(server.url()));
            assertThatThrownBy(() -> queue.status(running)).isInstanceOf(QueueUnreachableException.class);
            assertThatThrownBy(() -> queue.cancel(running)).isInstanceOf(QueueUnreachableException.class);
            server.startAgain();

            assertThat(queue.status(running)).isEqualTo(new JobStatus.Unknown());
            assertThat(queue.status(waiting)).isEqualTo(new JobStatus.Unknown());
            await("the interruption of work that nobody knows of", interrupted::get);
            JobId next = queue.submit(UPLOAD, "a", bytes("next"));
            assertThat(awaitEnd(queue, next)).isInstanceOf(JobStatus.Done.class);
        }
    }

    @Test
    void a_job_that_ends_while_the_server_is_away_is_published_when_it_is_back() throws Exception {
        server = RedisServer.start("--appendonly", "yes");
        try (JobQueue queue = open()) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            queue.work(UPLOAD, 1, (payload, progress) -> {
                begun.countDown();
                end.await();
                return bytes("done meanwhile");
            });
            JobId id = queue.submit(UPLOAD, "a", bytes("job"));
            begun.await();

            server.stop();
            end.countDown();
            Thread.sleep(50);
            server.startAgain();

            JobStatus status = awaitEnd(queue, id);
            assertThat(status).isInstanceOf(JobStatus.Done.class);
            assertThat(((JobStatus.Done) status).result()).isEqualTo(bytes("done meanwhile"));
        }
    }

    @Test
    void a_server_that_hangs_is_not_waited_for_for_ever() throws Exception {
        server = RedisServer.start();
        try (JobQueue queue = open()) {
            JobId id = queue.submit(UPLOAD, "a", bytes("job"));

            server.freeze();
            assertThatThrownBy(() -> queue.submit(UPLOAD, "a", new byte[32 << 20]))
                    .isInstanceOf(QueueUnreachableException.class)
                    .hasMessageContaining("does not answer");
            server.wake();

            queue.work(UPLOAD, 1, (payload, progress) -> payload);
            assertThat(awaitEnd(queue, id)).isInstanceOf(JobStatus.Done.class);
        }
    }

    @Test
    void a_wrong_password_is_refused_without_showing_it() throws Exception {
        server = RedisServer.start("--requirepass", "right/word@1");
        String host = "@127.0.0.1:" + server.port();

        try (JobQueue queue = RedisQueue.open(QueueAddress.of("redis://:right%2Fword%401" + host), OPTIONS)) {
            queue.work(UPLOAD, 1, (payload, progress) -> payload);
            assertThat(awaitEnd(queue, queue.submit(UPLOAD, "a", bytes("job")))).isInstanceOf(JobStatus.Done.class);
        }
        for (String login : List.of("redis://:wrong" + host, "redis://nobody:wrong" + host)) {
            assertThatThrownBy(() -> RedisQueue.open(QueueAddress.of(login), OPTIONS))
                    .isInstanceOf(QueueUnreachableException.class)
                    .hasMessageContaining(":****" + host)
                    .hasMessageContaining("refuses this user or password")
                    .hasMessageNotContaining("wrong");
        }
        assertThatThrownBy(() -> RedisQueue.open(QueueAddress.of(server.url()), OPTIONS))
                .hasMessageContaining("refuses this user or password");
    }

    @Test
    void a_server_without_memory_refuses_jobs_and_ends_those_it_has() throws Exception {
        server = RedisServer.start("--maxmemory", "6mb", "--maxmemory-policy", "noeviction");
        try (JobQueue queue = open()) {
            JobId small = queue.submit(UPLOAD, "a", bytes("job"));
            JobId last = small;
            try {
                for (int i = 0; i < 20; i++) {
                    last = queue.submit(UPLOAD, "client " + i, new byte[1 << 20]);
                }
                throw new AssertionError("20 MiB fit into 6");
            } catch (QueueFullException full) {
                assertThat(full.code()).isEqualTo("queue_full");
            }

            assertThat(queue.cancel(last)).isTrue();
            queue.work(UPLOAD, 1, (payload, progress) -> bytes("done"));
            assertThat(awaitEnd(queue, small)).isInstanceOf(JobStatus.Done.class);
        }
    }

    @Test
    void where_nothing_listens_it_says_so() throws Exception {
        String url = "redis://127.0.0.1:" + RedisServer.freePort();

        assertThatThrownBy(() -> RedisQueue.open(QueueAddress.of(url), OPTIONS))
                .isInstanceOf(QueueUnreachableException.class)
                .hasMessageContaining(url + " does not answer");
        assertThat(QueueHealth.of(QueueAddress.of(url)).good()).isFalse();
    }

    @Test
    void health_tells_the_version_the_jobs_and_a_policy_that_loses_some() throws Exception {
        server = RedisServer.start();
        try (JobQueue queue = open()) {
            queue.submit(UPLOAD, "a", bytes("job"));
        }
        QueueHealth good = QueueHealth.of(QueueAddress.of(server.url()));
        assertThat(good.good()).isTrue();
        assertThat(good.detail()).startsWith(server.url() + " answers: Redis ").endsWith(", jobs that wait or run: 1");
        server.close();

        server = RedisServer.start("--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru");
        QueueHealth bad = QueueHealth.of(QueueAddress.of(server.url()));
        assertThat(bad.good()).isFalse();
        assertThat(bad.detail()).contains("allkeys-lru").endsWith("set noeviction");
    }
}
