package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.catalog.RecordingFile;
import segue.page.map.DrawnMap;

/** {@code /api/map}: not yet, then there, in two kinds; and where there is none. */
class PageMapTest {
    private static final Catalog CATALOG = InventedSongs.catalog();
    private static final PageOptions ANY_PORT = PageOptions.defaults().withPort(0);
    private static final String JSON = "application/json";
    private static final String A_BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /** A page whose map has been drawn. */
    private static Page page;

    private static Http http;

    @BeforeAll
    static void drawTheMap() throws Exception {
        page = Page.start(CATALOG, ANY_PORT);
        http = new Http(page);
        until(http, "ready");
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    private static Http.Answer ask(Http page, String path, String accept) throws IOException, InterruptedException {
        return page.send(page.request(path).header("Accept", accept).build());
    }

    private static void until(Http page, String state) throws IOException, InterruptedException {
        page.get("/api/map");
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!page.get("/api/status").json().at("/map/state").asText().equals(state)) {
            assertThat(System.nanoTime())
                    .as("waiting for the map to be " + state)
                    .isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    /** A page whose map is drawn as soon as the latch lets it. */
    private static Page waiting(CountDownLatch latch) throws IOException {
        return Page.start(CATALOG, ANY_PORT, () -> {
            latch.await();
            return DrawnMap.of(CATALOG);
        });
    }

    @Test
    void the_map_is_html_with_a_policy_of_its_own() throws Exception {
        Http.Answer answer = ask(http, "/api/map", A_BROWSER);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringWhitespace("text/html; charset=utf-8");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'sha256-")
                .doesNotContain("unsafe-eval");
        assertThat(answer.response().headers().allValues("Content-Security-Policy"))
                .hasSize(1);
        assertThat(answer.header("Vary")).contains("Accept");
        assertThat(answer.body()).contains("Map of 242 songs");
        assertThat(answer.body()).as("names are no markup").doesNotContain("<script>document.title='owned'");
    }

    @Test
    void whoever_prefers_json_gets_every_place_and_colouring() throws Exception {
        Http.Answer answer = ask(http, "/api/map", JSON);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(JSON);
        JsonNode map = answer.json();
        assertThat(map.get("points").asInt()).isEqualTo(242);
        assertThat(map.get("title").asText()).isEqualTo("Map of 242 songs");
        assertThat(map.get("klDivergence").asDouble()).isPositive();
        assertThat(map.get("coordinates"))
                .hasSize(242)
                .allSatisfy(place -> assertThat(place).hasSize(2));
        assertThat(map.at("/ids/240").asText()).isEqualTo("markup");
        assertThat(map.has("song")).isFalse();
        assertThat(map.get("colourings").findValuesAsText("title"))
                .startsWith("genre", "cluster", "year")
                .contains("energy", "tempo")
                .doesNotContain("popularity");
        for (JsonNode colouring : map.get("colourings")) {
            assertThat(colouring.get(colouring.get("kind").asText())).hasSize(242);
        }
        assertThat(map.at("/colourings/2/amounts"))
                .as("a year that is not known is null")
                .anyMatch(JsonNode::isNull)
                .anyMatch(JsonNode::isNumber);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "text/*",
                "application/json;q=0.4, text/html",
                "image/png",
                "application/json, text/html",
                ";;q=,",
                "application/json;q=0"
            })
    void json_is_only_sent_to_who_prefers_it(String accept) throws Exception {
        assertThat(ask(http, "/api/map", accept).header("Content-Type")).startsWith("text/html");
    }

    @Test
    void a_map_that_the_browser_has_is_not_sent_again() throws Exception {
        for (String accept : List.of(A_BROWSER, JSON)) {
            String etag = ask(http, "/api/map", accept).header("ETag");
            Http.Answer again = http.send(http.request("/api/map")
                    .header("Accept", accept)
                    .header("If-None-Match", etag)
                    .build());

            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(etag);
        }
        assertThat(ask(http, "/api/map", JSON).header("ETag"))
                .isNotEqualTo(ask(http, "/api/map", A_BROWSER).header("ETag"))
                .isNotEqualTo(ask(http, "/api/map?id=s3", JSON).header("ETag"));
    }

    @Test
    void head_answers_like_get_without_the_body() throws Exception {
        Http.Answer head = http.method("HEAD", "/api/map");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(http.get("/api/map").header("ETag"));
        assertThat(http.method("POST", "/api/map").status()).isEqualTo(405);
    }

    @Test
    void a_song_that_is_asked_for_is_pointed_out() throws Exception {
        Http.Answer html = http.get("/api/map?id=s5");
        assertThat(html.status()).isEqualTo(303);
        assertThat(html.header("Location")).isEqualTo("map#song=s5");

        JsonNode json = ask(http, "/api/map?id=s5", JSON).json();
        assertThat(json.at("/song/id").asText()).isEqualTo("s5");
        assertThat(json.at("/song/x")).isEqualTo(json.at("/coordinates/5/0"));
        assertThat(json.at("/song/y")).isEqualTo(json.at("/coordinates/5/1"));
    }

    @Test
    void wrong_parameters_are_refused() throws Exception {
        Http.Answer unknown = http.get("/api/map?id=nobody");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.errorCode()).isEqualTo("unknown_id");
        assertThat(http.get("/api/map?song=s5").errorCode()).isEqualTo("bad_parameter");
        assertThat(http.get("/api/map?id=" + "a".repeat(201)).status()).isEqualTo(414);
    }

