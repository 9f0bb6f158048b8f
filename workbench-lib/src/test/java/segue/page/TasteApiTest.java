package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.feedback.FeedbackStore;
import segue.feedback.Listener;
import segue.feedback.Opinion;
import segue.feedback.Rating;
import segue.feedback.sql.DatabaseAddress;

class TasteApiTest {
    private static final Catalog SONGS = InventedSongs.catalog();

    @TempDir
    private Path folder;

    private Page page;

    @BeforeEach
    void start() throws IOException {
        page = Page.start(SONGS, PageOptions.defaults().withPort(0).withDatabase(DatabaseAddress.in(folder)));
    }

    @AfterEach
    void stop() {
        page.close();
    }

    /** As if the visitor had rated before: only how alike songs are in energy matters to them. */
    static void ratesByEnergy(DatabaseAddress database, Listener listener, int ratings) {
        Random random = new Random(7);
        try (FeedbackStore store = FeedbackStore.open(database)) {
            for (int i = 0; i < ratings; i++) {
                Track asked = SONGS.track(random.nextInt(240));
                Track song = SONGS.track(random.nextInt(240));
                double apart = Math.abs(asked.audio().energy() - song.audio().energy());
                int score = (int) Math.round(10 * Math.max(0, 1 - 2 * apart));
                store.rate(
                        Visitor.key(),
                        new Rating(listener, asked.id(), song.id(), "sound/euclidean", Opinion.score(score)));
            }
        }
    }

    private static List<String> ids(JsonNode results) {
        List<String> ids = new ArrayList<>();
        results.forEach(one -> ids.add(one.get("id").asText()));
        return ids;
    }

    @Test
    void without_ratings_it_says_how_many_are_needed() throws Exception {
        Visitor visitor = Visitor.of(page);
        visitor.like("s0", "s1");
        JsonNode taste = visitor.get("/api/taste").json();

        assertThat(taste.get("learned").asBoolean()).isFalse();
        assertThat(taste.get("notYet").asText())
                .isEqualTo("Rate 10 recommendations to have your taste learned; so far you rated 1.");
        assertThat(taste.get("agreement").isNull()).isTrue();
        taste.get("weights")
                .forEach(one -> assertThat(one.get("weight").asDouble()).isEqualTo(1));
    }

    @Test
    void ratings_that_all_say_the_same_teach_nothing_and_that_is_said() throws Exception {
        Visitor visitor = Visitor.of(page);
        for (int i = 1; i <= 12; i++) {
            visitor.like("s0", "s" + i);
        }
        assertThat(visitor.get("/api/taste").json().get("notYet").asText()).startsWith("All 12 ratings say the same");
    }

    @Test
    void ratings_by_chance_teach_nothing_and_that_is_said() throws Exception {
        Visitor visitor = Visitor.of(page);
        Random random = new Random(3);
        for (int i = 1; i <= 40; i++) {
            visitor.score("s" + random.nextInt(20), "s" + (20 + i), random.nextInt(11));
        }
        assertThat(visitor.get("/api/taste").json().get("notYet").asText()).startsWith("40 ratings do not surely say");
    }

    @Test
    void what_was_learned_is_told_with_how_well_it_agrees_and_recommends_otherwise() throws Exception {
        Visitor visitor = Visitor.of(page);
        ratesByEnergy(DatabaseAddress.in(folder), visitor.listener(), 400);
        JsonNode taste = visitor.get("/api/taste").json();

        assertThat(taste.get("learned").asBoolean()).as(taste.toString()).isTrue();
        assertThat(taste.get("notYet").isNull()).isTrue();
        assertThat(taste.at("/weights/0/feature").asText()).isEqualTo("energy");
        assertThat(taste.get("agreement").asDouble())
                .isGreaterThan(taste.get("agreementBefore").asDouble());

        JsonNode mine = visitor.get("/api/recommend?id=s0&weights=mine&n=20").json();
        JsonNode plain = visitor.get("/api/recommend?id=s0&n=20").json();
        assertThat(mine.get("method").asText()).isEqualTo("sound/euclidean/mine");
        assertThat(plain.get("method").asText()).isEqualTo("sound/euclidean");
        assertThat(fromAsked(mine)).isLessThan(0.7 * fromAsked(plain));
        assertThat(visitor.post(
                                "/api/trials",
                                Map.of("asked", "s0", "a", "sound/euclidean/mine", "b", "sound/euclidean"))
                        .status())
                .isEqualTo(200);
    }

    /** How far the songs' energy is from that of the song asked for, on average. */
    private static double fromAsked(JsonNode answer) {
        double energy = answer.at("/song/features/energy").asDouble();
        double sum = 0;
        for (JsonNode one : answer.get("results")) {
            sum += Math.abs(one.at("/features/energy").asDouble() - energy);
        }
        return sum / answer.get("results").size();
    }

    @Test
    void one_visitors_taste_is_no_others() throws Exception {
        Visitor learned = Visitor.of(page);
        Visitor other = Visitor.of(page);
        ratesByEnergy(DatabaseAddress.in(folder), learned.listener(), 400);
        List<String> plain = ids(other.get("/api/recommend?id=s0").json().get("results"));
        learned.get("/api/recommend?id=s0&weights=mine");

        Http.Answer refused = other.get("/api/recommend?id=s0&weights=mine");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo("no_taste_yet");
        assertThat(ids(other.get("/api/recommend?id=s0").json().get("results"))).isEqualTo(plain);
        assertThat(other.get("/api/taste").json().get("ratings").asInt()).isZero();
        assertThat(other.get("/api/taste?of=all").json().get("ratings").asInt()).isGreaterThan(300);
    }

