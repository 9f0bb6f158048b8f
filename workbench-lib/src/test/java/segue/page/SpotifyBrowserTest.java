package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.recommend.Recommender;
import segue.spotify.access.SignIn;
import segue.spotify.access.SpotifySettings;
import segue.spotify.sample.SampleAccount;
import segue.spotify.sample.SampleAccount.Answer;

/** From an invented Spotify account to a playlist in it, in a real browser; Spotify's own pages are never asked for. */
class SpotifyBrowserTest {
    private static final Recommender RECOMMENDER = Recommender.of(Catalog.sample());
    private static final String WIDER_THAN_THE_SCREEN = "return document.documentElement.scrollWidth > innerWidth";

    private static Browser browser;

    @TempDir
    private Path folder;

    private SampleAccount account;
    private Page page;

    @BeforeAll
    static void browser() throws IOException {
        browser = Browser.sharedOrSkip("the browser tests of Spotify on the page");
    }

    @BeforeEach
    void start() throws IOException {
        account = SampleAccount.start();
        open(account.settings());
    }

    private void open(SpotifySettings settings) throws IOException {
        page = Page.start(RECOMMENDER, PageOptions.defaults().withPort(0).withSpotify(settings));
        browser.reset(page.url());
    }

    @AfterEach
    void nobodyElseWasAskedAndNothingComplainedOf() throws IOException {
        assertThat(browser.requestedAddresses())
                .as("asked by the page itself")
                .noneMatch(address -> address.contains("spotify.com"));
        assertThat(browser.complaints()).isEmpty();
        page.close();
        account.close();
    }

    private void openSignedIn() {
        SignIn.to(account.settings(), account::agree);
        browser.open(page.url() + "spotify");
        browser.until("the form", () -> browser.find("#draw").isDisplayed());
    }

    private void draw() {
        browser.find("#draw").click();
        browser.until("the songs", () -> browser.texts(".drawn li").size() == 50);
    }

    private void look(String state) throws IOException {
        for (String scheme : List.of("light", "dark")) {
            browser.media("prefers-color-scheme", scheme);
            for (int width : new int[] {1280, 360}) {
                browser.screen(width, 800);
                assertThat(browser.script(WIDER_THAN_THE_SCREEN))
                        .as("%s at %d px", state, width)
                        .isEqualTo(false);
                browser.screenshot("spotify-%s-%s-%d".formatted(state, scheme, width));
            }
            Axe.check(browser, state + ", " + scheme);
        }
        browser.screen(1280, 900);
        browser.media("prefers-color-scheme", "light");
    }

    @Test
    void the_header_leads_to_the_account_and_back() throws IOException {
        browser.open(page.url());
        browser.until("the link", () -> browser.texts(".to-spotify").equals(List.of("Spotify")));
        browser.screen(360, 800);
        assertThat(browser.script(WIDER_THAN_THE_SCREEN)).isEqualTo(false);
        browser.screenshot("spotify-link-light-360");
        browser.find(".to-spotify").click();
        browser.until("the account", () -> browser.text("#account h2").equals("Connect your account"));
        browser.find(".to-map").click();
        browser.until("the songs", () -> browser.find("#q").isDisplayed());
    }

    @Test
    void signing_in_opens_spotifys_page_in_a_tab_of_its_own_and_goes_on_when_it_is_agreed_to() throws IOException {
        browser.open(page.url() + "spotify");
        browser.until("the button", () -> browser.texts("#account button").equals(List.of("Sign in to Spotify")));
        look("signed-out");

        // The sample account agrees at once, as a person would in the other tab.
        browser.find("#account button").click();

        browser.until(
                "the sign-in", () -> browser.text(".who").startsWith("Signed in to Spotify as Segue Listener until"));
        assertThat(browser.find("#draw").isDisplayed()).isTrue();
        browser.closeOtherTabs();
    }

    @Test
    void drawn_songs_are_looked_at_first_and_made_into_a_playlist_only_then() throws IOException {
        openSignedIn();
        look("start");
        draw();

        assertThat(browser.text("#match-title")).isEqualTo("105 of your 113 songs are in this catalogue");
        assertThat(browser.texts(".counts dd")).containsExactly("91", "11", "3", "8");
        assertThat(browser.texts(".tastes h3").size()).isGreaterThan(2);
        assertThat(account.made()).isEmpty();
        browser.script("document.querySelectorAll('#mix details').forEach((one, i) => { one.open = i < 3; })");
        look("mix");

        browser.find("#make").click();
        browser.until("the playlist", () -> browser.text("#made-title").contains("is in your account"));

        assertThat(browser.text("#made-title")).isEqualTo("“Segue: Liked songs” is in your account");
        assertThat(account.made()).hasSize(1);
        assertThat(browser.find("#made a").getDomAttribute("href")).startsWith("https://open.spotify.com/playlist/");
        assertThat(browser.texts("iframe")).as("only after a click").isEmpty();
        look("made");
    }