    @Test
    void while_the_map_is_drawn_people_see_how_far_it_is_and_programs_when_to_ask_again() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        try (Page slow = waiting(latch)) {
            Http there = new Http(slow);
            assertThat(there.get("/api/status").json().at("/map/state").asText())
                    .isEqualTo("none");

            Http.Answer html = ask(there, "/api/map", A_BROWSER);
            assertThat(html.status()).isEqualTo(503);
            assertThat(html.header("Retry-After")).matches("[1-9][0-9]?");
            assertThat(html.header("Content-Type")).startsWith("text/html");
            assertThat(html.header("Content-Security-Policy")).startsWith("default-src 'self'");
            assertThat(html.header("Cache-Control")).isEqualTo("no-store");
            assertThat(html.body())
                    .contains("The map of 242 songs is being drawn", "../map.js", "<noscript><meta", "<progress")
                    .doesNotContain("{{");

            Http.Answer json = ask(there, "/api/map", JSON);
            assertThat(json.status()).isEqualTo(503);
            assertThat(json.errorCode()).isEqualTo("map_not_ready");
            assertThat(json.hint()).isNotBlank();
            assertThat(json.header("Retry-After")).matches("[1-9][0-9]?");
            assertThat(there.get("/api/status").json().at("/map/state").asText())
                    .isEqualTo("drawing");

            latch.countDown();
            until(there, "ready");
            assertThat(there.get("/api/map").status()).isEqualTo(200);
        }
    }

    @Test
    void a_full_page_still_says_how_far_the_map_is() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        try (Page slow = Page.start(CATALOG, ANY_PORT.withWorkers(1).withWaiting(0), () -> {
            latch.await();
            return DrawnMap.of(CATALOG);
        })) {
            try (Busy _ = Busy.keep(slow, 1)) {
                assertThat(ask(new Http(slow), "/api/map", JSON).errorCode()).isEqualTo("map_not_ready");
            }
        }
    }

    @Test
    void closing_the_page_ends_the_drawing_and_its_thread() throws Exception {
        Page slow = waiting(new CountDownLatch(1));
        new Http(slow).get("/api/map");
        assertThat(mapThreads()).isNotEmpty();

        slow.close();

        assertThat(mapThreads()).isEmpty();
    }

    @Test
    void closing_the_page_ends_a_long_tsne() throws Exception {
        Page slow = Page.start(Catalog.sample(), ANY_PORT);
        Http there = new Http(slow);
        there.get("/api/map");
        while (there.get("/api/status").json().at("/map/message").asText().equals("starting")) {
            Thread.sleep(5);
        }

        slow.close();

        assertThat(mapThreads()).isEmpty();
    }

    private static List<Thread> mapThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("segue-map"))
                .toList();
    }

    @Test
    void a_catalogue_of_few_songs_has_a_map_of_less_perplexity() throws Exception {
        Catalog few = new Catalog("ten songs", CATALOG.tracks().subList(0, 10));
        try (Page small = Page.start(few, ANY_PORT)) {
            Http there = new Http(small);
            until(there, "ready");
            assertThat(ask(there, "/api/map", JSON).json().get("coordinates")).hasSize(10);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void too_few_songs_are_told_and_not_hidden(int songs) throws Exception {
        Catalog few = new Catalog("few songs", CATALOG.tracks().subList(0, songs));
        try (Page small = Page.start(few, ANY_PORT)) {
            Http there = new Http(small);
            until(there, "impossible");

            Http.Answer json = ask(there, "/api/map", JSON);
            assertThat(json.status()).isEqualTo(404);
            assertThat(json.errorCode()).isEqualTo("no_map");
            assertThat(json.errorMessage()).contains("at least 7 rows but there are " + songs);
            Http.Answer html = ask(there, "/api/map", A_BROWSER);
            assertThat(html.status()).isEqualTo(404);
            assertThat(html.header("Content-Type")).startsWith("text/html");
            assertThat(html.body()).contains("No map", "at least 7").doesNotContain("{{", "../map.js", "<progress");
        }
    }

    @Test
    void a_fault_while_drawing_is_an_error_of_the_page() throws Exception {
        try (Page broken = Page.start(CATALOG, ANY_PORT, () -> {
            throw new IllegalStateException("a defect, thrown by a test");
        })) {
            Http there = new Http(broken);
            until(there, "failed");

            Http.Answer answer = there.get("/api/map");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.errorCode()).isEqualTo("failed");
            assertThat(answer.body()).doesNotContain("defect");
        }
    }

    @Test
    void recordings_have_a_map_too(@TempDir Path folder) throws Exception {
        Catalog recordings = Catalog.load(RecordingFile.invented(4, 6).write(folder));
        try (Page of = Page.start(recordings, ANY_PORT)) {
            Http there = new Http(of);
            until(there, "ready");
            assertThat(ask(there, "/api/map", JSON).json().get("colourings").findValuesAsText("title"))
                    .contains("genre", "cluster", "year", "tempo", "spectral_centroid_mean")
                    .doesNotContain("mfcc1_mean", "energy");
        }
    }
}
