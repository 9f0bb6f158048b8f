package segue.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static segue.jobs.Await.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import segue.jobs.JobClaim;
import segue.jobs.JobId;
import segue.jobs.JobKind;
import segue.jobs.JobQueueOptions;
import segue.jobs.JobStatus;
import segue.jobs.JobStore;
import segue.jobs.MemoryStores;
import segue.jobs.QueueFullException;
import segue.jobs.RedisServer;

class RedisStoreTest {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final List<JobKind> KINDS = List.of(new JobKind("upload", 1), new JobKind("scan", 1));

    private RedisServer server;

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private JobStore open(JobQueueOptions options) {
        return new RedisStore(new RedisCalls(QueueAddress.of(server.url())), options);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void whatever_happens_it_answers_as_a_store_in_memory_does() throws Exception {
        JobQueueOptions options = JobQueueOptions.defaults()
                .withPlaces(20)
                .withPayloads(4_000, 1_000)
                .withLease(Duration.ofHours(1));
        Random random = new Random(8);
        List<JobId> ids = new ArrayList<>();
        List<JobClaim> claims = new ArrayList<>();
        try (JobStore memory = MemoryStores.of(options);
                JobStore redis = open(options)) {
            for (int number = 0; number < 3_000; number++) {
                Function<JobStore, Object> step = anyStep(random, ids, claims);
                Object expected = step.apply(memory);
                assertThat(step.apply(redis)).as("step %d", number).isEqualTo(expected);
                JobId any = ids.isEmpty() ? JobId.random() : ids.get(random.nextInt(ids.size()));
                assertThat(text(redis.status(any))).as("after step %d", number).isEqualTo(text(memory.status(any)));
            }
        }
    }

    private static Function<JobStore, Object> anyStep(Random random, List<JobId> ids, List<JobClaim> claims) {
        JobKind kind = KINDS.get(random.nextInt(2));
        JobClaim claim = claims.isEmpty()
                ? new JobClaim(JobId.random(), 1, new byte[0])
                : claims.get(claims.size() - 1 - random.nextInt(Math.min(12, claims.size())));
        JobId id = ids.isEmpty() ? JobId.random() : ids.get(ids.size() - 1 - random.nextInt(Math.min(20, ids.size())));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                JobId added = JobId.random();
                String client = "client " + random.nextInt(6);
                byte[] payload = new byte[random.nextInt(600)];
                ids.add(added);
                return store -> added(store, added, kind, client, payload);
            }
            case 3, 4 -> {
                return store -> taken(store, kind, claims);
            }
            case 5 -> {
                return store -> store.finish(claim, bytes("result"));
            }
            case 6 -> {
                boolean failed = random.nextBoolean();
                return store -> {
                    if (failed) {
                        return store.fail(claim, new JobStatus.Failed("code", "A sentence."));
                    }
                    store.giveBack(claim);
                    return store.keep(claim, new JobStatus.Running(0.5, "half"));
                };
            }
            default -> {
                return store -> store.cancel(id);
            }
        }
    }

    private static Object added(JobStore store, JobId id, JobKind kind, String client, byte[] payload) {
        try {
            store.add(id, kind, client, payload);
            return "added";
        } catch (QueueFullException full) {
            return full.code();
        }
    }

    private static Object taken(JobStore store, JobKind kind, List<JobClaim> claims) {
        try {
            Optional<JobClaim> claim = store.take(kind, AT_ONCE);
            claim.ifPresent(claims::add);
            return claim.map(taken -> taken.id() + " " + taken.number() + " " + Arrays.toString(taken.payload()));
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static String text(JobStatus status) {
        return status instanceof JobStatus.Done done ? "done: " + new String(done.result(), UTF_8) : status.toString();
    }

    @Test
    void the_first_result_counts_even_of_a_worker_that_was_taken_for_dead() throws Exception {
        JobQueueOptions options = JobQueueOptions.defaults().withLease(Duration.ofMillis(100));
        try (JobStore store = open(options)) {
            JobId id = JobId.random();
            store.add(id, KINDS.get(0), "a", bytes("job"));
            JobClaim slow = store.take(KINDS.get(0), AT_ONCE).orElseThrow();
            await("the lease's end", () -> store.status(id) instanceof JobStatus.Waiting);
            JobClaim second = store.take(KINDS.get(0), AT_ONCE).orElseThrow();

            assertThat(store.keep(slow, new JobStatus.Running(0.9, "late"))).isFalse();
            assertThat(store.fail(slow, new JobStatus.Failed("code", "Late."))).isFalse();
            assertThat(store.finish(slow, bytes("first"))).isTrue();

            assertThat(store.keep(second, new JobStatus.Running(0.1, "again"))).isFalse();
            assertThat(store.finish(second, bytes("second"))).isFalse();
            assertThat(text(store.status(id))).isEqualTo("done: first");
        }
    }

    @Test
    void nothing_of_a_client_or_a_payload_is_left_once_a_job_has_ended() throws Exception {
        try (JobStore store = open(JobQueueOptions.defaults());
                RedisCalls redis = new RedisCalls(QueueAddress.of(server.url()))) {
            for (int i = 0; i < 3; i++) {
                store.add(JobId.random(), KINDS.get(0), "198.51.100.7", bytes("private"));
            }
            store.finish(store.take(KINDS.get(0), AT_ONCE).orElseThrow(), bytes("result"));
            store.fail(store.take(KINDS.get(0), AT_ONCE).orElseThrow(), new JobStatus.Failed("code", "Why."));
            store.cancel(store.take(KINDS.get(0), AT_ONCE).orElseThrow().id());

            Set<String> keys = redis.call(server -> server.keys("*"));
            assertThat(keys).allMatch(key -> key.startsWith("segue:1:"));
            assertThat(keys)
                    .noneMatch(key -> key.contains("payload") || key.contains("line") || key.contains("198.51"));
            for (String key : keys) {
                long left = redis.call(server -> server.pttl(key));
                assertThat(left).as(key + " ends by itself").isPositive();
                String value = new String(redis.call(server -> server.dump(key)), UTF_8);
                assertThat(value).as(key).doesNotContain("private", "198.51");
            }
        }
    }

    @Test
    void everything_ends_by_itself_even_if_nobody_ever_asks_again() throws Exception {
        try (JobStore store = open(JobQueueOptions.defaults());
                RedisCalls redis = new RedisCalls(QueueAddress.of(server.url()))) {
            store.add(JobId.random(), KINDS.get(0), "a", bytes("waits"));
            store.add(JobId.random(), KINDS.get(0), "a", bytes("waits too"));
            store.giveBack(store.take(KINDS.get(0), AT_ONCE).orElseThrow());

            for (String key : redis.call(server -> server.keys("*"))) {
                long left = redis.call(server -> server.pttl(key));
                assertThat(left).as(key).isPositive();
            }
        }
    }
}
