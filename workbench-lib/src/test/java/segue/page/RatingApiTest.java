package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.feedback.sql.DatabaseAddress;

class RatingApiTest {
    private static final String RATINGS = "/api/ratings";

    @TempDir
    private static Path folder;

    private static Page page;

    @BeforeAll
    static void start() throws IOException {
        page = Page.start(
                InventedSongs.catalog(), PageOptions.defaults().withPort(0).withDatabase(DatabaseAddress.in(folder)));
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    private static List<String> opinions(Visitor visitor) throws Exception {
        List<String> opinions = new ArrayList<>();
        for (JsonNode one : visitor.get(RATINGS).json().get("ratings")) {
            opinions.add(one.get("song").asText() + " " + one.get("opinion").asText()
                    + (one.get("score").isNull() ? "" : " " + one.get("score").asInt()));
        }
        return opinions;
    }

    @ParameterizedTest
    @CsvSource({
        "'',sound/euclidean",
        "&metric=cosine,sound/cosine",
        "&metric=manhattan&backend=scalar&n=5,sound/manhattan",
        "&dissimilar=true,sound/euclidean/farthest"
    })
    void an_answer_says_by_which_method_it_was_made(String parameters, String method) throws Exception {
        JsonNode answer =
                new Http(page).get("/api/recommend?id=s0" + parameters).json();

        assertThat(answer.get("method").asText()).isEqualTo(method);
    }

    @Test
    void what_an_answer_said_can_be_rated_and_is_told_again() throws Exception {
        Visitor visitor = Visitor.of(page);
        JsonNode answer = visitor.get("/api/recommend?id=s0&metric=cosine").json();
        String song = answer.at("/results/0/id").asText();
        Http.Answer stored = visitor.post(
                RATINGS,
                Map.of(
                        "key",
                        Visitor.key(),
                        "asked",
                        answer.at("/song/id").asText(),
                        "song",
                        song,
                        "method",
                        answer.get("method").asText(),
                        "opinion",
                        "score",
                        "score",
                        8));

        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.json().get("stored").asBoolean()).isTrue();
        JsonNode mine = visitor.get(RATINGS).json().at("/ratings/0");
        assertThat(mine.get("asked").asText()).isEqualTo("s0");
        assertThat(mine.get("song").asText()).isEqualTo(song);
        assertThat(mine.get("method").asText()).isEqualTo("sound/cosine");
        assertThat(mine.get("score").asInt()).isEqualTo(8);
    }

    @Test
    void the_last_opinion_counts_and_a_withdrawn_one_is_gone() throws Exception {
        Visitor visitor = Visitor.of(page);
        visitor.like("s0", "s1");
        visitor.score("s0", "s2", 3);
        visitor.score("s0", "s1", 6);
        assertThat(opinions(visitor)).containsExactly("s1 score 6", "s2 score 3");

        visitor.post(RATINGS, Visitor.rating(Visitor.key(), "s0", "s1", "withdrawn", null));
        assertThat(opinions(visitor)).containsExactly("s2 score 3");
    }

    @Test
    void a_rating_that_is_sent_again_is_stored_once() throws Exception {
        Visitor visitor = Visitor.of(page);
        Map<String, Object> rating = Visitor.rating(Visitor.key(), "s0", "s1", "like", null);

        assertThat(visitor.post(RATINGS, rating).json().get("stored").asBoolean())
                .isTrue();
        assertThat(visitor.post(RATINGS, rating).json().get("stored").asBoolean())
                .isFalse();
        JsonNode exported = visitor.get("/api/my-data").json();
        assertThat(exported.get("ratings")).hasSize(1);
    }

