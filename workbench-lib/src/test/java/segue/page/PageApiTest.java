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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.catalog.Feature;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.page.songs.SongEndpoints;
import segue.recommend.NewArtists;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;
import segue.recommend.Request;
import segue.recommend.Rules;

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
            assertThat(sum).as("of nine rounded shares").isCloseTo(1, within(9 * 0.00005));
        }
    }

    private static List<String> ids(JsonNode answer) {
        return answer.get("results").findValuesAsText("id");
    }

    private static List<String> ids(Request request) {
        return Recommender.of(CATALOG).recommend(request).stream()
                .map(one -> one.track().id())
                .toList();
    }

    @Test
    void reasons_and_scores_are_those_of_the_recommender_with_four_decimals() throws Exception {
        JsonNode answer = http.get("/api/recommend?id=s17").json();
        List<Recommendation> expected =
                Recommender.of(CATALOG).recommend(Request.of(17).withN(10));

        for (int i = 0; i < expected.size(); i++) {
            List<Recommendation.Reason> reasons = expected.get(i).reasons();
            for (int r = 0; r < reasons.size(); r++) {
                JsonNode reason = answer.at("/results/" + i + "/reasons/" + r);
                assertThat(reason.get("feature").asText())
                        .isEqualTo(reasons.get(r).feature());
                assertThat(reason.get("share").asDouble())
                        .isCloseTo(reasons.get(r).share(), within(0.00006));
                assertThat(reason.get("difference").asDouble())
                        .isCloseTo(reasons.get(r).difference(), within(0.0006));
                assertThat(reason.get("share").asText()).hasSizeLessThanOrEqualTo(9);
            }
        }
    }

    @Test
    void more_songs_to_start_from_take_turns_and_every_result_says_which_it_is_like() throws Exception {
        JsonNode answer =
                http.get("/api/recommend?id=s17&more=s90&more=s200&n=9").json();

        assertThat(ids(answer)).isEqualTo(ids(Request.of(17, 90, 200).withN(9)));
        assertThat(answer.at("/song/id").asText()).isEqualTo("s17");
        assertThat(answer.get("more").findValuesAsText("id")).containsExactly("s90", "s200");
        assertThat(answer.at("/more/0/features/tempo").floatValue())
                .isEqualTo(CATALOG.track(90).audio().get(Feature.TEMPO));
        assertThat(answer.get("results").findValuesAsText("like").subList(0, 3))
                .containsExactlyInAnyOrder("s17", "s90", "s200");
    }

    @Test
    void a_start_that_is_named_twice_counts_once() throws Exception {
        JsonNode answer =
                http.get("/api/recommend?id=s17&more=s17&more=s90&more=s90").json();

        assertThat(answer.get("more").findValuesAsText("id")).containsExactly("s90");
        assertThat(ids(answer)).isEqualTo(ids(Request.of(17, 90).withN(10)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void less_like_a_song_leaves_it_out_with_what_is_nearer_to_it_and_tells_how_many(boolean dissimilar)
            throws Exception {
        String path = "/api/recommend?id=s17&dissimilar=" + dissimilar;
        List<String> plain = ids(http.get(path).json());
        String first = plain.getFirst();
        JsonNode answer = http.get(path + "&less=" + first).json();

        assertThat(ids(answer))
                .doesNotContain(first)
                .isEqualTo(ids(Request.of(17)
                        .withN(10)
                        .withDissimilar(dissimilar)
                        .withLess(List.of(CATALOG.rowOf(first).orElseThrow()))));
        assertThat(answer.at("/less/0/id").asText()).isEqualTo(first);
        JsonNode left = answer.at("/leftOut/0");
        assertThat(answer.get("leftOut").findValuesAsText("rule")).contains("less_like");
        assertThat(left.get("count").asInt()).isPositive();
        assertThat(left.get("says").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.3", "1"})
    void the_dial_varies_the_songs(String vary) throws Exception {
        JsonNode answer = http.get("/api/recommend?id=s17&vary=" + vary).json();

        assertThat(ids(answer)).isEqualTo(ids(Request.of(17).withN(10).withVariety(Double.parseDouble(vary))));
        assertThat(answer.get("vary").asDouble()).isEqualTo(Double.parseDouble(vary));
    }

    @ParameterizedTest
    @CsvSource({"1990-1999,1990", "1990-,1990", "-1990,1990", "1990,1990", " 1980 – 1999 ,1990"})
    void years_leave_out_other_years_and_those_not_known(String years, int year) throws Exception {
        JsonNode answer =
                http.get("/api/recommend?id=s17&years=" + Http.encoded(years)).json();

        assertThat(ids(answer)).hasSize(10);
        assertThat(answer.get("results")).allMatch(result -> result.get("year").asInt() == year);
        assertThat(answer.at("/leftOut/0/rule").asText()).isEqualTo("years");
        assertThat(answer.at("/leftOut/0/unknown").asInt()).isPositive();
        assertThat(answer.get("considered").asInt()
                        + answer.at("/leftOut/0/count").asInt())
                .isEqualTo(242);
    }

    @ParameterizedTest
    @ValueSource(strings = {"years=1800-1801", "explicit=false", "popularity=20-80", "newArtists=true&years=-1900"})
    void a_rule_that_leaves_nothing_is_said_in_a_sentence(String rule) throws Exception {
        JsonNode answer = http.get("/api/recommend?id=s17&" + rule).json();

        assertThat(answer.get("results")).isEmpty();
        assertThat(answer.at("/notes/0").asText()).contains("leaves nothing of");
    }

    @Test
    void new_artists_only_are_those_of_the_rule() throws Exception {
        assertThat(ids(http.get("/api/recommend?id=s17&newArtists=true").json()))
                .isEqualTo(ids(
                        Request.of(17).withN(10).withRules(Rules.defaults().withNewArtists(NewArtists.defaults()))));
    }

    @Test
    void the_status_has_songs_to_begin_with_and_says_what_is_known_of_songs() throws Exception {
        JsonNode status = http.get("/api/status").json();

        assertThat(status.get("examples")).hasSize(3);
        assertThat(status.get("examples").findValuesAsText("id")).doesNotHaveDuplicates();
        assertThat(status.at("/catalog/years/from").asInt()).isEqualTo(1990);
        assertThat(status.at("/catalog/popularity").asBoolean()).isFalse();
        assertThat(status.at("/catalog/explicit").asBoolean()).isFalse();
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