    @Test
    void spotifys_player_is_asked_for_by_a_click_and_let_in_by_the_pages_policy() throws IOException {
        openSignedIn();
        draw();
        browser.find("#make").click();
        browser.until("the playlist", () -> browser.text("#made-title").contains("is in your account"));
        // Where nothing is to be asked of others, the frame gets an empty page of Spotify's host.
        browser.block("https://open.spotify.com/*");
        try {
            browser.find("#made button").click();
            browser.until(
                    "the frame",
                    () -> browser.script("return document.querySelectorAll('#made iframe').length")
                            .equals(1L));

            assertThat(browser.find("#made iframe").getDomAttribute("src"))
                    .startsWith("https://open.spotify.com/embed/playlist/");
            browser.until(
                    "the request",
                    () -> asked().stream()
                            .anyMatch(address -> address.startsWith("https://open.spotify.com/embed/playlist/")));
            assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("Content Security Policy"));
        } finally {
            browser.open(page.url() + "spotify");
            browser.block();
        }
        browser.requestedAddresses();
        browser.complaints();
    }

    private static List<String> asked() {
        try {
            return browser.requestedAddresses();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void a_name_that_is_taken_is_told_of_and_one_more_made_where_that_is_meant() throws IOException {
        openSignedIn();
        draw();
        browser.find("#make").click();
        browser.until("the playlist", () -> browser.text("#made-title").contains("is in your account"));
        draw();

        browser.until("the button", () -> !browser.texts("#make").isEmpty());
        browser.find("#make").click();
        browser.until(
                "the warning",
                () -> browser.text("#not-made").startsWith("Your account has a playlist 'Segue: Liked songs' already"));
        look("already-there");
        assertThat(account.made()).hasSize(1);
        browser.find("#not-made button").click();

        browser.until("the playlist", () -> browser.text("#made-title").contains("is in your account"));
        assertThat(account.made()).hasSize(2);
    }

    @Test
    void waiting_for_spotify_is_shown_and_can_be_cancelled() throws IOException {
        openSignedIn();
        account.next("/v1/me/tracks", Answer.busy(60));
        browser.find("#draw").click();
        browser.until("the wait", () -> browser.text("#doing").contains("Spotify asks to wait 60 s"));
        look("working");

        browser.find("#cancel").click();

        browser.until("the form", () -> browser.find("#draw").isDisplayed());
        assertThat(browser.find("#trouble").isDisplayed()).isFalse();
    }

    @Test
    void a_job_is_found_again_after_a_reload() {
        openSignedIn();
        account.next("/v1/me/tracks", Answer.busy(2));
        browser.find("#draw").click();
        browser.until("the wait", () -> browser.text("#doing").contains("asks to wait"));

        browser.reload();

        browser.until("the songs", () -> browser.texts(".drawn li").size() == 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"revoked", "busy", "forbidden", "nothing"})
    void what_goes_wrong_is_a_sentence(String what) throws IOException {
        openSignedIn();
        String sentence = switch (what) {
            case "revoked" -> {
                account.revoke();
                yield "Spotify no longer takes the sign-in: it has ended, or was revoked. Sign in again.";
            }
            case "busy" -> {
                account.next("/v1/me/tracks", Answer.busy(7_200));
                yield "Spotify has had too many requests from this app and asks to wait 2 h 0 min.";
            }
            case "forbidden" -> {
                account.next("/v1/me", Answer.error(403, "User not registered in the Developer Dashboard"));
                yield "This account is not among the five that the app may serve";
            }
            default -> {
                account.like(List.of("2Elsewhere000000000000"));
                yield "Nothing was made: of 1 songs in 'Liked songs' 0 are in";
            }
        };

        browser.find("#draw").click();

        browser.until("the sentence", () -> browser.text("#trouble").startsWith(sentence));
        look("trouble-" + what);
        if (what.equals("revoked")) {
            assertThat(browser.texts("#account button")).containsExactly("Sign in to Spotify");
        }
    }

    @Test
    void a_link_that_is_none_is_refused_with_what_to_do() {
        openSignedIn();
        browser.find(".sources label:nth-of-type(3)").click();
        browser.type("#link", "https://open.spotify.com/album/dSaUlSKQbWBUGycMNfVF8Y");
        browser.find("#draw").click();

        browser.until(
                "the refusal", () -> browser.text("#trouble").contains("is a link to an album, not to a playlist"));
        assertThat(browser.text("#trouble")).endsWith("Take it from Spotify: Share, Copy link to playlist.");
        // The browser itself notes the 400.
        browser.complaints();
    }

    @Test
    void signing_out_asks_for_nothing_else() {
        openSignedIn();
        browser.find("#account button").click();

        browser.until("signed out", () -> browser.texts("#account button").equals(List.of("Sign in to Spotify")));
        assertThat(browser.text("#account .note")).startsWith("Segue is signed out on this machine.");
        assertThat(browser.find("#start").isDisplayed()).isFalse();
        assertThat(account.settings().tokenFile()).doesNotExist();
    }

    @Test
    void without_a_client_id_the_page_says_how_to_get_one() throws IOException {
        page.close();
        open(account.settings(folder.resolve("none.json")));
        browser.open(page.url() + "spotify");

        browser.until(
                "the way",
                () -> browser.text("#account")
                        .contains("Make an app of your own at https://developer.spotify.com/dashboard"));
        look("not-configured");
    }

    @Test
    void a_page_without_spotify_says_why_and_shows_no_link() throws IOException {
        page.close();
        page = Page.start(RECOMMENDER, PageOptions.defaults().withPort(0));
        browser.reset(page.url());
        browser.open(page.url() + "spotify");
        browser.until("the reason", () -> browser.text("#account h2").equals("This page was started without Spotify."));
        // The browser itself notes the 404.
        browser.complaints();

        browser.open(page.url());
        browser.until("the page", () -> !browser.text("#catalog").isEmpty());
        assertThat(browser.texts(".to-spotify")).isEmpty();
    }
}
