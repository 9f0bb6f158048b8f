package segue.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;

/** What the page tells of itself: {@code /metrics} and the access log. */
class PageWatchTest {
    private static final Catalog CATALOG = InventedSongs.catalog();
    private static final PageOptions ANY_PORT = PageOptions.defaults().withPort(0);

    @TempDir
    private Path folder;

    private static double value(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series + " in\n" + metrics));
    }

    @Test
    void requests_are_counted_and_timed_by_path_and_status() throws Exception {
        try (Page page = Page.start(CATALOG, ANY_PORT)) {
            Http http = new Http(page);
            for (int i = 0; i < 3; i++) {
                http.get("/api/search?q=amber");
            }
            http.get("/api/search");
            http.get("/someone/private");
            Http.Answer answer = http.get("/metrics");
            String metrics = answer.body();

            assertThat(answer.header("Content-Type")).startsWith("text/plain; version=0.0.4");
            String name = "segue_http_request_duration_seconds";
            assertThat(value(metrics, name + "_count{method=\"GET\",path=\"/api/search\",status=\"200\"}"))
                    .isEqualTo(3);
            assertThat(value(metrics, name + "_bucket{method=\"GET\",path=\"/api/search\",status=\"200\",le=\"+Inf\"}"))
                    .isEqualTo(3);
            assertThat(value(metrics, name + "_count{method=\"GET\",path=\"/api/search\",status=\"400\"}"))
                    .isEqualTo(1);
            assertThat(value(metrics, name + "_count{method=\"GET\",path=\"other\",status=\"404\"}"))
                    .isEqualTo(1);
            assertThat(value(metrics, "segue_waiting_requests")).isZero();
            assertThat(value(metrics, "segue_open_connections")).isPositive();
            assertThat(value(metrics, "jvm_heap_used_bytes")).isBetween(1e6, 1e11);
            assertThat(metrics).doesNotContain("amber", "private", "127.0.0.1");
        }
    }

    @Test
    void refusals_are_counted_by_their_reason() throws Exception {
        try (Page page = Page.start(CATALOG, ANY_PORT.withWorkers(1).withWaiting(0))) {
            Http http = new Http(page);
            try (Busy _ = Busy.keep(page, 1)) {
                http.get("/api/search?q=amber");
            }
            assertThat(value(http.get("/metrics").body(), "segue_refused_requests_total{code=\"busy\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void the_access_log_has_a_line_a_request_and_nothing_about_the_person() throws Exception {
        Path file = folder.resolve("access.log");
        try (Page page = Page.start(CATALOG, ANY_PORT.withAccessLog(file))) {
            Http http = new Http(page);
            http.get("/api/search?q=amber+secret");
            http.get("/secret/path?x=1");
            http.raw("NONSENSE\r\n\r\n");
        }

        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst().get("method").asText()).isEqualTo("GET");
        assertThat(lines.getFirst().get("path").asText()).isEqualTo("/api/search");
        assertThat(lines.getFirst().get("status").asInt()).isEqualTo(200);
        assertThat(lines.getFirst().get("ms").asDouble()).isPositive();
        assertThat(lines.getFirst().get("bytes").asInt()).isGreaterThan(20);
        assertThat(lines.getFirst().get("time").asText()).matches("20\\d\\d-.*Z");
        assertThat(lines.get(1).get("path").asText()).isEqualTo("other");
        assertThat(lines.get(2).get("status").asInt()).isBetween(400, 505);
        assertThat(Files.readString(file)).doesNotContain("secret", "127.0.0.1");
    }

    @Test
    void an_access_log_is_written_on_and_not_over() throws Exception {
        Path file = Files.writeString(folder.resolve("access.log"), "before\n");
        try (Page page = Page.start(CATALOG, ANY_PORT.withAccessLog(file))) {
            new Http(page).get("/health");
        }
        assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("before");
    }

    @Test
    void a_log_that_cannot_be_written_is_said_at_the_start() {
        Path file = folder.resolve("no/such/folder/access.log");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Page.start(CATALOG, ANY_PORT.withAccessLog(file)))
                .withMessageContaining("access log")
                .withMessageContaining("name a file");
    }
}
