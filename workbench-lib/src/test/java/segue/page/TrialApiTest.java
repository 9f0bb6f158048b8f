package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.feedback.sql.DatabaseAddress;

class TrialApiTest {
    private static final String TRIALS = "/api/trials";
    private static final String ANSWERS = "/api/trials/answers";

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

    private static Http.Answer begin(Visitor visitor, String a, String b) throws Exception {
        Map<String, Object> wanted = new HashMap<>(Map.of("asked", "s7"));
        wanted.put("a", a);
        wanted.put("b", b);
        return visitor.post(TRIALS, wanted);
    }

    private static List<String> songs(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(song -> ids.add(song.get("id").asText()));
        return ids;
    }

    private static List<String> recommended(String parameters) throws Exception {
        return songs(new Http(page)
                .get("/api/recommend?id=s7&n=5&" + parameters)
                .json()
                .get("results"));
    }

    @Test
    void a_trial_shows_what_both_methods_recommend_and_nothing_by_which_they_could_be_told_apart() throws Exception {
        Http.Answer answer = begin(Visitor.of(page), "sound/cosine", "sound/euclidean");
        JsonNode trial = answer.json();

        assertThat(Set.of(songs(trial.get("left")), songs(trial.get("right"))))
                .isEqualTo(Set.of(recommended("metric=cosine"), recommended("metric=euclidean")));
        assertThat(trial.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "asked", "left", "right");
        for (String side : List.of("left", "right")) {
            for (JsonNode song : trial.get(side)) {
                assertThat(song.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "name", "artists", "year");
            }
        }
        assertThat(answer.body()).doesNotContain("cosine", "euclid", "sound/");
        assertThat(answer.response().headers().map().toString()).doesNotContain("cosine", "euclid");
    }

    @Test
    void until_it_is_answered_the_visitors_own_data_do_not_name_them_either() throws Exception {
        Visitor visitor = Visitor.of(page);
        String id = begin(visitor, "sound/cosine", "sound/euclidean")
                .json()
                .get("id")
                .asText();
        assertThat(visitor.get("/api/my-data").body()).doesNotContain("cosine", "euclid");

        visitor.post(ANSWERS, Map.of("id", id, "preferred", "left"));
        assertThat(visitor.get("/api/my-data").body()).contains("sound/cosine", "sound/euclidean");
    }

    @Test
    void a_coin_decides_which_is_on_the_left() throws Exception {
        Visitor visitor = Visitor.of(page);
        Set<List<String>> left = new HashSet<>();
        for (int i = 0; i < 40 && left.size() < 2; i++) {
            left.add(songs(
                    begin(visitor, "sound/cosine", "sound/euclidean").json().get("left")));
        }
        assertThat(left).hasSize(2);
    }

