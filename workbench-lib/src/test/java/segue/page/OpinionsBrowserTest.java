package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import segue.feedback.Listener;
import segue.feedback.sql.DatabaseAddress;

/** What visitors say of songs, in a real browser. */
class OpinionsBrowserTest {
    private static final String FIRST = "#results li:first-child ";

    @TempDir
    private static Path folder;

    private static Page page;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.sharedOrSkip("the browser tests of ratings, comparisons and personal data");
        page = Page.start(
                InventedSongs.catalog(), PageOptions.defaults().withPort(0).withDatabase(DatabaseAddress.in(folder)));
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

    private static void open(String query) {
        browser.open(page.url() + query);
        browser.until("buttons", () -> browser.texts("#results .rate").size() >= 5);
    }

    /** Who the browser is to the page. */
    private static Visitor visitor() {
        String id = (String) browser.script("return localStorage.getItem('segue.listener')");
        return new Visitor(new Http(page), new Listener(id));
    }

    private static JsonNode stored() {
        try {
            return visitor().get("/api/my-data").json();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pressed(String css) {
        return browser.find(FIRST + css).getDomAttribute("aria-pressed");
    }

    private static String told() {
        return browser.text(FIRST + ".rate .told");
    }

    @Test
    void a_like_is_shown_at_once_stored_with_its_method_and_there_after_a_reload() {
        open("?id=s0&metric=cosine");
        browser.find(FIRST + ".like").click();
        assertThat(pressed(".like")).isEqualTo("true");
        assertThat(told()).isEqualTo("Liked");
        browser.until("the rating", () -> stored().get("ratings").size() == 1);
        JsonNode rating = stored().at("/ratings/0");
        assertThat(rating.get("method").asText()).isEqualTo("sound/cosine");
        assertThat(rating.get("askedSong").asText()).isEqualTo("s0");
        assertThat(rating.get("song").asText())
                .isEqualTo(browser.find("#results li").getDomAttribute("data-id"));

        open("?id=s0&metric=cosine");
        assertThat(pressed(".like")).isEqualTo("true");
        open("?id=s0&metric=cosine&n=5");
        assertThat(pressed(".like")).isEqualTo("true");
    }

    @Test
    void what_was_liked_by_another_method_is_remembered_but_not_taken_for_said_of_this_one() {
        open("?id=s0");
        String song = browser.find("#results li").getDomAttribute("data-id");
        browser.find(FIRST + ".dislike").click();
        browser.until("the dislike", () -> stored().get("ratings").size() == 1);
        open("?id=s0&metric=manhattan");
        String card = "#results [data-id='" + song + "'] ";
        browser.until("the note", () -> browser.text(card + ".told").equals("Disliked before"));
        assertThat(browser.find(card + ".dislike").getDomAttribute("aria-pressed"))
                .isEqualTo("false");
    }

    @Test
    void keys_alone_score_change_undo_and_take_back() {
        open("?id=s0");
        browser.script("document.querySelector('" + FIRST + ".like').focus()");
        browser.press(Keys.SPACE);
        assertThat(pressed(".like")).isEqualTo("true");
        browser.press(Keys.TAB, Keys.ENTER);
        assertThat(pressed(".dislike")).isEqualTo("true");
        assertThat(pressed(".like")).isEqualTo("false");
        browser.script("document.querySelector('" + FIRST + ".grade').focus()");
        browser.press("7");
        browser.until("a score", () -> told().equals("7 of 10"));
        assertThat(pressed(".dislike")).isEqualTo("false");

        browser.script("[...document.querySelectorAll('" + FIRST + ".link')].at(0).focus()");
        browser.press(Keys.ENTER);
        assertThat(pressed(".dislike")).as("after undo").isEqualTo("true");
        browser.find(FIRST + ".dislike").click();
        browser.until("taken back", () -> told().equals("Taken back"));
        browser.until("the last opinion", () -> {
            JsonNode ratings = stored().get("ratings");
            return ratings.size() >= 3
                    && ratings.get(ratings.size() - 1).get("opinion").asText().equals("WITHDRAWN");
        });
    }

    @Test
    void what_cannot_be_saved_says_so_and_goes_through_later_with_the_same_key() throws IOException {
        open("?id=s0");
        browser.script("""
                const real = window.fetch;
                window.keys = [];
                window.down = true;
                window.fetch = (url, options) => {
                  if (!String(url).startsWith("api/ratings") || options?.method !== "POST") return real(url, options);
                  window.keys.push(JSON.parse(options.body).key);
                  return window.down ? Promise.reject(new TypeError("down")) : real(url, options);
                };
                """);
        browser.find(FIRST + ".like").click();
        browser.until("the failure", () -> told().contains("Not saved"));
        assertThat(browser.text(".unsaved")).startsWith("1 rating is not saved yet.");
        browser.screenshot("ratings-not-saved");
        assertThat(pressed(".like")).isEqualTo("true");
        browser.script("window.down = false");
        browser.find(".unsaved button").click();
        browser.until("it being saved", () -> told().equals("Liked"));
        assertThat(browser.text(".unsaved")).isEmpty();

        List<?> keys = (List<?>) browser.script("return window.keys");
        assertThat(keys.stream().distinct()).hasSize(1);
        assertThat(keys).hasSizeGreaterThan(1);
        assertThat(stored().get("ratings")).hasSize(1);
    }

    @Test
    void a_blind_comparison_from_song_to_names() throws Exception {
        open("?id=s3");
        browser.until(
                "the way there",
                () -> browser.find(".yours a").getDomAttribute("href").contains("s3"));
        browser.find(".yours a").click();
        browser.until("two lists", () -> browser.texts(".side .songs li").size() == 10);
        browser.screenshot("trial-asked");
        Axe.check(browser, "the comparison");
        assertThat(browser.text("body").toLowerCase(Locale.ROOT))
                .doesNotContain("euclid", "cosine", "manhattan", "varied");
        assertThat((String) browser.script("return document.documentElement.outerHTML"))
                .doesNotContain("sound/", "uclidean", "osine");

        browser.find("button.answer").click();
        assertThat(browser.text(".trial .told")).startsWith("Say which list is better");
        browser.find("label:has([value=right])").click();
        browser.type("[name=leftScore]", "4");
        browser.type("[name=rightScore]", "8");
        browser.find("button.answer").click();
        browser.until("the names", () -> browser.text(".verdict").startsWith("So far"));
        assertThat(browser.texts(".which"))
                .satisfiesExactly(
                        left -> assertThat(left).startsWith("List A: ").contains("distance"),
                        right -> assertThat(right).startsWith("List B: ").contains("distance"));
        assertThat(browser.find(".side:nth-child(2)").getDomAttribute("class")).contains("chosen");
        browser.screenshot("trial-revealed");
        Axe.check(browser, "the revealed comparison");
        JsonNode trial = stored().at("/trials/0");
        assertThat(trial.get("preferred").asText()).isEqualTo("RIGHT");
        assertThat(trial.get("rightScore").asInt()).isEqualTo(8);

        browser.find("button.answer").click();
        browser.until(
                "another",
                () -> browser.texts(".so-far").isEmpty()
                        && browser.texts(".songs li").size() == 10);
    }

    @Test
    void a_comparison_begins_with_a_search_and_names_are_text() {
        browser.open(page.url() + "trial?a=sound/euclidean&b=sound/cosine");
        browser.type("#q", "robert");
        browser.until("completions", () -> !browser.texts("#options li").isEmpty());
        browser.press(Keys.ENTER);
        browser.until("two lists", () -> browser.texts(".songs li").size() == 10);
        assertThat(browser.text("#asked")).contains("<script>");
        assertThat(browser.script("return document.querySelectorAll('main script, main img, main b').length"))
                .isEqualTo(0L);
        assertThat(browser.address()).endsWith("trial?a=sound%2Feuclidean&b=sound%2Fcosine&id=markup");
        browser.find("label:has([value=neither])").click();
        browser.find("button.answer").click();
        browser.until("the names", () -> browser.texts(".which").stream().anyMatch(name -> name.contains("Cosine")));
    }

    @Test
    void names_that_are_markup_stay_text_in_every_label() {
        open("?id=markup");
        assertThat(browser.script("return document.querySelectorAll('main script, main img, main b').length"))
                .isEqualTo(0L);
        browser.open(page.url() + "?id=s0&n=20&view=dissimilar");
        browser.until("buttons", () -> browser.texts("#results .rate").size() == 20);
        assertThat(browser.title()).isNotEqualTo("owned");
    }

    @Test
    void once_enough_is_rated_the_switch_recommends_by_ones_own_taste() throws IOException {
        open("?id=s0");
        browser.find("#fold").click();
        browser.until("the reason", () -> browser.text("#taste-reason").startsWith("Rate 10 recommendations"));
        assertThat(browser.find("[name=weights][value=mine]").isEnabled()).isFalse();
        TasteApiTest.ratesByEnergy(DatabaseAddress.in(folder), visitor().listener(), 400);
        browser.find(FIRST + ".like").click();
        browser.until(
                "the switch", () -> browser.find("[name=weights][value=mine]").isEnabled());
        assertThat(browser.text("#taste-reason")).contains("energy", "instead of");

        List<String> alike = browser.texts("#results .name");
        browser.find("label:has([name=weights][value=mine])").click();
        browser.until("other songs", () -> {
            List<String> now = browser.texts("#results .name");
            return now.size() == 10 && !now.equals(alike);
        });
        browser.screenshot("by-my-taste");
        assertThat(browser.address()).doesNotContain("weights");
        List<String> mine = browser.texts("#results .name");
        browser.reload();
        browser.until("the same songs", () -> browser.texts("#results .name").equals(mine));
        browser.until("buttons", () -> browser.texts("#results .rate").size() == 10);
        browser.find(FIRST + ".dislike").click();
        browser.until("the method", () -> stored().toString().contains("\"method\":\"sound/euclidean/mine\""));
    }

    @Test
    void people_with_ones_taste_say_why_there_are_none_yet() {
        open("?id=s0");
        browser.until("the list", () -> !browser.texts(".people summary").isEmpty());
        browser.find(".people summary").click();
        browser.until(
                "the reason", () -> browser.text(".people .inside").startsWith("People with your taste are looked"));
    }

    @Test
    void my_data_are_saved_deleted_after_a_question_and_a_new_id_begins() throws Exception {
        open("?id=s0");
        browser.find(FIRST + ".like").click();
        browser.until("the rating", () -> stored().get("ratings").size() == 1);
        Visitor before = visitor();
        browser.find(".yours button.link").click();
        assertThat(browser.text(".my-data")).contains("kept in a file on the machine that runs this page");
        browser.screenshot("my-data");
        Axe.check(browser, "my data");
        browser.script("const real = URL.createObjectURL;"
                + " URL.createObjectURL = (blob) => { window.saved = blob; return real(blob); }");
        browser.find(".choices .plain").click();
        browser.until(
                "the copy", () -> browser.text(".my-data .told").startsWith("Saved as segue-my-data.json: 1 rating"));
        assertThat(browser.script("return window.saved.text().then((text) => JSON.parse(text).ratings.length)"))
                .isEqualTo(1L);

        browser.find(".choices > .plain:nth-child(2)").click();
        browser.find(".sure .plain").click();
        assertThat(before.get("/api/my-data").json().get("ratings")).hasSize(1);
        browser.find(".choices > .plain:nth-child(2)").click();
        browser.find(".danger").click();
        browser.until("the end of it", () -> browser.text(".my-data .told").startsWith("Deleted: 1 rating"));
        browser.screenshot("my-data-deleted");
        assertThat(before.get("/api/my-data").json().get("ratings")).isEmpty();
        assertThat(visitor().listener()).isNotEqualTo(before.listener());
        browser.find(".my-data form button").click();
        browser.until("the page anew", () -> browser.texts("#results .rate").size() == 10);
        assertThat(pressed(".like")).isEqualTo("false");
    }

    @Test
    void what_was_typed_is_kept_only_when_a_song_was_chosen_and_the_visitor_wants_it() {
        browser.open(page.url());
        browser.type("#q", "heloise amber lantern", Keys.ENTER);
        browser.until("buttons", () -> browser.texts("#results .rate").size() == 10);
        browser.until("the search", () -> stored().get("searches").size() == 1);
        assertThat(stored().at("/searches/0/typed").asText()).isEqualTo("heloise amber lantern");

        browser.find(".yours button.link").click();
        browser.find(".keep input").click();
        browser.press(Keys.ESCAPE);
        browser.type("#q", "tobias fenn", Keys.ENTER);
        browser.until("another song", () -> browser.text("#song .artists").equals("Tobias Fenn"));
        browser.script("document.dispatchEvent(new CustomEvent('segue:played', { detail: { song: 's3' } }))");
        browser.script("return new Promise((done) => setTimeout(done, 300))");
        assertThat(stored().get("searches")).hasSize(1);
        assertThat(stored().get("plays")).isEmpty();

        browser.find(".yours button.link").click();
        browser.find(".keep input").click();
        browser.script("document.dispatchEvent(new CustomEvent('segue:played', { detail: { song: 's3' } }))");
        browser.until("the play", () -> stored().get("plays").size() == 1);
    }

    @Test
    void two_visitors_never_see_each_others_state() {
        open("?id=s5");
        browser.find(FIRST + ".like").click();
        browser.until("the rating", () -> stored().get("ratings").size() == 1);
        browser.script("localStorage.clear()");
        open("?id=s5");
        assertThat(pressed(".like")).isEqualTo("false");
        assertThat(stored().get("ratings")).isEmpty();
    }

    @Test
    void a_page_that_keeps_nothing_offers_none_of_it() throws Exception {
        try (Page without =
                Page.start(InventedSongs.catalog(), PageOptions.defaults().withPort(0))) {
            browser.open(without.url() + "?id=s0");
            browser.until("songs", () -> browser.texts("#results .name").size() == 10);
            browser.script("return new Promise((done) => setTimeout(done, 300))");
            assertThat(browser.texts(".rate, .yours, .people, .taste")).isEmpty();
            browser.open(without.url() + "trial?id=s0");
            browser.until("the reason", () -> browser.text("#trouble").startsWith("This page keeps no feedback"));
            browser.complaints();
        }
    }

    @ParameterizedTest
    @CsvSource({"light,1280,900", "dark,1280,900", "light,360,740", "dark,360,740"})
    void it_looks_right_everywhere(String scheme, int width, int height) throws Exception {
        browser.media("prefers-color-scheme", scheme);
        browser.screen(width, height);
        open("?id=s0&n=5");
        browser.find(FIRST + ".like").click();
        browser.find("#results li:nth-child(2) .dislike").click();
        browser.type("#results li:nth-child(3) .grade", "8");
        browser.until("three ratings", () -> stored().get("ratings").size() >= 3);
        shown("ratings", scheme, width);
        browser.find(".yours button.link").click();
        shown("my-data", scheme, width);
        Visitor visitor = visitor();
        for (int i = 0; i < 3; i++) {
            JsonNode trial = visitor.post(
                            "/api/trials", Map.of("asked", "s9", "a", "sound/euclidean", "b", "sound/cosine"))
                    .json();
            visitor.post(
                    "/api/trials/answers", Map.of("id", trial.get("id").asText(), "leftScore", 3 + i, "rightScore", 7));
        }
        browser.open(page.url() + "trial?id=s9&a=sound/euclidean&b=sound/cosine");
        browser.until("two lists", () -> browser.texts(".songs li").size() == 10);
        shown("trial", scheme, width);
        browser.type("[name=leftScore]", "6");
        browser.type("[name=rightScore]", "6");
        browser.find("button.answer").click();
        browser.until("the names", () -> browser.text(".verdict").startsWith("So far"));
        shown("trial-names", scheme, width);
    }

    private static void shown(String what, String scheme, int width) throws Exception {
        browser.screenshot("opinions-%s-%s-%d".formatted(what, scheme, width));
        Axe.check(browser, "%s, %s, %d px".formatted(what, scheme, width));
        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .as("width of %s", what)
                .isLessThanOrEqualTo(width);
        assertThat(browser.complaints()).isEmpty();
    }
}
