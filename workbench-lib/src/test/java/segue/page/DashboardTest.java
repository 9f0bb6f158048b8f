package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.catalog.Catalog;
import segue.feedback.FeedbackStore;
import segue.feedback.InventedFeedback;
import segue.feedback.Listener;
import segue.feedback.sql.DatabaseAddress;

/** What all listeners said, at {@code /dashboard}. */
class DashboardTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @TempDir
    private static Path folder;

    private static Page page;

    @BeforeAll
    static void start() throws IOException {
        Catalog songs = Catalog.sample();
        DatabaseAddress database = DatabaseAddress.in(folder);
        try (FeedbackStore store =
                InventedFeedback.defaults().withUntil(Instant.now()).into(database, songs)) {
            for (int i = 0; i < 40; i++) {
                store.searched(Listener.random(), HOSTILE);
            }
        }
        page = Page.start(songs, PageOptions.defaults().withPort(0).withDatabase(database));
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void says_in_pictures_words_and_numbers_what_listeners_said() throws Exception {
        JsonNode said = new Http(page).get("/api/dashboard").json();
        assertThat(said.get("lastActivity").asText()).startsWith("Last rating ");
        assertThat(said.get("pictures"))
                .extracting(picture -> picture.get("name").asText())
                .containsExactly("searches", "genres", "opinions", "liked-genres", "scores", "trials");
        assertThat(said.get("pictures")).allSatisfy(picture -> {
            assertThat(picture.get("svg").asText()).startsWith("<svg").doesNotContain("style=", "<script", "<img");
            assertThat(picture.get("description").asText()).isNotBlank();
        });
        assertThat(said.get("scores")).hasSizeGreaterThan(2).allSatisfy(score -> {
            JsonNode mean = score.get("score");
            assertThat(mean.get("low").asDouble()).isLessThan(mean.get("mean").asDouble());
            assertThat(mean.get("high").asDouble())
                    .isGreaterThan(mean.get("mean").asDouble());
        });
    }

    @Test
    void names_nobody() throws Exception {
        assertThat(new Http(page).get("/api/dashboard").body()).doesNotContain("invented-");
    }

    @Test
    void without_a_database_it_says_how_to_get_one() throws Exception {
        try (Page without =
                Page.start(InventedSongs.catalog(), PageOptions.defaults().withPort(0))) {
            JsonNode error = new Http(without).get("/api/dashboard").json().get("error");
            assertThat(error.get("code").asText()).isEqualTo("feedback_off");
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 360", "dark, 360"})
    void is_to_be_seen_and_heard_in_both_themes_and_on_a_phone(String theme, int width) throws Exception {
        Browser browser = Browser.sharedOrSkip("the browser tests of the dashboard");
        browser.reset(page.url());
        browser.screen(width, 900);
        browser.media("prefers-color-scheme", theme);
        browser.open(page.url() + "dashboard");
        browser.until("six pictures", () -> browser.texts(".picture summary").size() == 6);
        assertThat(browser.text("#activity")).startsWith("Last rating ");
        assertThat(browser.script("return document.querySelectorAll('#pictures img, #pictures script').length"))
                .isEqualTo(0L);
        assertThat(browser.script("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("nothing is wider than the screen")
                .isEqualTo(0L);
        Axe.check(browser);
        browser.screenshot("dashboard-%s-%d".formatted(theme, width));
    }
}