    @Test
    void a_rating_more_is_learned_from_at_once_and_what_is_deleted_is_forgotten() throws Exception {
        Visitor visitor = Visitor.of(page);
        visitor.like("s0", "s1");
        assertThat(visitor.get("/api/taste").json().get("ratings").asInt()).isEqualTo(1);
        visitor.like("s0", "s2");
        assertThat(visitor.get("/api/taste").json().get("ratings").asInt()).isEqualTo(2);

        JsonNode deletion = visitor.delete("/api/my-data").json();
        assertThat(deletion.get("ratings").asInt()).isEqualTo(2);
        assertThat(deletion.get("whatRemains").asText()).contains("gone");
        assertThat(visitor.get("/api/taste").json().get("ratings").asInt()).isZero();
        assertThat(visitor.get("/api/my-data").json().get("ratings")).isEmpty();
    }

    @Test
    void people_with_the_same_taste_are_found_once_there_are_enough_raters() throws Exception {
        Visitor visitor = Visitor.of(page);
        assertThat(visitor.get("/api/people").json().get("notYet").asText()).contains("so far 0 have");
        try (FeedbackStore store = FeedbackStore.in(folder)) {
            for (int i = 0; i < 12; i++) {
                boolean alike = i % 2 == 0;
                Listener listener = Listener.random();
                for (int song = 1; song <= 6; song++) {
                    int score = alike == song < 4 ? 9 : 1;
                    store.rate(
                            Visitor.key(),
                            new Rating(listener, "s0", "s" + song, "sound/euclidean", Opinion.score(score)));
                }
                store.rate(
                        Visitor.key(),
                        new Rating(listener, "s0", alike ? "s30" : "s31", "sound/euclidean", Opinion.score(10)));
                store.rate(
                        Visitor.key(),
                        new Rating(listener, "s0", "of another catalogue", "sound/euclidean", Opinion.score(10)));
            }
        }
        for (int song = 1; song <= 6; song++) {
            visitor.score("s0", "s" + song, song < 4 ? 10 : 0);
        }
        // What was read a moment ago may be answered with for a moment more.
        long deadline = System.nanoTime() + 20_000_000_000L;
        JsonNode people = visitor.get("/api/people?n=5").json();
        while (people.get("results").isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(50);
            people = visitor.get("/api/people?n=5").json();
        }

        assertThat(people.get("method").asText()).isEqualTo("people");
        assertThat(people.at("/results/0/song/id").asText())
                .as(people.toString())
                .isEqualTo("s30");
        assertThat(people.at("/results/0/people").asInt()).isEqualTo(6);
        assertThat(people.at("/results/0/score").asDouble()).isGreaterThan(5);
        assertThat(people.toString()).doesNotContain("another catalogue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/taste?of=yours",
                "/api/taste?of=none",
                "/api/taste?mine",
                "/api/people?n=0",
                "/api/people?n=99",
                "/api/recommend?id=s0&weights=theirs"
            })
    void nonsense_is_refused(String path) throws Exception {
        assertThat(Visitor.of(page).get(path).status()).isEqualTo(400);
    }

    @Test
    void searches_and_plays_are_kept_and_exported() throws Exception {
        Visitor visitor = Visitor.of(page);
        visitor.post("/api/searches", Map.of("typed", " <b>amber</b> lantern "));
        visitor.post("/api/plays", Map.of("song", "s3"));
        Http.Answer export = visitor.get("/api/my-data");

        assertThat(export.json().at("/searches/0/typed").asText()).isEqualTo("<b>amber</b> lantern");
        assertThat(export.json().at("/plays/0/song").asText()).isEqualTo("s3");
        assertThat(export.header("Content-Disposition")).isEqualTo("attachment; filename=\"segue-my-data.json\"");
        assertThat(visitor.post("/api/searches", "{\"typed\":\"  \"}").status()).isEqualTo(400);
        assertThat(visitor.post("/api/searches", "{\"typed\":\"\\u0000\"}").status())
                .isEqualTo(400);
        assertThat(visitor.post("/api/searches", "{}").status()).isEqualTo(400);
        assertThat(visitor.post("/api/plays", "{\"song\":\"nope\"}").status()).isEqualTo(404);
    }

    @Test
    void a_page_without_a_database_says_so() throws Exception {
        try (Page without = Page.start(SONGS, PageOptions.defaults().withPort(0))) {
            Visitor visitor = Visitor.of(without);
            for (String path : List.of("/api/ratings", "/api/taste", "/api/people", "/api/my-data")) {
                assertOff(visitor.get(path));
            }
            assertOff(visitor.like("s0", "s1"));
            assertOff(visitor.post("/api/trials", Map.of("asked", "s0")));
            assertOff(visitor.post("/api/plays", Map.of("song", "s0")));
            assertOff(visitor.delete("/api/my-data"));
            assertOff(visitor.get("/api/recommend?id=s0&weights=mine"));
            assertThat(visitor.get("/api/status").json().at("/feedback/on").asBoolean())
                    .isFalse();
        }
        JsonNode status = Visitor.of(page).get("/api/status").json().get("feedback");
        assertThat(status.get("on").asBoolean()).isTrue();
        assertThat(status.get("place").asText()).contains("file").doesNotContain(folder.toString());
    }

    private static void assertOff(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("feedback_off");
        assertThat(answer.hint()).contains("--database");
    }
}
