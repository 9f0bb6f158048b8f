package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import segue.recommend.Recommender;

/** Which other pages may show this one in a frame, by its headers and in a real browser. */
class PageFramingTest {
    private static final Recommender SONGS = Recommender.of(InventedSongs.catalog());
    private static final PageOptions ANY_PORT = PageOptions.defaults().withPort(0);

    private Page started;
    private Page opened;

    @BeforeEach
    void start() throws IOException {
        started = Page.start(SONGS, ANY_PORT);
        opened = Page.open(SONGS, ANY_PORT);
    }

    @AfterEach
    void stop() {
        started.close();
        opened.close();
    }

    private static String ancestors(Http.Answer answer) {
        return answer.header("Content-Security-Policy").replaceFirst(".*; frame-ancestors ", "");
    }

    @Test
    void a_page_that_was_started_is_framed_by_nobody_else() throws Exception {
        Http http = new Http(started);
        for (String path : new String[] {"/", "/app.js", "/api/status", "/nothing"}) {
            Http.Answer answer = http.get(path);
            assertThat(ancestors(answer)).as(path).isEqualTo("'self'");
            assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("SAMEORIGIN");
        }
    }

    @Test
    void a_page_that_was_opened_is_framed_by_notebooks_of_this_machine_too() throws Exception {
        Http.Answer answer = new Http(opened).get("/");

        assertThat(ancestors(answer))
                .isEqualTo("'self' http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*"
                        + " vscode-webview: vscode-file:");
        assertThat(answer.header("X-Frame-Options")).isNull();
    }

    @Test
    void the_map_has_a_policy_of_its_own_and_the_same_ancestors() throws Exception {
        Http http = new Http(started);
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        Http.Answer map = http.get("/api/map");
        while (map.status() == 503) {
            assertThat(ancestors(map)).as("while it is drawn").isEqualTo("'self'");
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
            map = http.send(
                    http.request("/api/map").header("Accept", "text/html").build());
        }

        assertThat(map.header("Content-Security-Policy")).contains("script-src 'sha256-");
        assertThat(ancestors(map)).isEqualTo("'self'");
    }

    @Test
    void a_notebook_of_this_machine_shows_the_page_and_it_works_there() throws Exception {
        Browser browser = Browser.sharedOrSkip("the browser test of frames");
        try (Around notebook = Around.at("localhost", opened)) {
            browser.open(notebook.url());
            browser.enterFrame("iframe");
            browser.until("the page", () -> browser.text("#catalog").contains("242 songs"));
            browser.type("#q", "amber");
            browser.until("completions", () -> !browser.texts("#options .name").isEmpty());
            browser.find("#options li").click();
            browser.until(
                    "recommendations", () -> browser.texts("#results .name").size() == 10);
        }
    }

    @Test
    void a_frame_says_by_itself_that_its_page_is_closed_and_goes_on_when_the_cell_is_run_again() throws Exception {
        Browser browser = Browser.sharedOrSkip("the browser test of frames");
        try (Around notebook = Around.at("localhost", opened)) {
            browser.open(notebook.url());
            browser.enterFrame("iframe");
            browser.until("the page", () -> browser.text("#catalog").contains("242 songs"));

            opened.close();
            browser.until("the note", () -> browser.text("#gone").contains("Run the notebook's cell again"));

            opened = Page.open(SONGS, ANY_PORT.withPort(opened.port()));
            browser.until("the page again", () -> browser.text("#gone").isEmpty());
        }
    }

    @Test
    void foreign_pages_show_nothing_of_it() throws Exception {
        Browser browser = Browser.sharedOrSkip("the browser test of frames");
        assertThat(isShown(browser, "localhost", started))
                .as("started, framed from localhost")
                .isFalse();
        assertThat(isShown(browser, "127.0.0.2", started))
                .as("started, framed from elsewhere")
                .isFalse();
        assertThat(isShown(browser, "127.0.0.2", opened))
                .as("opened, framed from elsewhere")
                .isFalse();
        assertThat(isShown(browser, "127.0.0.1", opened))
                .as("opened, framed from here")
                .isTrue();
    }

    private static boolean isShown(Browser browser, String host, Page page) throws IOException {
        try (Around site = Around.at(host, page)) {
            browser.open(site.url());
            browser.enterFrame("iframe");
            browser.until(
                    "an end of loading",
                    () -> browser.script("return document.readyState").equals("complete"));
            return !browser.texts("#catalog").isEmpty();
        }
    }

    /** Another server, whose page has this one in a frame. */
    private record Around(HttpServer server, String host) implements AutoCloseable {
        static Around at(String host, Page page) throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
            byte[] html =
                    "<!doctype html><title>around</title><iframe src=\"%s\" width=\"900\" height=\"680\"></iframe>"
                            .formatted(page.url())
                            .getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, html.length);
                exchange.getResponseBody().write(html);
                exchange.close();
            });
            server.start();
            return new Around(server, host);
        }

        String url() {
            return "http://%s:%d/".formatted(host, server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