    @Test
    void without_names_two_methods_are_drawn_that_do_not_recommend_the_same() throws Exception {
        Visitor visitor = Visitor.of(page);
        Set<Set<String>> pairs = new HashSet<>();
        for (int i = 0; i < 40 && pairs.size() < 3; i++) {
            JsonNode trial = begin(visitor, null, null).json();
            assertThat(new HashSet<>(songs(trial.get("left")))).isNotEqualTo(new HashSet<>(songs(trial.get("right"))));
            JsonNode answer = visitor.post(ANSWERS, Map.of("id", trial.get("id").asText(), "preferred", "both"))
                    .json();
            pairs.add(Set.of(
                    answer.at("/left/method").asText(),
                    answer.at("/right/method").asText()));
        }
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void the_answer_names_the_methods_and_says_what_all_trials_of_the_two_say() throws Exception {
        String cosine = "sound/cosine/vary-0.6";
        String manhattan = "sound/manhattan";
        JsonNode last = null;
        for (int i = 0; i < 6; i++) {
            Visitor visitor = Visitor.of(page);
            JsonNode trial = begin(visitor, cosine, manhattan).json();
            boolean cosineIsLeft = !songs(trial.get("left")).equals(recommended("metric=manhattan"));
            last = visitor.post(
                            ANSWERS,
                            Map.of(
                                    "id",
                                    trial.get("id").asText(),
                                    "leftScore",
                                    cosineIsLeft ? 8 : 4 + i % 2,
                                    "rightScore",
                                    cosineIsLeft ? 4 + i % 2 : 8))
                    .json();
            assertThat(last.at("/left/method").asText()).isEqualTo(cosineIsLeft ? cosine : manhattan);
            assertThat(last.get("preferred").asText()).isEqualTo(cosineIsLeft ? "left" : "right");
        }
        boolean cosineIsLeft = last.at("/left/method").asText().equals(cosine);
        JsonNode first = last.get(cosineIsLeft ? "left" : "right");
        JsonNode second = last.get(cosineIsLeft ? "right" : "left");

        assertThat(first.get("label").asText()).isEqualTo("Cosine distance, 60 % varied");
        assertThat(first.get("preferred").asInt()).isEqualTo(6);
        assertThat(second.get("preferred").asInt()).isZero();
        assertThat(first.at("/average/mean").asDouble()).isEqualTo(8);
        assertThat(second.at("/average/mean").asDouble()).isEqualTo(4.5);
        assertThat(second.at("/average/low").asDouble()).isLessThan(4.5).isGreaterThan(3.5);
        assertThat(second.at("/average/high").asDouble()).isGreaterThan(4.5).isLessThan(5.5);
        assertThat(second.at("/average/overListeners").asBoolean()).isTrue();
        assertThat(last.at("/difference/mean").asDouble()).isEqualTo(cosineIsLeft ? 3.5 : -3.5);
        assertThat(last.get("decided").asBoolean()).isTrue();
    }

    @Test
    void one_answer_has_no_interval_yet_and_says_so_by_null() throws Exception {
        Visitor visitor = Visitor.of(page);
        JsonNode trial = begin(visitor, "sound/chebyshev", "sound/manhattan").json();
        JsonNode answer = visitor.post(ANSWERS, Map.of("id", trial.get("id").asText(), "leftScore", 7, "rightScore", 7))
                .json();

        assertThat(answer.get("preferred").asText()).isEqualTo("neither");
        assertThat(answer.at("/left/average/mean").asDouble()).isEqualTo(7);
        assertThat(answer.at("/left/average/low").isNull()).isTrue();
        assertThat(answer.get("decided").asBoolean()).isFalse();
    }

    @Test
    void the_first_answer_stands() throws Exception {
        Visitor visitor = Visitor.of(page);
        String id = begin(visitor, null, null).json().get("id").asText();
        visitor.post(ANSWERS, Map.of("id", id, "preferred", "left"));

        JsonNode again =
                visitor.post(ANSWERS, Map.of("id", id, "preferred", "right")).json();

        assertThat(again.get("preferred").asText()).isEqualTo("left");
    }

    @Test
    void nobody_answers_anothers_trial() throws Exception {
        String id = begin(Visitor.of(page), null, null).json().get("id").asText();

        Http.Answer answer = Visitor.of(page).post(ANSWERS, Map.of("id", id, "preferred", "left"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("unknown_trial");
        assertThat(answer.body()).doesNotContain("sound/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | asked is missing",
                "{\"asked\":\"nope\"} | 404 | No song here",
                "{\"asked\":\"s7\",\"a\":\"magic\"} | 400 | There is no method magic",
                "{\"asked\":\"s7\",\"a\":\"sound/cosine\",\"b\":\"sound/cosine\"} | 400 | the same method",
                "{\"asked\":\"s7\",\"a\":\"labels/euclidean\"} | 400 | does not recommend by",
                "{\"asked\":\"s7\",\"a\":\"sound/cosine/mine\"} | 409 | Rate 10 recommendations",
                "{\"asked\":\"s7\",\"a\":\"sound/euclidean\",\"b\":\"sound/sqeuclidean\"} | 409 | the same songs",
                "{\"asked\":\"s7\",\"c\":1} | 400 | asked, a, b"
            })
    void a_trial_that_cannot_be_begun_says_why(String body, int status, String told) throws Exception {
        Http.Answer answer = Visitor.of(page).post(TRIALS, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.errorMessage() + answer.hint()).contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | id is missing",
                "{\"id\":\"0123456789abcdef\"} | 400 | preferred is missing",
                "{\"id\":\"0123456789abcdef\",\"preferred\":\"up\"} | 400 | left, right, both, neither",
                "{\"id\":\"0123456789abcdef\",\"leftScore\":3} | 400 | Only one side",
                "{\"id\":\"0123456789abcdef\",\"leftScore\":3,\"rightScore\":12} | 400 | [0, 10] but was 12",
                "{\"id\":\"0123456789abcdef\",\"preferred\":\"left\",\"leftScore\":3,\"rightScore\":5} | 400 | lower score",
                "{\"id\":\"0123456789abcdef\",\"preferred\":\"left\"} | 404 | no such comparison",
                "{\"id\":\"'; DROP TABLE trial;\",\"preferred\":\"left\"} | 404 | no such comparison"
            })
    void an_answer_that_makes_no_sense_says_why(String body, int status, String told) throws Exception {
        Http.Answer answer = Visitor.of(page).post(ANSWERS, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.errorMessage() + answer.hint()).contains(told);
    }
}
