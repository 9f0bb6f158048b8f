package segue.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static segue.jobs.Await.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import segue.jobs.JobFailedException;
import segue.jobs.JobHandler;
import segue.jobs.JobKind;
import segue.page.jobs.HeavyWork;
import segue.page.jobs.JobStage;
import segue.progress.Progress;

class JobsApiTest {
    private static final JobKind COUNT = new JobKind("count", 1);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Page page;
    private Http http;
    private HeavyWork work;

    @BeforeEach
    void start() throws Exception {
        page = Page.start(InventedSongs.catalog(), PageOptions.defaults().withPort(0));
        http = new Http(page);
        work = page.work();
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        page.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private String submit(String payload) {
        return work.queue().submit(COUNT, "somebody", bytes(payload)).text();
    }

    private JsonNode state(String id) throws IOException, InterruptedException {
        Http.Answer answer = http.get("/api/jobs?id=" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode end(String id) throws Exception {
        while (state(id).at("/state").asText().matches("waiting|running")) {
            Thread.sleep(5);
        }
        return state(id);
    }

    /** Waits in the middle of it. */
    private JobHandler slowly() {
        return (payload, progress) -> {
            begun.countDown();
            goOn.await();
            return bytes("{\"letters\": %d}".formatted(payload.length));
        };
    }

    @Test
    void a_job_waits_runs_and_is_done_with_the_json_that_its_handler_made() throws Exception {
        String first = submit("four");
        String second = submit("seventy");
        assertThat(state(second).at("/state").asText()).isEqualTo("waiting");
        assertThat(state(second).at("/place").asInt()).isEqualTo(2);

        work.offer(COUNT, 1, slowly());
        begun.await();
        assertThat(state(first).at("/state").asText()).isEqualTo("running");
        assertThat(state(second).at("/place").asInt()).isEqualTo(1);

        goOn.countDown();
        assertThat(end(first).at("/result/letters").asInt()).isEqualTo(4);
        assertThat(end(second).at("/result/letters").asInt()).isEqualTo(7);
    }

    @Test
    void a_job_tells_how_far_it_is_and_in_which_part_of_it() throws Exception {
        work.offer(COUNT, 1, (payload, job) -> {
            try (JobStage _ = JobStage.begin(job, 0.4, 0.8);
                    Progress songs = Progress.begin("songs", 10)) {
                songs.step(5);
                songs.say("Spotify asks to wait 3 s");
                begun.countDown();
                goOn.await();
            }
            return payload;
        });
        String id = submit("{}");
        begun.await();

        // What is told is passed on ten times a second at most.
        await("what it says", () -> doing(id).equals("songs: 5 of 10 · Spotify asks to wait 3 s"));
        assertThat(state(id).at("/fraction").asDouble()).isCloseTo(0.6, within(1e-9));
    }

    private String doing(String id) {
        try {
            return state(id).at("/doing").asText();
        } catch (IOException | InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Test
    void a_job_that_fails_says_why() throws Exception {
        work.offer(COUNT, 1, (payload, progress) -> {
            throw new JobFailedException("not_countable", "There is <nothing> to count: send a word.");
        });

        JsonNode state = end(submit(""));

        assertThat(state.at("/state").asText()).isEqualTo("failed");
        assertThat(state.at("/error/code").asText()).isEqualTo("not_countable");
        assertThat(state.at("/error/message").asText()).isEqualTo("There is <nothing> to count: send a word.");
    }

    @Test
    void a_job_that_waits_or_runs_can_be_cancelled_and_one_that_has_ended_stays_as_it_is() throws Exception {
        work.offer(COUNT, 1, slowly());
        String running = submit("runs");
        begun.await();
        String waiting = submit("waits");

        for (String id : new String[] {waiting, running, running}) {
            Http.Answer answer = http.method("DELETE", "/api/jobs?id=" + id);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/state").asText()).isEqualTo("cancelled");
        }
        goOn.countDown();
        String done = submit("{}");
        end(done);
        assertThat(http.method("DELETE", "/api/jobs?id=" + done)
                        .json()
                        .at("/state")
                        .asText())
                .isEqualTo("done");
    }

    @Test
    void an_id_of_no_job_is_not_found_whatever_its_form() throws Exception {
        for (String id : new String[] {"AAAAAAAAAAAAAAAAAAAAAA", "..%2F..%2Fetc", "%3Cb%3E", "", "x"}) {
            for (String method : new String[] {"GET", "DELETE"}) {
                Http.Answer answer = http.method(method, "/api/jobs?id=" + id);
                assertThat(answer.status()).as("%s %s", method, id).isEqualTo(404);
                assertThat(answer.errorCode()).isEqualTo("unknown_job");
            }
        }
        assertThat(http.get("/api/jobs").status()).isEqualTo(400);
        assertThat(http.get("/api/jobs?id=" + "x".repeat(100)).status()).isEqualTo(414);
        assertThat(http.method("POST", "/api/jobs?id=x").header("Allow")).isEqualTo("DELETE, GET, HEAD");
    }

    @Test
    void no_other_site_can_cancel_a_job() throws Exception {
        String id = submit("mine");

        Http.Answer answer = http.send(http.request("/api/jobs?id=" + id)
                .header("Sec-Fetch-Site", "cross-site")
                .DELETE()
                .build());

        assertThat(answer.errorCode()).isEqualTo("foreign_origin");
        assertThat(state(id).at("/state").asText()).isEqualTo("waiting");
    }

    @Test
    void the_status_and_the_metrics_tell_what_waits() throws Exception {
        submit("one");
        submit("two");

        JsonNode queue = http.get("/api/status").json().at("/queue");
        assertThat(queue.at("/place").asText()).isEqualTo("here");
        assertThat(queue.at("/answers").asBoolean()).isTrue();
        assertThat(queue.at("/waiting").asInt()).isEqualTo(2);
        assertThat(http.get("/metrics").body()).contains("segue_waiting_jobs 2.0", "segue_queue_answers 1.0");
    }

    @Test
    void closing_the_page_lets_a_running_job_end() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        work.offer(COUNT, 1, (payload, progress) -> {
            begun.countDown();
            goOn.await();
            ended.countDown();
            return payload;
        });
        submit("{}");
        begun.await();

        Thread closing = Thread.ofVirtual().start(page::close);
        await("the port to be closed", () -> !answers());
        assertThat(ended.getCount()).as("not interrupted").isEqualTo(1);
        goOn.countDown();
        closing.join();

        assertThat(ended.getCount()).isZero();
    }

    private boolean answers() {
        try {
            new Socket("127.0.0.1", page.port()).close();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void closing_the_page_waits_for_no_job_longer_than_it_promises() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        work.offer(COUNT, 1, (payload, progress) -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
                throw stopped;
            }
            return payload;
        });
        submit("{}");
        begun.await();

        Instant before = Instant.now();
        page.close();

        assertThat(interrupted.getCount()).isZero();
        assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofSeconds(3));
    }
}
