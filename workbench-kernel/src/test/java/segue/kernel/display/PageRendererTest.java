package segue.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.page.Page;
import segue.page.PageOptions;

/** The live page as a cell's value. */
class PageRendererTest {
    private static Page page;

    @BeforeAll
    static void start() throws IOException {
        page = Page.start(Catalog.sample(), PageOptions.defaults().withPort(0));
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    private static Map<String, String> shown(Page page) {
        return Renderers.installed().render(page).data();
    }

    @Test
    void it_is_a_frame_that_cannot_lead_the_notebook_elsewhere() {
        assertThat(shown(page).get("text/html"))
                .containsOnlyOnce("<iframe")
                .contains("src=\"" + page.url() + "\"", "title=\"Segue's live page\"", "loading=\"lazy\"")
                .contains("sandbox=\"allow-scripts ", "allow=\"clipboard-write; autoplay; fullscreen\"")
                .doesNotContain("allow-top-navigation", "\n");
    }

    @Test
    void a_link_below_opens_a_tab_of_its_own() {
        assertThat(shown(page).get("text/html"))
                .contains("<a href=\"%s\" target=\"_blank\" rel=\"noopener\">%s</a>".formatted(page.url(), page.url()));
    }

    @Test
    void where_frames_are_taken_out_a_sentence_is_left() {
        String html = shown(page)
                .get("text/html")
                .replaceAll("<iframe.*?</iframe>", "")
                .replaceAll("<[^>]*>", "\n");
        assertThat(html.lines().filter(line -> !line.isBlank()))
                .containsExactly(
                        "Live page at ",
                        page.url(),
                        ": it runs as long as this notebook's kernel, and is shown here where the notebook is trusted."
                                + " If nobody answers, run the cell again.");
    }

    @Test
    void its_text_says_where_it_is_and_when_it_ends() {
        assertThat(shown(page))
                .containsEntry(
                        "text/plain",
                        "Page at %s over 5,000 songs\nOpen that in a browser; it ends with close(), and with the kernel"
                                .formatted(page.url()));
    }

    @Test
    void a_closed_page_is_no_frame() throws IOException {
        Page closed = Page.start(Catalog.sample(), PageOptions.defaults().withPort(0));
        closed.close();

        assertThat(shown(closed)).containsOnlyKeys("text/plain");
        assertThat(shown(closed).get("text/plain")).startsWith("Closed page at http://127.0.0.1:");
    }
}
