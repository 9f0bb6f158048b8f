package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.RecordingFile;

/** The page over a features.csv. */
class RecordingPageTest {
    @TempDir
    private static Path folder;

    private static Page page;
    private static Http http;

    @BeforeAll
    static void start() throws IOException {
        Catalog recordings = Catalog.load(
                RecordingFile.invented(4, 6).with(7, "tempo", "93.5").write(folder));
        page = Page.start(recordings, PageOptions.defaults().withPort(0));
        http = new Http(page);
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    @Test
    void a_recording_comes_with_what_was_measured_and_is_known() throws Exception {
        JsonNode song = http.get("/api/recommend?id=family1/take1.flac").json().get("song");

        assertThat(song.get("name").asText()).isEqualTo("Family 1, take 1");
        assertThat(song.at("/features/tempo").asDouble()).isEqualTo(93.5);
        assertThat(song.at("/features/loudness_lufs").asDouble()).isEqualTo(-14.5);
        assertThat(song.get("features").has("energy")).isFalse();
        assertThat(http.get("/api/recommend?id=family1/take0.flac")
                        .json()
                        .at("/song/features")
                        .has("loudness_lufs"))
                .as("what is unknown is not shown")
                .isFalse();
    }

    @Test
    void its_neighbours_are_of_its_family_with_a_score_and_the_reasons_by_group() throws Exception {
        JsonNode results =
                http.get("/api/recommend?id=family1/take1.flac&n=5").json().get("results");

        assertThat(results.findValuesAsText("id"))
                .allSatisfy(id -> assertThat(id).startsWith("family1/"));
        JsonNode first = results.get(0);
        assertThat(first.get("score").asDouble()).isBetween(0.3, 1.0);
        assertThat(first.at("/reasons").findValuesAsText("feature"))
                .containsExactlyInAnyOrder("timbre", "rhythm", "harmony", "loudness and dynamics");
        assertThat(first.get("why").asText()).isNotBlank();
    }

    @Test
    void the_page_shows_bars_of_what_was_measured_and_opens_a_reason_by_group() throws Exception {
        Browser browser = Browser.sharedOrSkip("the browser test of recordings");
        browser.reset(page.url());
        browser.open(page.url() + "?id=family1%2Ftake1.flac");
        browser.until("recommendations", () -> browser.texts("#results .name").size() >= 5);

        assertThat(browser.texts("#song dt")).containsExactly("Tempo", "Loudness", "Brightness", "Breadth", "Attack");
        browser.find("#results summary").click();
        browser.until("the table", () -> browser.texts("#results tbody tr").size() == 4);
        assertThat(browser.texts("#results tbody th"))
                .containsExactlyInAnyOrder("Timbre", "Rhythm", "Harmony", "Loudness and dynamics");
        List<Integer> shares = browser.texts("#results tbody .share").stream()
                .map(text -> Integer.parseInt(text.replace("%", "")))
                .toList();
        assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isBetween(98, 102);
        assertThat(browser.complaints()).isEmpty();
    }
}
