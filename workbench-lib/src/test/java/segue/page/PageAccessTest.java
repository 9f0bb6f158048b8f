package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every state of the page in both themes, on a desktop and a phone, as axe sees it; pictures of them are kept in
 * {@code target/screenshots}.
 */
class PageAccessTest {
    private static final String WIDE = """
            return [...document.querySelectorAll("body *")]
              .filter((e) => !e.closest(".waves, .unseen, .skip, #popup, .tag, .steering .text, .why .like") && e.getBoundingClientRect().right > innerWidth + 1)
              .map((e) => e.outerHTML.slice(0, 100));
            """;

    private static Page page;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.sharedOrSkip("the accessibility tests of the page");
        page = Page.start(OddSongs.catalog(), PageOptions.defaults().withPort(0));
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

    private static void at(String scheme, int width) {
        browser.media("prefers-color-scheme", scheme);
        browser.screen(width, width < 500 ? 740 : 900);
    }

    private static void open(String query) {
        browser.open(page.url() + query);
        browser.until("recommendations", () -> browser.texts("#results .name").size() >= 5);
    }

    private static void look(String flow, String scheme, int width) throws IOException {
        browser.screenshot(flow + "-" + scheme + "-" + width);
        Axe.check(browser, flow + " " + scheme + " " + width);
        assertThat(browser.script(WIDE)).as("wider than the page").isEqualTo(List.of());
        assertThat(
                        browser.script(
                                "const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i)"))
                .as("ids that are there twice")
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({"light,1280", "dark,1280", "light,360", "dark,360"})
    void the_landing_page_and_its_completions(String scheme, int width) throws IOException {
        open("?id=s5");
        open("?id=s0");
        at(scheme, width);
        browser.open(page.url());
        browser.until("the banner", () -> !browser.text("#catalog").isEmpty());
        look("landing", scheme, width);

        browser.type("#q", "amber");
        browser.until("completions", () -> !browser.texts("#options li").isEmpty());
        look("search", scheme, width);
    }

    @ParameterizedTest
    @CsvSource({"light,1280", "dark,1280", "light,360", "dark,360"})
    void the_most_similar_and_the_most_different_songs(String scheme, int width) throws IOException {
        at(scheme, width);
        open("?id=s1");
        look("similar", scheme, width);
        browser.find("#results summary").click();
        browser.until("the table", () -> browser.texts("#results tbody tr").size() == 9);
        look("why", scheme, width);
        open("?id=s1&view=dissimilar&n=5");
        look("different", scheme, width);
    }

    @ParameterizedTest
    @CsvSource({"light,1280", "dark,1280", "light,360", "dark,360"})
    void steered_songs_with_all_options_open(String scheme, int width) throws IOException {
        at(scheme, width);
        open("?id=s1&more=s2&less=s9&less=s30&years=1990-1999&vary=0.4&n=5");
        browser.find("#fold").click();
        look("steered", scheme, width);
    }

    @ParameterizedTest
    @CsvSource({"light,1280", "dark,360"})
    void names_that_are_markup_long_or_written_from_right_to_left(String scheme, int width) throws IOException {
        at(scheme, width);
        for (String id : new String[] {"long", "unbroken", "arabic", "markup"}) {
            open("?id=" + id + "&more=s0&less=" + (id.equals("long") ? "unbroken" : "long") + "&n=5");
            look("names-" + id, scheme, width);
        }
        assertThat(browser.script("return getComputedStyle(document.querySelector('#results [dir=auto]')).direction"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"light,1280", "dark,1280", "light,360", "dark,360"})
    void nothing_left_no_such_song_and_the_keys(String scheme, int width) throws IOException {
        at(scheme, width);
        browser.open(page.url() + "?id=s0&years=1800-1801");
        browser.until("nothing left", () -> browser.find("#none").isDisplayed());
        look("none", scheme, width);
        browser.open(page.url() + "?id=from-elsewhere");
        browser.until("the message", () -> browser.find("#trouble").isDisplayed());
        look("unknown", scheme, width);
        browser.press("?");
        browser.until("the dialog", () -> browser.find("#keys").isDisplayed());
        look("keys", scheme, width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?id=s1&more=s2&less=s9&n=5"})
    void at_twice_the_size_nothing_is_cut_off(String query) throws IOException {
        browser.screen(640, 450);
        browser.open(page.url() + query);
        browser.until("the banner", () -> !browser.text("#catalog").isEmpty());
        look(query.isEmpty() ? "landing-zoomed" : "steered-zoomed", "light", 640);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?id=s1&more=s2&less=s9&n=5"})
    void with_colours_of_the_system_bars_and_switches_are_seen(String query) throws IOException {
        browser.media("forced-colors", "active");
        browser.open(page.url() + query);
        browser.until("the banner", () -> !browser.text("#catalog").isEmpty());
        browser.screenshot((query.isEmpty() ? "landing" : "steered") + "-forced-1280");
        if (!query.isEmpty()) {
            browser.until(
                    "recommendations", () -> browser.texts("#results .name").size() >= 5);
            assertThat(
                            browser.script(
                                    "const of = (css) => getComputedStyle(document.querySelector(css)).backgroundColor; return of('.fill') !== of('.meter')"))
                    .isEqualTo(true);
            browser.screenshot("steered-forced-1280");
        }
    }
}