    @Test
    void a_key_that_was_used_for_another_rating_is_refused() throws Exception {
        Visitor visitor = Visitor.of(page);
        String key = Visitor.key();
        visitor.post(RATINGS, Visitor.rating(key, "s0", "s1", "like", null));

        Http.Answer other = visitor.post(RATINGS, Visitor.rating(key, "s0", "s1", "dislike", null));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.errorCode()).isEqualTo("key_used");
        assertThat(opinions(visitor)).containsExactly("s1 like");
    }

    @Test
    void visitors_never_see_each_others_ratings() throws Exception {
        Visitor one = Visitor.of(page);
        Visitor other = Visitor.of(page);
        one.like("s0", "s1");
        other.score("s0", "s2", 2);

        assertThat(opinions(one)).containsExactly("s1 like");
        assertThat(opinions(other)).containsExactly("s2 score 2");
        assertThat(other.get("/api/my-data").body())
                .doesNotContain(one.listener().id(), "\"s1\"");
    }

    static Stream<Arguments> nonsense() {
        String good = "\"key\":\"0123456789abcdef\",\"asked\":\"s0\",\"song\":\"s1\",\"method\":\"sound/euclidean\"";
        return Stream.of(
                Arguments.of("", 400, "The body"),
                Arguments.of("null", 400, "null"),
                Arguments.of("[]", 400, "The body"),
                Arguments.of("{", 400, "The body"),
                Arguments.of("{}", 400, "key is missing"),
                Arguments.of("{" + good + "}", 400, "opinion is missing"),
                Arguments.of("{" + good + ",\"opinion\":\"love\"}", 400, "like, dislike, score, withdrawn"),
                Arguments.of("{" + good + ",\"opinion\":\"LIKE\"}", 400, "must be one of"),
                Arguments.of("{" + good + ",\"opinion\":\"score\"}", 400, "score is missing"),
                Arguments.of("{" + good + ",\"opinion\":\"like\",\"score\":5}", 400, "score only"),
                Arguments.of("{" + good + ",\"opinion\":\"score\",\"score\":11}", 400, "[0, 10] but was 11"),
                Arguments.of("{" + good + ",\"opinion\":\"score\",\"score\":-1}", 400, "[0, 10] but was -1"),
                Arguments.of("{" + good + ",\"opinion\":\"score\",\"score\":\"7\"}", 400, "at score"),
                Arguments.of("{" + good + ",\"opinion\":\"score\",\"score\":7.5}", 400, "at score"),
                Arguments.of("{" + good + ",\"opinion\":\"score\",\"score\":99999999999}", 400, "at score"),
                Arguments.of("{" + good + ",\"opinion\":\"like\",\"listener\":\"x\"}", 400, "listener"),
                Arguments.of("{" + good + ",\"opinion\":\"like\",\"opinion\":\"like\"}", 400, "Duplicate"),
                Arguments.of("{" + good + ",\"opinion\":\"like\"} {}", 400, "railing"),
                Arguments.of(
                        "{" + good.replace("0123456789abcdef", "short") + ",\"opinion\":\"like\"}", 400, "16 to 64"),
                Arguments.of(
                        "{" + good.replace("0123456789abcdef", "0123456789abcde'") + ",\"opinion\":\"like\"}",
                        400,
                        "16 to 64"),
                Arguments.of("{" + good.replace("s1", "s999") + ",\"opinion\":\"like\"}", 404, "No song here"),
                Arguments.of("{" + good.replace("s0", "s999") + ",\"opinion\":\"like\"}", 404, "No song here"),
                Arguments.of("{" + good.replace("s0", "") + ",\"opinion\":\"like\"}", 400, "asked is missing"),
                Arguments.of(
                        "{" + good.replace("sound/euclidean", "sound/psychic") + ",\"opinion\":\"like\"}",
                        400,
                        "by the method sound/psychic"),
                Arguments.of(
                        "{" + good.replace("sound/euclidean", "<script>alert(1)</script>") + ",\"opinion\":\"like\"}",
                        400,
                        "Nothing here recommends"),
                Arguments.of(
                        "{" + good.replace("sound/euclidean", "sound/euclidean/vary-0.3/mine")
                                + ",\"opinion\":\"like\"}",
                        400,
                        "Nothing here recommends"),
                Arguments.of(
                        "{" + good.replace("s1", "s".repeat(2000)) + ",\"opinion\":\"like\"}", 400, "the most is"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsense_is_refused_with_what_is_wrong(String body, int status, String told) throws Exception {
        Visitor visitor = Visitor.of(page);
        Http.Answer answer = visitor.post(RATINGS, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.errorMessage() + " " + answer.hint()).contains(told);
        assertThat(opinions(visitor)).isEmpty();
    }

    @Test
    void without_the_header_that_says_who_rates_nothing_is_stored() throws Exception {
        Http http = new Http(page);
        String body = Visitor.json(Visitor.rating(Visitor.key(), "s0", "s1", "like", null));
        Http.Answer missing = http.send(http.request(RATINGS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        Http.Answer bad = http.send(http.request(RATINGS)
                .header("Content-Type", "application/json")
                .header("Segue-Listener", "' OR 1=1 --         ")
                .POST(BodyPublishers.ofString(body))
                .build());

        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.errorMessage()).contains("Segue-Listener is missing");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(http.get(RATINGS).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/api/ratings",
        "POST,/api/trials",
        "POST,/api/trials/answers",
        "POST,/api/searches",
        "POST,/api/plays",
        "DELETE,/api/my-data"
    })
    void what_another_sites_page_sends_is_refused_even_with_the_right_id(String method, String path) throws Exception {
        Visitor visitor = Visitor.of(page);
        visitor.like("s0", "s1");
        for (String header : List.of("Sec-Fetch-Site: cross-site", "Origin: https://evil.example")) {
            String[] parts = header.split(": ", 2);
            HttpRequest request = visitor.request(path)
                    .header(parts[0], parts[1])
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            BodyPublishers.ofString(
                                    Visitor.json(Visitor.rating(Visitor.key(), "s0", "s2", "like", null))))
                    .build();
            Http.Answer answer = visitor.http().send(request);

            assertThat(answer.status()).as(header).isEqualTo(403);
            assertThat(answer.errorCode()).isEqualTo("foreign_origin");
        }
        assertThat(opinions(visitor)).containsExactly("s1 like");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void what_a_form_can_send_is_no_rating(String type) throws Exception {
        Visitor visitor = Visitor.of(page);
        Http.Answer answer = visitor.http()
                .send(visitor.request(RATINGS)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(
                                Visitor.json(Visitor.rating(Visitor.key(), "s0", "s1", "like", null))))
                        .build());

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void a_body_larger_than_any_rating_is_413() throws Exception {
        assertThat(Visitor.of(page)
                        .post(RATINGS, "{\"key\":\"" + "x".repeat(100_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void who_sends_more_than_anybody_could_mean_is_told_when_to_go_on() throws Exception {
        Visitor visitor = Visitor.of(page);
        Http.Answer last = null;
        for (int i = 0; i < 400 && (last == null || last.status() == 200); i++) {
            last = visitor.post("/api/plays", Map.of("song", "s" + i % 200));
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.errorCode()).isEqualTo("too_many");
        assertThat(last.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(Visitor.of(page).like("s0", "s1").status())
                .as("somebody else")
                .isEqualTo(200);
    }

    @Test
    void sixty_four_raters_at_once_lose_and_double_nothing() throws Exception {
        int each = 6;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Visitor>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                all.add(threads.submit((Callable<Visitor>) () -> {
                    Visitor visitor = Visitor.of(page);
                    for (int song = 1; song <= each; song++) {
                        Map<String, Object> rating = Visitor.rating(Visitor.key(), "s0", "s" + song, "score", song);
                        // Every rating is sent twice; who is refused because it is busy asks again, as the page does.
                        for (int accepted = 0; accepted < 2; ) {
                            int status = visitor.post(RATINGS, rating).status();
                            assertThat(status).isIn(200, 503, 429);
                            accepted += status == 200 ? 1 : 0;
                        }
                    }
                    return visitor;
                }));
            }
            for (Future<Visitor> one : all) {
                JsonNode exported = one.get().get("/api/my-data").json();
                assertThat(exported.get("ratings")).hasSize(each);
            }
        }
    }
}
