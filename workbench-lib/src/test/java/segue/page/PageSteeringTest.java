package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** More and less like a song, the dial, and the filters, in a real browser. */
class PageSteeringTest {
    private static Page page;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.sharedOrSkip("the tests of what steers the page's answers");
        page = Page.start(InventedSongs.catalog(), PageOptions.defaults().withPort(0));
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            page.close();
        }
    }

    @BeforeEach
    void openThePage() {
        browser.reset(page.url());
        browser.open(page.url() + "?id=s0");
        browser.until("recommendations", () -> songs().size() == 10);
    }

    @AfterEach
    void thePageComplainedOfNothing() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static List<String> songs() {
        return browser.texts("#results .name");
    }

    private static List<String> chips() {
        return browser.texts("#steering .text");
    }

    private static String idOf(int place) {
        return (String)
                browser.script("return document.querySelectorAll('#results .result')[arguments[0]].dataset.id", place);
    }

    private static void press(String css) {
        List<String> before = songs();
        browser.find(css).click();
        browser.until("other songs", () -> !songs().equals(before) && settled());
    }

    private static boolean settled() {
        return "false".equals(browser.find("#panel").getDomAttribute("aria-busy"));
    }

    @Test
    void less_like_a_song_takes_it_away_and_a_chip_brings_it_back() {
        List<String> before = songs();
        String id = idOf(0);

        press("#results .result [data-side=less]");

        assertThat(songs()).doesNotContain(before.getFirst());
        assertThat(chips()).containsExactly("like " + InventedSongs.FIRST_NAME, "less like " + before.getFirst());
        assertThat(browser.address()).isEqualTo(page.url() + "?id=s0&less=" + id);
        assertThat(browser.text("#left-out"))
                .startsWith("Left out: ")
                .contains(" more like what there should be less of");
        browser.until(
                "what changed, for those who listen",
                () -> browser.find("#announce").getDomProperty("textContent").contains("of them are new")
                        && browser.find("#announce")
                                .getDomProperty("textContent")
                                .startsWith("10 songs most similar to " + InventedSongs.FIRST_NAME + ", less like "
                                        + before.getFirst()));
        press("#steering .unwanted .remove");
        assertThat(songs()).isEqualTo(before);
        assertThat(chips()).isEmpty();
        assertThat(browser.address()).isEqualTo(page.url() + "?id=s0");
    }

    @Test
    void more_like_a_song_makes_it_a_second_start_and_the_first_may_go() {
        String second = songs().getFirst();
        String id = idOf(0);

        press("#results .result [data-side=more]");

        assertThat(chips()).containsExactly("like " + InventedSongs.FIRST_NAME, "like " + second);
        assertThat(browser.texts("#results .like")).contains("like " + second + ":");
        assertThat(browser.text("#song h2")).isEqualTo(InventedSongs.FIRST_NAME);
        assertThat(browser.script("return document.activeElement.dataset.side"))
                .as("the focus stays at its place in the list")
                .isEqualTo("more");
        press("#steering .start .remove");
        assertThat(browser.text("#song h2")).isEqualTo(second);
        assertThat(browser.address()).isEqualTo(page.url() + "?id=" + id);
    }

    @Test
    void back_leads_to_the_songs_before_and_another_start_forgets_the_steering() {
        List<String> before = songs();
        press("#results .result [data-side=less]");
        browser.back();
        browser.until("the songs before", () -> songs().equals(before));
        assertThat(chips()).isEmpty();

        press("#results .result [data-side=more]");
        browser.find("#results .name").click();
        browser.until(
                "one start",
                () -> chips().isEmpty() && settled() && !browser.address().contains("more="));
    }

    @Test
    void the_dial_turns_by_keys_and_leaves_one_place_to_go_back_to() {
        List<String> before = songs();
        browser.find("#vary").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.until("varied songs", () -> browser.address().endsWith("?id=s0&vary=0.4") && settled());
        assertThat(songs()).hasSize(10).isNotEqualTo(before);
        assertThat(browser.find("#vary").getDomAttribute("aria-valuetext")).isEqualTo("40% variety");

        browser.back();
        browser.until("the songs before", () -> songs().equals(before));
        assertThat(browser.find("#vary").getDomProperty("value")).isEqualTo("0");
        browser.find("#tab-dissimilar").click();
        browser.until(
                "no dial for what is different", () -> !browser.find("#dial").isDisplayed());
    }

    @Test
    void years_are_checked_asked_for_and_taken_away_again() {
        browser.find("#fold").click();
        assertThat(browser.find("#from").getDomAttribute("placeholder")).isEqualTo("1990");
        browser.type("#from", "2000", Keys.TAB);
        browser.until("nothing left", () -> browser.find("#none").isDisplayed());
        assertThat(browser.text("#none"))
                .contains("No song is left")
                .contains("2000 or more leaves nothing of 242 songs");
        browser.type("#to", "1990", Keys.TAB);
        browser.until("the mistake", () -> browser.text("#years-wrong").equals("The years end before they begin."));
        assertThat(browser.find("#to").getDomAttribute("aria-invalid")).isEqualTo("true");
        browser.find("#from").clear();
        browser.type("#from", "1990", Keys.TAB);
        browser.until("songs of 1990", () -> songs().size() == 10 && settled());

        assertThat(browser.texts("#results .by")).allMatch(by -> by.endsWith("· 1990"));
        assertThat(chips()).containsExactly("1990");
        assertThat(browser.text("#fold")).isEqualTo("Options (1)");
        assertThat(browser.address()).endsWith("?id=s0&years=1990-1990");
        assertThat(browser.text("#left-out")).contains("of another year (").contains(" unknown)");
        browser.find("#steering .remove").click();
        browser.until("no filter", () -> chips().isEmpty() && browser.address().endsWith("?id=s0"));
        assertThat(browser.find("#from").getDomProperty("value")).isEmpty();
    }

    @Test
    void where_nothing_is_left_one_button_takes_all_back() {
        browser.open(page.url() + "?id=s0&years=1800-1801&less=s3");
        browser.until("nothing left", () -> browser.find("#none").isDisplayed());
        browser.find("#none button").click();
        browser.until("songs again", () -> songs().size() == 10);
        assertThat(browser.find("#none").isDisplayed()).isFalse();
        assertThat(browser.address()).isEqualTo(page.url() + "?id=s0");
    }

    @Test
    void new_artists_only_is_a_switch() {
        browser.find(".switch:has(#new-artists)").click();
        browser.until("the filter", () -> chips().equals(List.of("new artists only")) && settled());
        assertThat(browser.address()).endsWith("?id=s0&newArtists=true");
        assertThat(browser.find("#new-artists").isSelected()).isTrue();
        browser.reload();
        browser.until("the filter after a reload", () -> chips().equals(List.of("new artists only")));
    }

    @Test
    void what_no_song_tells_is_not_asked() {
        browser.find("#fold").click();
        assertThat(browser.find("#clean").isDisplayed()).isFalse();
        assertThat(browser.find("#known").isDisplayed()).isFalse();
        assertThat(browser.find("#years").isDisplayed()).isTrue();
    }

    @Test
    void nonsense_in_the_address_is_passed_over() {
        browser.open(page.url() + "?id=s0&vary=7&years=x&n=1000&less=s0&more=s0&metric=a&popularity=-&explicit=7");
        browser.until("recommendations", () -> songs().size() == 10);
        assertThat(chips()).isEmpty();
    }

    @Test
    void a_small_bar_stands_for_every_feature_with_a_mark_where_the_start_is() {
        assertThat(browser.script("return document.querySelectorAll('#results .result:first-child .column').length"))
                .isEqualTo(9L);
        assertThat((String) browser.script("return document.querySelector('#results .column').title"))
                .matches("Energy: \\d\\.\\d\\d, start \\d\\.\\d\\d");
    }
}
