package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the page looks on every screen, and what it shows when something is slow, wrong or gone. */
class PageLooksTest {
    /** Texts whose contrast with the first opaque background behind them is under WCAG AA's 4.5. */
    private static final String FAINT_TEXTS = """
            const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
            const rgba = (colour) => {
              canvas.clearRect(0, 0, 1, 1);
              canvas.fillStyle = colour;
              canvas.fillRect(0, 0, 1, 1);
              return [...canvas.getImageData(0, 0, 1, 1).data];
            };
            const luminance = (colour) => {
              const [r, g, b] = colour.slice(0, 3).map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const behind = (node) => {
              for (let n = node; n; n = n.parentElement) {
                const colour = rgba(getComputedStyle(n).backgroundColor);
                if (colour[3] === 255) return colour;
              }
              return rgba("white");
            };
            const faint = [];
            let seen = 0;
            for (const node of document.querySelectorAll("body *")) {
              const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim() !== "");
              if (!own || !node.checkVisibility({ opacityProperty: true })) continue;
              seen++;
              const [light, dark] = [luminance(rgba(getComputedStyle(node).color)), luminance(behind(node))].sort((a, b) => b - a);
              const contrast = (light + 0.05) / (dark + 0.05);
              if (contrast < 4.5) faint.push(`${contrast.toFixed(2)} ${node.className || node.tagName}: ${node.textContent}`);
            }
            return seen < 20 ? ["only " + seen + " texts were looked at"] : faint;
            """;

    /** Elements that reach over the right edge. Not measured: what is decoration, or hidden from sight. */
    private static final String TOO_WIDE = """
            const width = arguments[0];
            const wide = [...document.querySelectorAll("html, body *")]
              .filter((e) => !e.closest(".waves, .unseen, .skip, #popup"))
              .filter((e) => e.getBoundingClientRect().right > width + 1)
              .map((e) => e.outerHTML.slice(0, 80));
            return document.documentElement.scrollWidth > width ? ["the page scrolls", ...wide] : wide;
            """;

    private static Page page;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.sharedOrSkip("the tests of the page's looks");
        page = Page.start(
                InventedSongs.catalog(), PageOptions.defaults().withPort(0).withWorkers(1));
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
        browser.until("recommendations", () -> browser.texts("#results .name").size() >= 5);
    }

    private static String paper() {
        return (String) browser.script("return getComputedStyle(document.body).backgroundColor");
    }

    @ParameterizedTest
    @CsvSource({"360,640", "320,568", "768,1024", "1024,700", "1280,900", "1920,1080"})
    void nothing_has_to_be_scrolled_sideways(int width, int height) {
        browser.screen(width, height);
        for (String query : List.of("", "?id=s0&n=20", "?id=markup&view=dissimilar")) {
            browser.open(page.url() + query);
            if (!query.isEmpty()) {
                browser.until(
                        "recommendations", () -> browser.texts("#results .name").size() >= 5);
                browser.script("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
                browser.until("tables", () -> !browser.texts("#results table").isEmpty());
            }
            assertThat(
                            browser.script(
                                    "return [...document.querySelectorAll('body *')].filter((e) => !e.closest('.waves, .unseen, .skip, .popup') && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 80))"))
                    .as("wider than %d px at %s", width, query)
                    .isEqualTo(List.of());
            assertThat(browser.script(TOO_WIDE, width))
                    .as("wider than %d px at %s", width, query)
                    .isEqualTo(List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void every_text_has_enough_contrast(String scheme) {
        browser.media("prefers-color-scheme", scheme);
        for (String query : List.of("?id=s0", "?id=s0&view=dissimilar")) {
            open(query);
            browser.script("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
            browser.type("#q", "amber");
            browser.until("completions", () -> !browser.texts("#options li").isEmpty());
            assertThat(browser.script(FAINT_TEXTS)).as("%s %s", scheme, query).isEqualTo(List.of());
        }
    }

    @Test
    void the_theme_follows_the_system_until_one_is_chosen_and_the_choice_is_remembered() {
        browser.open(page.url());
        String light = paper();
        browser.media("prefers-color-scheme", "dark");
        String dark = paper();
        assertThat(dark).isNotEqualTo(light);

        browser.find("#theme").click();
        assertThat(paper()).isEqualTo(light);
        browser.reload();
        assertThat(paper()).as("after a reload, on a dark system").isEqualTo(light);
        browser.find("#theme").click();
        assertThat(paper()).isEqualTo(dark);
    }

    @Test
    void the_page_says_that_an_answer_is_on_its_way() throws Exception {
        try (Busy _ = Busy.keep(page, 1)) {
            browser.open(page.url() + "?id=s0");
            browser.until(
                    "the waiting state",
                    () -> "true".equals(browser.find("#panel").getDomAttribute("aria-busy")));
            assertThat(browser.find(".ghost").isDisplayed()).isTrue();
        }
        browser.until("recommendations", () -> browser.texts("#results .name").size() == 10);
        assertThat(browser.find("#panel").getDomAttribute("aria-busy")).isEqualTo("false");
    }

    @Test
    void a_link_to_a_song_that_is_not_here_says_so() {
        browser.open(page.url() + "?id=from-elsewhere");

        browser.until("the message", () -> browser.text("#trouble").startsWith("This catalogue has no such song."));
        assertThat(browser.find("#song").isDisplayed()).isFalse();
        assertThat(browser.find("#q").isDisplayed()).isTrue();
    }

    @Test
    void a_server_that_is_gone_is_noticed_and_so_is_its_return() throws Exception {
        Page passing =
                Page.start(InventedSongs.catalog(), PageOptions.defaults().withPort(0));
        try {
            browser.open(passing.url() + "?id=s0");
            browser.until(
                    "recommendations", () -> browser.texts("#results .name").size() == 10);
            passing.close();
            browser.find("#tab-dissimilar").click();
            browser.until("the warning", () -> browser.text("#gone").contains("does not answer"));

            passing = Page.start(
                    InventedSongs.catalog(),
                    PageOptions.defaults().withPort(URI.create(passing.url()).getPort()));
            browser.until(
                    "the page going on",
                    () -> !browser.find("#gone").isDisplayed()
                            && browser.texts("#results .name").size() == 10);
        } finally {
            passing.close();
        }
    }

    @Test
    void whoever_wants_less_motion_gets_none() {
        browser.open(page.url());
        String animation = "return getComputedStyle(document.querySelector('.progress'), '::after').animationName";
        assertThat(browser.script(animation)).isEqualTo("run");

        browser.media("prefers-reduced-motion", "reduce");

        assertThat(browser.script(animation)).isEqualTo("none");
    }
}
