package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Around the songs: where to begin, what was lately, sharing, keys, and a page that is busy. */
class PageVisitTest {
    /** Refuses so many questions for recommendations as a busy page does. */
    private static final String BUSY = """
            const real = window.fetch;
            let left = arguments[0];
            window.fetch = (url, options) => {
              if (!String(url).startsWith("api/recommend") || left-- <= 0) {
                return real(url, options);
              }
              const body = JSON.stringify({ error: { code: "busy", message: "The page is busy.", hint: "Ask again." } });
              return Promise.resolve(new Response(body, { status: 503, headers: { "Retry-After": "1" } }));
            };
            """;

    private static Page page;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.sharedOrSkip("the tests of visits to the page");
        page = Page.start(InventedSongs.catalog(), PageOptions.defaults().withPort(0));
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

    private static List<String> songs() {
        return browser.texts("#results .name");
    }

    private static void open(String query) {
        browser.open(page.url() + query);
        browser.until("recommendations", () -> songs().size() == 10);
    }

    private static List<String> recent() {
        return browser.texts("#recent .name");
    }

    @Test
    void three_songs_of_the_catalogue_are_there_to_begin_with() {
        browser.open(page.url());
        browser.until("examples", () -> browser.texts("#examples .name").size() == 3);
        String first = browser.text("#examples .name");
        assertThat(recent()).isEmpty();

        browser.find("#examples a").click();

        browser.until(
                "its songs",
                () -> songs().size() == 10 && browser.text("#song h2").equals(first));
        assertThat(browser.focused()).isEqualTo("song-name");
    }

    @Test
    void the_songs_that_were_started_from_are_remembered_here_and_can_be_forgotten() {
        open("?id=s0");
        open("?id=s5");
        open("?id=s0");
        browser.find("#home").click();
        browser.until("the latest first", () -> recent().equals(List.of("Amber Lantern", "Olive Lantern")));

        browser.find("#recent .remove").click();
        assertThat(recent()).containsExactly("Olive Lantern");
        browser.reload();
        browser.until("the other one", () -> recent().equals(List.of("Olive Lantern")));
        browser.find("#recent-clear").click();
        assertThat(browser.find("#recent").isDisplayed()).isFalse();
        assertThat(browser.focused()).isEqualTo("q");
    }

    @Test
    void share_copies_the_address_with_all_that_was_asked() {
        open("?id=s0&less=s3&vary=0.3");
        browser.script(
                "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })");
        browser.find("#share").click();

        browser.until("the word", () -> browser.text("#share").equals("Address copied"));
        assertThat(browser.script("return window.copied")).isEqualTo(page.url() + "?id=s0&less=s3&vary=0.3");
        browser.until("the old label", () -> browser.text("#share").equals("Share"));
    }

    @Test
    void where_the_clipboard_is_not_allowed_the_address_is_shown_to_be_copied() {
        open("?id=s0");
        browser.script("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        browser.find("#share").click();

        browser.until("the address", () -> "address".equals(browser.focused()));
        assertThat(browser.find("#address").getDomProperty("value")).isEqualTo(page.url() + "?id=s0");
        assertThat(browser.script("return getSelection().toString()")).isEqualTo(page.url() + "?id=s0");
    }

    @Test
    void a_phone_shares_in_its_own_way() {
        open("?id=s0");
        browser.script("""
                window.matchMedia = (query) => ({ matches: query === "(pointer: coarse)" });
                navigator.share = async (what) => { window.shared = what.url; };
                """);
        browser.find("#share").click();
        browser.until("the address", () -> (page.url() + "?id=s0").equals(browser.script("return window.shared")));
    }

    @Test
    void a_question_mark_tells_the_keys_and_escape_leads_back() {
        open("?id=s0");
        browser.find("#results .name").sendKeys("?");
        browser.until("the dialog", () -> browser.find("#keys").isDisplayed());
        assertThat(browser.texts("#keys-list dd")).contains("More like the song", "Search");
        browser.press(Keys.ESCAPE);
        browser.until("no dialog", () -> !browser.find("#keys").isDisplayed());
        assertThat(browser.script("return document.activeElement.className")).isEqualTo("name");
    }

    @Test
    void single_keys_go_through_the_songs_and_steer() {
        open("?id=s0");
        List<String> before = songs();
        browser.press("j");
        browser.press("j");
        assertThat(browser.script("return document.activeElement.textContent")).isEqualTo(before.get(1));
        browser.press("k");
        browser.press("l");
        browser.until(
                "less like it",
                () -> browser.texts("#steering .unwanted .text").equals(List.of("less like " + before.getFirst())));
        browser.press("x");
        browser.until("the most different", () -> browser.address().contains("view=dissimilar"));
    }

    @Test
    void who_wants_no_single_keys_turns_them_off() {
        open("?id=s0");
        browser.find("#keys-open").click();
        browser.find(".switch:has(#keys-on)").click();
        browser.find("#keys button").click();
        browser.press("x");
        browser.press("j");
        browser.reload();
        browser.until("recommendations", () -> songs().size() == 10);
        browser.press("x");

        assertThat(browser.address()).isEqualTo(page.url() + "?id=s0");
    }

    @Test
    void typing_into_a_field_is_no_shortcut() {
        open("?id=s0");
        browser.type("#q", "xjt?");
        assertThat(browser.find("#q").getDomProperty("value")).isEqualTo("xjt?");
        assertThat(browser.address()).isEqualTo(page.url() + "?id=s0");
    }

    @Test
    void a_busy_page_is_asked_again_and_that_is_said() {
        open("?id=s0");
        browser.script(BUSY, 2);
        browser.find("#tab-dissimilar").click();

        browser.until("the word", () -> browser.text("#waiting").startsWith("Many are asking just now."));
        browser.until(
                "songs", () -> songs().size() == 10 && !browser.find("#waiting").isDisplayed());
        assertThat(browser.find("#trouble").isDisplayed()).isFalse();
    }

    @Test
    void where_it_stays_busy_a_button_asks_again() {
        open("?id=s0");
        browser.script(BUSY, 4);
        browser.find("#tab-dissimilar").click();
        browser.until("the message", () -> browser.text("#trouble").startsWith("The page is busy."));
        assertThat(browser.find("#waiting").isDisplayed()).isFalse();

        browser.find("#trouble button").click();

        browser.until(
                "songs", () -> songs().size() == 10 && !browser.find("#trouble").isDisplayed());
    }
}
