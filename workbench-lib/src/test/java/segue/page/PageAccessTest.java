package segue.page;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state of the page in both themes, as axe sees it. */
class PageAccessTest {
    private static Page page;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.sharedOrSkip("the accessibility tests of the page");
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

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void the_landing_page_has_no_serious_violation(String scheme) {
        browser.media("prefers-color-scheme", scheme);
        browser.open(page.url());
        browser.until("the banner", () -> !browser.text("#catalog").isEmpty());
        Axe.check(browser);

        browser.type("#q", "amber");
        browser.until("completions", () -> !browser.texts("#options li").isEmpty());
        Axe.check(browser, "completions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void recommendations_have_no_serious_violation(String scheme) {
        browser.media("prefers-color-scheme", scheme);
        for (String query : new String[] {"?id=s0", "?id=s0&view=dissimilar", "?id=markup"}) {
            browser.open(page.url() + query);
            browser.until(
                    "recommendations", () -> browser.texts("#results .name").size() >= 5);
            browser.script("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
            Axe.check(browser);
        }
    }
}
