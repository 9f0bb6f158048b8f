package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import segue.neighbors.Backend;

/** What a person does with the page, in a real browser. */
class PageBrowserTest {
    private static Page page;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.sharedOrSkip("the browser tests of the page");
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
        browser.open(page.url());
    }

    @AfterEach
    void thePageAskedNobodyElseAndComplainedOfNothing() throws IOException {
        List<String> asked = browser.requestedAddresses();
        assertThat(asked).isNotEmpty().allSatisfy(address -> assertThat(address).startsWith(page.url()));
        assertThat(browser.complaints()).isEmpty();
    }

    private static void open(String query) {
        browser.open(page.url() + query);
        browser.until("recommendations", () -> browser.texts("#results .name").size() >= 5);
    }

    private static List<String> songs() {
        return browser.texts("#results .name");
    }

    private static void search(String text) {
        browser.type("#q", text);
        browser.until("completions", () -> !browser.texts("#options li").isEmpty());
    }

    @Test
    void the_banner_says_whose_songs_these_are() {
        browser.until("the banner", () -> browser.text("#catalog").equals("242 songs · " + InventedSongs.SOURCE));
        assertThat(browser.find("h1").isDisplayed()).isTrue();
        assertThat(browser.find("#stage").isDisplayed()).isFalse();
    }

    @Test
    void typing_completes_to_songs_with_artist_and_year() {
        search("heloise amber lan");

        assertThat(browser.texts("#options .name").getFirst()).isEqualTo(InventedSongs.FIRST_NAME);
        assertThat(browser.texts("#options .by").getFirst()).startsWith(InventedSongs.FIRST_ARTIST);
        assertThat(browser.find("#q").getDomAttribute("aria-expanded")).isEqualTo("true");
    }

    @Test
    void the_slash_key_an_arrow_and_enter_choose_a_song() {
        browser.press("/");
        assertThat(browser.focused()).isEqualTo("q");
        search("northern quay");
        browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        assertThat(browser.find("#q").getDomAttribute("aria-activedescendant")).isEqualTo("option-1");
        assertThat(browser.find("#option-1").getDomAttribute("aria-selected")).isEqualTo("true");
        String chosen = browser.text("#option-1 .name");
        browser.press(Keys.ARROW_UP, Keys.ARROW_UP);
        assertThat(browser.find("#q").getDomAttribute("aria-activedescendant")).isEqualTo("option-7");
        browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER);

        browser.until("recommendations", () -> songs().size() == 10);
        assertThat(browser.text("#song h2")).isEqualTo(chosen);
        assertThat(browser.texts("#song .feature")).hasSize(9);
        assertThat(browser.texts("#results .score .number")).allMatch(text -> text.matches("\\d{1,3}% alike"));
        assertThat(browser.focused()).isEqualTo("song-name");
        assertThat(browser.title()).startsWith(chosen);
    }

    @Test
    void enter_right_after_typing_takes_the_best_song_as_soon_as_it_is_known() {
        browser.type("#q", "heloise amber lantern", Keys.ENTER);

        browser.until("recommendations", () -> songs().size() == 10);
        assertThat(browser.text("#song h2")).isEqualTo(InventedSongs.FIRST_NAME);
    }

    @Test
    void escape_closes_the_completions_and_then_clears_the_text() {
        search("amber");
        browser.press(Keys.ESCAPE);
        assertThat(browser.find("#popup").isDisplayed()).isFalse();
        assertThat(browser.find("#q").getDomProperty("value")).isEqualTo("amber");
        browser.press(Keys.ESCAPE);
        assertThat(browser.find("#q").getDomProperty("value")).isEmpty();
    }

    @Test
    void nonsense_says_that_nothing_was_found() {
        browser.type("#q", "qqqqxxxxzzzz");

        browser.until("the empty state", () -> browser.text("#nothing").contains("“qqqqxxxxzzzz”"));
        assertThat(browser.texts("#options li")).isEmpty();
    }

    @Test
    void an_answer_that_comes_late_does_not_replace_a_newer_one() {
        browser.script("""
                const real = window.fetch;
                window.fetch = (url, options) => {
                  if (!String(url).includes("q=teal&")) {
                    return real(url, options);
                  }
                  window.asked = true;
                  const later = new Promise((done) => setTimeout(done, 400));
                  return later.then(() => real(url)).finally(() => { window.late = true; });
                };
                """);
        browser.type("#q", "teal");
        browser.until("the first question", () -> Boolean.TRUE.equals(browser.script("return window.asked === true")));
        browser.type("#q", Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE);
        search("ivory");
        browser.until("the late answer", () -> Boolean.TRUE.equals(browser.script("return window.late === true")));

        browser.script("return new Promise((done) => setTimeout(done, 100))");
        assertThat(browser.texts("#options .name")).isNotEmpty().allMatch(name -> name.startsWith("Ivory"));
    }

    @Test
    void the_metric_the_number_and_the_kind_change_the_songs_and_the_address() {
        open("?id=s0");
        List<String> euclidean = songs();
        browser.find("#fold").click();
        browser.find("label:has([value=cosine])").click();
        browser.until("other songs", () -> !songs().equals(euclidean) && songs().size() == 10);
        browser.find("label:has([value='20'])").click();
        browser.until("twenty songs", () -> songs().size() == 20);
        List<String> similar = songs();
        browser.find("#tab-dissimilar").click();
        browser.until("dissimilar songs", () -> !songs().equals(similar) && songs().size() == 20);

        assertThat(browser.address()).isEqualTo(page.url() + "?id=s0&metric=cosine&n=20&view=dissimilar");
        assertThat(browser.find("#tab-dissimilar").getDomAttribute("aria-selected"))
                .isEqualTo("true");
        assertThat(browser.texts("#results summary")).allMatch(why -> why.startsWith("Differs"));
    }

    @Test
    void a_reload_keeps_the_state_and_back_leads_to_the_state_before() {
        open("?id=s0");
        List<String> before = songs();
        browser.find("#tab-dissimilar").click();
        browser.until("other songs", () -> !songs().equals(before));
        List<String> after = songs();
        browser.reload();
        browser.until("the same songs", () -> songs().equals(after));
        browser.back();
        browser.until("the songs before", () -> songs().equals(before));
        assertThat(browser.find("#tab-similar").getDomAttribute("aria-selected"))
                .isEqualTo("true");
        browser.back();
        browser.until(
                "the first view",
                () -> browser.find("h1").isDisplayed()
                        && !browser.find("#stage").isDisplayed());
    }

    @Test
    void a_click_on_a_recommendation_makes_it_the_start() {
        open("?id=s0");
        String next = songs().getFirst();
        browser.find("#results .name").click();

        browser.until("the next start", () -> browser.text("#song h2").equals(next));
        assertThat(browser.address()).contains("?id=s").isNotEqualTo(page.url() + "?id=s0");
    }

    @Test
    void a_reason_opens_to_the_shares_of_all_nine_features() {
        open("?id=s0");
        browser.find("#results summary").click();

        browser.until("the table", () -> browser.texts("#results tbody tr").size() == 9);
        int sum = browser.texts("#results tbody .share").stream()
                .mapToInt(text -> Integer.parseInt(text.replace("%", "")))
                .sum();
        assertThat(sum).isBetween(96, 104);
    }

    @Test
    void gpu_is_offered_where_it_is_there_and_otherwise_says_why_not() {
        open("?id=s0");
        browser.find("#fold").click();
        String reason = Backend.GPU.unavailableReason().orElse(null);

        assertThat(browser.find("#gpu").isEnabled()).isEqualTo(reason == null);
        if (reason != null) {
            assertThat(browser.text("#gpu-reason")).contains(reason);
            assertThat(browser.find("#gpu").getDomAttribute("aria-describedby")).isEqualTo("gpu-reason");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?id=markup", "?id=markup&view=dissimilar&n=20"})
    void a_name_that_is_markup_is_shown_as_text(String query) {
        open(query);

        assertThat(browser.text("#song h2")).isEqualTo(InventedSongs.MARKUP);
        assertThat(browser.text("#song .artists")).isEqualTo("Robert <b>Tables</b>");
        search("robert");
        assertThat(browser.texts("#options .name")).contains(InventedSongs.MARKUP);
        assertThat(browser.script("return document.querySelectorAll('main script, main img, main b, main i').length"))
                .isEqualTo(0L);
        assertThat(browser.title()).startsWith("<script>").isNotEqualTo("owned");
    }
}
