package segue.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.chart.map.Colouring;
import segue.chart.map.HtmlMap;
import segue.chart.map.SongMap;
import segue.matrix.FloatMatrix;

/** A map as a cell's value. */
class SongMapRendererTest {
    private static Map<String, String> shown(SongMap map) {
        return Renderers.installed().render(map).data();
    }

    private static SongMap sample() {
        Catalog songs = Catalog.sample();
        float[] places = new float[2 * songs.size()];
        float[] energies = new float[songs.size()];
        for (int row = 0; row < songs.size(); row++) {
            places[2 * row] = (float) Math.sin(row * 0.7) * row;
            places[2 * row + 1] = (float) Math.cos(row * 0.7) * row;
            energies[row] = songs.track(row).audio().energy();
        }
        return SongMap.of(songs, FloatMatrix.wrap(songs.size(), 2, places))
                .colouredBy(new Colouring.Amounts("energy", energies));
    }

    @Test
    void it_is_a_frame_that_may_run_scripts_and_has_no_origin() {
        String html = shown(sample()).get("text/html");
        assertThat(html)
                .containsOnlyOnce("<iframe")
                .contains("sandbox=\"allow-scripts ", "loading=\"lazy\"")
                .doesNotContain("allow-same-origin");
    }

    @Test
    void no_tag_of_the_page_is_one_of_the_notebook() {
        String html = shown(sample().titled("\"><script>alert(1)</script>")).get("text/html");
        assertThat(html.replaceAll("</?(div|p|iframe)\\b[^<>]*>", "")).doesNotContain("<", ">");
    }

    @Test
    void it_is_one_line_and_the_page_in_it_has_all_of_its_own() {
        String html = shown(sample()).get("text/html");
        assertThat(html).doesNotContain("\n");
        String page = html.replaceAll("(?s).*srcdoc=\"(.*)\"></iframe>.*", "$1")
                .replace("&#10;", "\n")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        assertThat(page.equals(HtmlMap.of(sample()).text())).isTrue();
    }

    @Test
    void the_map_of_the_sample_leaves_room_in_a_committed_notebook() {
        assertThat(shown(sample()).get("text/html").length()).isLessThan(230 * 1024);
    }

    @Test
    void where_frames_are_taken_out_a_sentence_is_left() {
        String html = shown(sample()).get("text/html");
        assertThat(html.replaceAll("<iframe.*</iframe>", ""))
                .contains("<p>Map of 5,000 songs: the interactive map is shown once this notebook is trusted.</p>");
    }

    @Test
    void who_asks_for_a_picture_gets_one() {
        MimeBundle png = Renderers.installed().render(sample(), "image/png");
        assertThat(png.data().keySet()).containsExactlyInAnyOrder("image/png", "text/plain");
        assertThat(png.data().get("image/png")).startsWith("iVBORw0KGgo");
        assertThat(png.metadata().get("image/png")).containsKeys("width", "height", "alt");
        assertThat(Renderers.installed()
                        .render(sample(), "image/svg+xml")
                        .data()
                        .get("image/svg+xml"))
                .startsWith("<svg");
        assertThat(Renderers.installed().render(sample(), "text/plain").data().keySet())
                .containsExactly("text/plain");
    }

    @Test
    void its_text_says_what_there_is_and_how_to_keep_it() {
        assertThat(shown(sample()))
                .containsEntry(
                        "text/plain",
                        "Map of 5,000 songs: 5,000 songs, coloured by energy\n"
                                + "See all of it with save(Path.of(\"map.html\")) or save(Path.of(\"map.png\"))");
    }

    @Test
    void points_without_names_are_shown_too() {
        assertThat(shown(SongMap.of(FloatMatrix.of(new float[] {1, 2}))).get("text/plain"))
                .startsWith("Map of 1 points: 1 point\n");
    }

    @Test
    void a_picture_of_it_takes_one_byte_a_pixel() throws IOException {
        String png =
                Renderers.installed().render(sample().picture(300, 300)).data().get("image/png");
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Base64.getMimeDecoder().decode(png)));
        assertThat(image.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
    }
}
