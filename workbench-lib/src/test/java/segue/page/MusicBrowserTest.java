package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import segue.audio.sample.SampleRecording;

/** Listening to songs, and sending recordings, in a real browser with real sound. */
class MusicBrowserTest {
    @TempDir
    private static Path folder;

    private static Page page;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.sharedOrSkip("the browser tests of the player and of uploads");
        page = Page.start(
                PlayedSongs.in(folder), PageOptions.defaults().withPort(0).withMusic(PlayedSongs.music(folder)));
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            page.close();
        }
    }

    @BeforeEach
    void forget() {
        browser.reset(page.url());
    }

    private static String query(SampleRecording recording) {
        return "?id=" + Http.encoded(PlayedSongs.id(folder, recording));
    }

    private static void open(SampleRecording recording) {
        browser.open(page.url() + query(recording));
        browser.until("play buttons", () -> browser.texts("#results .play").size() == 7);
    }

    /** Presses the button of the first recommendation, and waits until it sounds. */
    private static String play() {
        String name = browser.text("#results .name");
        browser.find("#results .play").click();
        untilPlaying();
        return name;
    }

    private static void untilPlaying() {
        browser.until("playing", () -> phase().equals("playing") && seconds() > 0.2);
    }

    private static String phase() {
        return browser.find("#player").getDomAttribute("data-phase");
    }

    private static double seconds() {
        return Double.parseDouble(browser.find(".player-seek").getDomProperty("value"));
    }

    @Test
    void a_song_is_played_paused_and_played_on_by_its_button() {
        open(SampleRecording.BAND);
        String name = play();

        assertThat(browser.text(".player-name")).isEqualTo(name);
        assertThat(browser.text("#results .play")).isEqualTo("Pause");
        assertThat(browser.find("#results .play").getDomAttribute("aria-label"))
                .isEqualTo("Pause " + name + " by Segue");
        browser.find("#results .play").click();
        browser.until("the pause", () -> phase().equals("paused"));
        double where = seconds();
        browser.find(".player-play").click();
        browser.until("going on", () -> phase().equals("playing") && seconds() > where);
    }

    @Test
    void the_position_is_moved_by_keys_and_the_end_is_reached() {
        open(SampleRecording.BAND);
        play();
        browser.find("#results .play").click();
        double before = seconds();
        browser.find(".player-seek").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.until("two seconds on", () -> seconds() > before + 1.5);
        assertThat(browser.find(".player-seek").getDomAttribute("aria-valuetext"))
                .matches("0:0\\d of 0:0\\d");
        browser.find(".player-seek").sendKeys(Keys.END);
        browser.find(".player-play").click();
        browser.until(
                "the end",
                () -> browser.find(".player-play").getDomAttribute("aria-label").equals("Play"));
    }

    @Test
    void one_song_plays_at_a_time_and_goes_on_while_the_results_change() {
        open(SampleRecording.BAND);
        play();
        browser.find("#results .result:nth-child(2) .play").click();
        String second = browser.text("#results .result:nth-child(2) .name");
        browser.until("the second song", () -> browser.text(".player-name").equals(second));
        untilPlaying();
        assertThat(browser.texts("#results .play")).filteredOn("Pause"::equals).hasSize(1);
        browser.find("#tab-dissimilar").click();
        browser.until("other results", () -> browser.address().contains("dissimilar"));

        double where = seconds();
        browser.until("going on", () -> seconds() > where || !phase().equals("playing"));
        assertThat(browser.text(".player-name")).isEqualTo(second);
    }

    @Test
    void the_space_bar_pauses_where_nothing_else_takes_it() {
        open(SampleRecording.BAND);
        play();
        browser.script("document.activeElement.blur()");
        browser.find("body").sendKeys(" ");
        browser.until("the pause", () -> phase().equals("paused"));
        browser.type("#q", "a b");
        assertThat(browser.find("#q").getDomProperty("value")).isEqualTo("a b");
        assertThat(phase()).isEqualTo("paused");
    }

    @Test
    void closing_the_player_ends_the_song_and_gives_the_focus_back() {
        open(SampleRecording.BAND);
        play();
        browser.find(".player-close").click();

        assertThat(browser.find("#player").isDisplayed()).isFalse();
        assertThat(browser.text("#results .play")).isEqualTo("Play");
        assertThat(browser.script("return document.activeElement.className")).isEqualTo("play");
    }

    @Test
    void what_was_played_last_is_a_start() {
        open(SampleRecording.BAND);
        String name = play();
        browser.open(page.url());
        browser.until("the link", () -> browser.text("#last-played").contains(name));
        browser.find("#last-played a").click();

        browser.until("recommendations", () -> browser.text("#song h2").equals(name));
    }

    @Test
    void the_results_follow_what_is_played() {
        open(SampleRecording.BAND);
        String name = play();
        browser.find("#player-follow").click();
        browser.until(
                "the results of what is played", () -> browser.text("#song h2").equals(name));
        browser.until(
                "going on",
                () -> phase().equals("playing") || browser.text(".player-name").equals(name));
        browser.find("#player-follow").click();
    }

    @Test
    void a_recording_whose_file_is_gone_says_so() throws IOException {
        Path file = PlayedSongs.file(folder, SampleRecording.GLIDE);
        Path away = folder.resolve("away.flac");
        open(SampleRecording.GLIDE);
        Files.move(file, away);
        try {
            browser.find("#song .play").click();
            browser.until(
                    "the reason", () -> browser.text(".player-trouble").contains("not in the music folder any more"));
            assertThat(browser.text("#song .play")).isEqualTo("Cannot play");
        } finally {
            Files.move(away, file);
        }
        browser.find("#song .play").click();
        untilPlaying();
    }

    @Test
    void a_recording_that_is_sent_gets_its_neighbours() {
        browser.open(page.url());
        browser.until("the place", () -> !browser.texts("#upload").isEmpty());
        browser.type("#upload-file", PlayedSongs.id(folder, SampleRecording.LARK_REED));
        browser.until(
                "the neighbours", () -> browser.texts("#heard .result .name").size() == 8);

        assertThat(browser.text("#heard .card h2")).isEqualTo("Lark, reed");
        assertThat(browser.text("#heard .eyebrow")).isEqualToIgnoringCase("Your recording");
        assertThat(browser.text("#heard .result .name")).isEqualTo("Lark, reed");
        assertThat(browser.text("#heard .number")).isEqualTo("100% alike");
        browser.until("play buttons", () -> browser.texts("#heard .play").size() == 8);
        browser.back();
        browser.until(
                "the landing page",
                () -> browser.find("h1").isDisplayed()
                        && browser.texts("#heard").isEmpty());
    }

    @Test
    void what_is_no_recording_is_told_and_another_can_be_sent() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.mp3"), "Bread, milk, für Elise.\n".repeat(50));
        browser.open(page.url());
        browser.until("the place", () -> !browser.texts("#upload").isEmpty());
        browser.type("#upload-file", text.toString());

        browser.until(
                "the reason", () -> browser.text(".upload-trouble").equals("This file is text, not a recording."));
        assertThat(browser.find(".upload-working").isDisplayed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"light,1280,900", "dark,1280,900", "light,360,740", "dark,360,740"})
    void every_state_is_for_everybody_on_every_screen(String scheme, int width, int height) throws IOException {
        browser.screen(width, height);
        browser.media("prefers-color-scheme", scheme);
        String kind = "-" + scheme + "-" + width;
        open(SampleRecording.BAND);
        play();
        browser.find(".player-play").click();
        browser.script("scrollTo(0, 300)");
        look("player" + kind, width);
        browser.open(page.url());
        browser.until("the place", () -> !browser.texts("#upload").isEmpty());
        look("upload" + kind, width);
        browser.type("#upload-file", PlayedSongs.id(folder, SampleRecording.LARK_PLUCKED));
        browser.until("the neighbours", () -> browser.texts("#heard .play").size() == 8);
        look("uploaded" + kind, width);
    }

    private static void look(String name, int width) throws IOException {
        browser.screenshot(name);
        Axe.check(browser, name);
        assertThat(
                        browser.script(
                                "return [...document.querySelectorAll('body *')].filter((e) => !e.closest('.waves, .unseen, .skip') && e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 80))"))
                .as("wider than %d px in %s", width, name)
                .isEqualTo(List.of());
    }
}
