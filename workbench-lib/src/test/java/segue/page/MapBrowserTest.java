package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.page.map.DrawnMap;

/** The way from a song to the map and back, in a real browser. */
class MapBrowserTest {
    private static final Catalog CATALOG = InventedSongs.catalog();
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.sharedOrSkip("the browser test of the page's map");
    }

    @Test
    void the_waiting_page_turns_into_the_map_and_the_map_leads_back_to_the_song() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        try (Page page = Page.start(CATALOG, PageOptions.defaults().withPort(0), () -> {
            latch.await();
            return DrawnMap.of(CATALOG);
        })) {
            browser.reset(page.url());
            browser.open(page.url() + "?id=s5");
            browser.until("the song", () -> browser.text("#song h2").equals("Olive Lantern"));
            browser.find("#song .on-map").click();
            browser.until("the waiting page", () -> browser.text("h1").equals("Drawing the map"));
            assertThat(browser.text("#message")).contains("starting");
            assertThat(browser.address()).endsWith("/api/map#song=s5");

            latch.countDown();

            browser.until("the map", () -> browser.title().contains("Map of 242 songs"));
            assertThat(browser.address()).as("the song is still in the address").contains("song=s5");
            browser.until(
                    "the link to the song",
                    () -> !browser.texts("a[href='../?id=s5']").isEmpty());
            browser.find("a[href='../?id=s5']").click();
            browser.until("the song again", () -> browser.text("#song h2").equals("Olive Lantern"));
            assertThat(browser.complaints())
                    .as("nothing but that the map was not there yet")
                    .allMatch(complaint -> complaint.contains("/api/map") && complaint.contains("503"));
            assertThat(browser.requestedAddresses()).allMatch(address -> address.startsWith(page.url()));
        }
    }

    @Test
    void the_link_in_the_header_leads_to_the_map() throws Exception {
        try (Page page = Page.start(CATALOG, PageOptions.defaults().withPort(0))) {
            browser.reset(page.url());
            browser.open(page.url());
            browser.find(".to-map").click();

            browser.until("the map", () -> browser.title().contains("Map of 242 songs"));
        }
    }

    @Test
    void the_page_says_why_there_is_no_map() throws Exception {
        Catalog two = new Catalog("two songs", CATALOG.tracks().subList(0, 2));
        try (Page page = Page.start(two, PageOptions.defaults().withPort(0))) {
            browser.reset(page.url());
            browser.open(page.url() + "api/map");

            browser.until("the reason", () -> browser.text("h1").equals("No map"));
            assertThat(browser.text("#message")).contains("at least 7");
            browser.find("main a[href='../']").click();
            browser.until("the page", () -> browser.title().equals("Segue"));
        }
    }
}
