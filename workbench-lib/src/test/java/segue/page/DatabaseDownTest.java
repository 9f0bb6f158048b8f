package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import segue.feedback.Server;
import segue.feedback.sql.DatabaseAddress;

/** A server of PostgreSQL that goes away while the page runs, and comes back. */
class DatabaseDownTest {
    @Test
    void ratings_wait_for_the_database_and_songs_do_not() throws Exception {
        String url = Server.postgresql().newDatabase();
        int target = URI.create(url.substring("jdbc:".length())).getPort();
        try (Relay relay = new Relay(target);
                Page page = Page.start(
                        InventedSongs.catalog(),
                        PageOptions.defaults()
                                .withPort(0)
                                .withWorkers(2)
                                .withDatabase(DatabaseAddress.of(
                                        url.replace(":" + target + "/", ":" + relay.port() + "/"))))) {
            Visitor visitor = Visitor.of(page);
            assertThat(visitor.like("s0", "s1").status()).isEqualTo(200);
            assertThat(visitor.get("/api/status").json().at("/feedback/place").asText())
                    .contains("PostgreSQL")
                    .doesNotContain("127.0.0.1", "password");

            relay.cut();
            Map<String, Object> rating = Visitor.rating(Visitor.key(), "s0", "s2", "score", 7);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Http.Answer>> waiting = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    waiting.add(threads.submit(() -> visitor.post("/api/ratings", rating)));
                }
                // Both workers are free for songs, however many wait for the database.
                assertThat(visitor.get("/api/recommend?id=s0").status()).isEqualTo(200);
                for (Future<Http.Answer> one : waiting) {
                    assertThat(one.get().status()).isEqualTo(503);
                    assertThat(one.get().errorCode()).isEqualTo("database_down");
                    assertThat(one.get().header("Retry-After")).matches("[1-9]");
                    assertThat(one.get().body()).doesNotContain("127.0.0.1", "jdbc", "segue_");
                }
            }
            Http.Answer mine = visitor.get("/api/recommend?id=s0&weights=mine");
            assertThat(mine.status()).isEqualTo(503);

            relay.mend();
            Http.Answer again = visitor.post("/api/ratings", rating);
            for (int tries = 0; tries < 20 && again.status() == 503; tries++) {
                again = visitor.post("/api/ratings", rating);
            }
            assertThat(again.status()).isEqualTo(200);
            assertThat(visitor.get("/api/my-data").json().get("ratings")).hasSize(2);
        }
    }
}
