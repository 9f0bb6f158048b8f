package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.feedback.EmailAddress;
import segue.feedback.FeedbackStore;
import segue.feedback.Listener;
import segue.feedback.sql.DatabaseAddress;

/** Links in digests that end them. */
class UnsubscribeTest {
    @TempDir
    private Path folder;

    private FeedbackStore store;
    private Page page;
    private String address;

    @BeforeEach
    void subscribe() throws Exception {
        DatabaseAddress database = DatabaseAddress.in(folder);
        store = FeedbackStore.open(database);
        String token = store.subscriptions()
                .subscribe(Listener.random(), new EmailAddress("ada@example.org"))
                .token();
        page = Page.start(
                InventedSongs.catalog(), PageOptions.defaults().withPort(0).withDatabase(database));
        address = "/unsubscribe?token=" + token;
    }

    @AfterEach
    void close() {
        page.close();
        store.close();
    }

    private Http.Answer post(String path) throws Exception {
        return new Http(page).method("POST", path);
    }

    @Test
    void following_the_link_only_asks() throws Exception {
        Http.Answer asked = new Http(page).get(address);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("No more digests?", "<form method=\"post\">");
        assertThat(store.subscriptions().all()).hasSize(1);
    }

    @Test
    void posting_ends_it_and_twice_does_no_harm() throws Exception {
        assertThat(post(address).body()).contains("the address is deleted here");
        assertThat(store.subscriptions().all()).isEmpty();
        assertThat(post(address).body()).contains("it was used before");
    }

    @Test
    void a_link_of_nobody_ends_nothing() throws Exception {
        assertThat(post("/unsubscribe?token=%3Cb%3Enonsense").body())
                .contains("none of this page's")
                .doesNotContain("<b>");
        assertThat(post("/unsubscribe").status()).isEqualTo(400);
        assertThat(store.subscriptions().all()).hasSize(1);
    }

    @Test
    void a_person_presses_the_button() throws Exception {
        Browser browser = Browser.sharedOrSkip("the browser test of ending digests");
        browser.reset(page.url());
        browser.open(page.url() + address.substring(1));
        Axe.check(browser);
        browser.screenshot("unsubscribe-light-1280");
        browser.find("main button").click();
        browser.until("the end", () -> browser.text("h1").equals("No more digests"));
        assertThat(store.subscriptions().all()).isEmpty();
    }
}
