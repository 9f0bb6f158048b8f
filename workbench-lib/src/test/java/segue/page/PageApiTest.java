package segue.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.catalog.Feature;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.page.songs.SongEndpoints;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;
import segue.recommend.Request;

class PageApiTest {
    private static final Catalog CATALOG = InventedSongs.catalog();
    private static Page page;
    private static Http http;

    @BeforeAll
    static void start() throws IOException {
        page = Page.start(CATALOG, PageOptions.defaults().withPort(0));
        http = new Http(page);
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    @Test
    void a_search_lists_songs_with_what_is_known_of_them() throws Exception {
        Http.Answer answer = http.get("/api/search?q=heloise+amber+lan");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonNode first = answer.json().at("/results/0");
        assertThat(first.at("/id").asText()).isEqualTo("s0");
        assertThat(first.at("/name").asText()).isEqualTo(InventedSongs.FIRST_NAME);
        assertThat(first.at("/artists/0").asText()).isEqualTo(InventedSongs.FIRST_ARTIST);
        assertThat(first.at("/genres/0").asText()).isEqualTo("folk");
        assertThat(first.get("popularity").isNull())
                .as("what is unknown stays unknown")
                .isTrue();
        assertThat(answer.json().get("query").asText()).isEqualTo("heloise amber lan");
        assertThat(answer.json().get("micros").asLong()).isNotNegative();
    }

    @Test
    void a_search_shows_each_recording_once() throws Exception {
        List<String> ids =
                http.get("/api/search?q=amber+lantern+heloise&limit=50").json().findValuesAsText("id");

        assertThat(ids).contains("s0").doesNotContain("copy").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50})
    void a_search_gives_at_most_as_many_songs_as_asked_for(int limit) throws Exception {
        assertThat(http.get("/api/search?q=northern&limit=" + limit).json().get("results"))
                .hasSize(limit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\u0000", "!?&=#/", "🎵🎶", "\u202e", "qqqqxxxxzzzz", "<script>alert(1)</script>qqq"})
    void a_search_for_nonsense_is_an_empty_list(String text) throws Exception {
        Http.Answer answer = http.get("/api/search?q=" + Http.encoded(text));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("results")).isEmpty();
        assertThat(answer.json().get("query").asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void recommendations_are_those_of_the_recommender(Metric metric) throws Exception {
        for (boolean dissimilar : new boolean[] {false, true}) {
            JsonNode answer = http.get(
                            "/api/recommend?id=s17&n=20&metric=%s&dissimilar=%s".formatted(metric.label(), dissimilar))
                    .json();
            List<Recommendation> expected = Recommender.of(CATALOG)
                    .recommend(Request.of(17).withN(20).withMetric(metric).withDissimilar(dissimilar));

            assertThat(answer.get("results").findValuesAsText("id"))
                    .isEqualTo(expected.stream().map(r -> r.track().id()).toList());
            assertThat(answer.get("metric").asText()).isEqualTo(metric.label());
            assertThat(answer.get("dissimilar").asBoolean()).isEqualTo(dissimilar);
            for (int i = 0; i < expected.size(); i++) {
                JsonNode result = answer.get("results").get(i);
                assertThat(result.get("rank").asInt()).isEqualTo(i + 1);
                assertThat(result.get("distance").floatValue())
                        .isEqualTo(expected.get(i).distance());
                assertThat(result.get("score").asDouble()).isBetween(0.0, 1.0);
                assertThat(result.get("reasons")).hasSize(Feature.values().length);
                assertThat(result.get("why").asText()).isNotBlank();
            }
        }
    }

    @Test
    void the_shares_of_the_reasons_add_up_to_one() throws Exception {
        for (JsonNode result : http.get("/api/recommend?id=s3").json().get("results")) {
            double sum = 0;
            for (JsonNode reason : result.get("reasons")) {
                sum += reason.get("share").asDouble();
            }
            assertThat(sum).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void a_recommendation_says_which_back_end_answered_and_how_long_it_took() throws Exception {
        JsonNode byDefault = http.get("/api/recommend?id=s0").json();
        JsonNode scalar = http.get("/api/recommend?id=s0&backend=SCALAR").json();

        assertThat(byDefault.get("backend").asText())
                .isEqualTo(Backend.AUTO.resolve().label());
        assertThat(byDefault.get("results")).hasSize(10);
        assertThat(byDefault.get("n").asInt()).isEqualTo(10);
        assertThat(byDefault.get("micros").asLong()).isBetween(0L, 20_000_000L);
        assertThat(scalar.get("backend").asText()).isEqualTo("scalar");
        assertThat(scalar.get("results").findValuesAsText("id"))
                .isEqualTo(byDefault.get("results").findValuesAsText("id"));
    }

    @Test
    void the_song_started_from_comes_with_its_nine_features_unscaled() throws Exception {
        JsonNode song = http.get("/api/recommend?id=s5&n=1").json().get("song");

        assertThat(song.get("id").asText()).isEqualTo("s5");
        assertThat(song.get("durationMillis").asInt()).isEqualTo(215_000);
        for (Feature feature : Feature.values()) {
            assertThat(song.get("features").get(feature.columnName()).floatValue())
                    .isEqualTo(CATALOG.track(5).audio().get(feature));
        }
    }

    @Test
    void more_songs_than_there_are_gives_all_other_recordings() throws Exception {
        Catalog three = new Catalog("three songs", CATALOG.tracks().subList(0, 3));
        try (Page small = Page.start(three, PageOptions.defaults().withPort(0))) {
            assertThat(new Http(small).get("/api/recommend?id=s0&n=100").json().get("results"))
                    .hasSize(2);
        }
    }

    @Test
    void the_status_says_what_there_is_and_why_something_is_missing() throws Exception {
        JsonNode status = http.get("/api/status").json();

        assertThat(status.at("/catalog/source").asText()).isEqualTo(InventedSongs.SOURCE);
        assertThat(status.at("/catalog/songs").asInt()).isEqualTo(242);
        assertThat(status.get("metrics")).hasSize(Metric.values().length);
        assertThat(status.get("jdk").asText()).startsWith("2");
        assertThat(status.get("simdBits").asInt()).isNotNegative();
        assertThat(status.get("backends")).hasSize(Backend.values().length);
        for (JsonNode backend : status.get("backends")) {
            String reason = SongEndpoints.reasonAgainst(
                            Backend.parse(backend.get("name").asText()))
                    .orElse(null);
            assertThat(backend.get("available").asBoolean()).isEqualTo(reason == null);
            assertThat(backend.get("reason").textValue()).isEqualTo(reason);
        }
    }

    @Test
    void health_says_that_the_page_is_ready() throws Exception {
        assertThat(http.get("/health").body()).isEqualTo("{\"status\":\"ready\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app.css", "/api/status", "/api/search?q=amber", "/health"})
    void head_answers_like_get_without_the_body(String path) throws Exception {
        Http.Answer head = http.method("HEAD", path);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(http.get(path).header("Content-Type"));
    }
}
