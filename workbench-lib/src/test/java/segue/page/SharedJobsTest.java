package segue.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static segue.jobs.Await.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import segue.jobs.JobKind;
import segue.jobs.QueueUnreachableException;
import segue.jobs.RedisServer;
import segue.jobs.redis.QueueAddress;

/** Two pages, one real Redis. */
class SharedJobsTest {
    private static final JobKind COUNT = new JobKind("count", 1);

    private RedisServer redis;
    private Page first;
    private Page second;

    @BeforeEach
    void start() throws Exception {
        redis = RedisServer.start("--appendonly", "yes");
        first = page();
        second = page();
    }

    private Page page() throws Exception {
        return Page.start(
                InventedSongs.catalog(), PageOptions.defaults().withPort(0).withQueue(QueueAddress.of(redis.url())));
    }

    @AfterEach
    void stop() throws Exception {
        if (redis != null) {
            first.close();
            second.close();
            redis.close();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String state(Page page, String id) {
        try {
            return new Http(page).get("/api/jobs?id=" + id).json().at("/state").asText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean answers(Page page) {
        try {
            return new Http(page).get("/api/status").json().at("/queue/answers").asBoolean();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void a_job_that_one_page_takes_is_done_and_told_of_by_the_other() throws Exception {
        String id =
                first.work().queue().submit(COUNT, "somebody", bytes("word")).text();
        assertThat(state(second, id)).isEqualTo("waiting");

        second.work().offer(COUNT, 1, (payload, progress) -> bytes("{\"letters\": %d}".formatted(payload.length)));

        await("the job", () -> state(first, id).equals("done"));
        for (Page page : new Page[] {first, second}) {
            assertThat(new Http(page)
                            .get("/api/jobs?id=" + id)
                            .json()
                            .at("/result/letters")
                            .asInt())
                    .isEqualTo(4);
        }
    }

    @Test
    void a_job_that_runs_at_one_page_is_cancelled_by_way_of_the_other() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        second.work().offer(COUNT, 1, (payload, progress) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
                throw stopped;
            }
            return payload;
        });
        String id =
                first.work().queue().submit(COUNT, "somebody", bytes("word")).text();
        begun.await();
        assertThat(state(first, id)).isEqualTo("running");

        assertThat(new Http(first)
                        .method("DELETE", "/api/jobs?id=" + id)
                        .json()
                        .at("/state")
                        .asText())
                .isEqualTo("cancelled");

        interrupted.await();
    }

    @Test
    void a_queue_that_is_away_is_told_in_a_sentence_without_its_address_and_found_again() throws Exception {
        String id =
                first.work().queue().submit(COUNT, "somebody", bytes("word")).text();
        Http http = new Http(first);
        redis.stop();

        Http.Answer away = http.get("/api/jobs?id=" + id);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isEqualTo("10");
        assertThat(away.errorCode()).isEqualTo("queue_unreachable");
        assertThat(away.errorMessage()).isEqualTo("The queue for longer work does not answer.");
        assertThat(away.body()).doesNotContain("127.0.0.1", "redis", "" + redis.port());
        assertThat(answers(first)).isFalse();
        assertThat(http.get("/api/search?q=amber").status())
                .as("all else goes on")
                .isEqualTo(200);
        assertThat(http.get("/metrics").body())
                .contains("segue_queue_answers 0.0", "segue_refused_requests_total{code=\"queue_unreachable\"} 1.0");

        redis.startAgain();
        first.work().offer(COUNT, 1, (payload, progress) -> bytes("{}"));

        await("the queue", () -> answers(first));
        await("the job from before", () -> state(first, id).equals("done"));
    }

    @Test
    void a_page_does_not_start_where_its_queue_does_not_answer_and_leaves_its_port_free() throws Exception {
        int port = RedisServer.freePort();
        redis.stop();

        assertThatThrownBy(() -> Page.start(
                        InventedSongs.catalog(),
                        PageOptions.defaults().withPort(port).withQueue(QueueAddress.of(redis.url()))))
                .isInstanceOf(QueueUnreachableException.class)
                .hasMessageContaining("does not answer; check that Redis runs there");

        Page.start(InventedSongs.catalog(), PageOptions.defaults().withPort(port))
                .close();
    }

    @Test
    void what_only_one_process_can_do_never_reaches_the_server() throws Exception {
        JobKind here = new JobKind("here", 1);
        first.work().offerHere(here, 1, (payload, progress) -> bytes("{}"));

        // Nobody but a page that offers it takes a job of the kind from the shared queue.
        String id =
                second.work().queue().submit(here, "somebody", bytes("secret")).text();

        assertThat(state(first, id)).isEqualTo("waiting");
    }
}
