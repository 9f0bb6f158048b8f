package segue.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notebook with all that could ask the network for something, as the HTML file that {@code ./segue run} writes. */
class ExportedPageIT {
    @TempDir
    static Path folder;

    private static Path page;
    private static String html;

    @BeforeAll
    static void export() throws Exception {
        ImageIO.write(
                new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("near.png").toFile());
        List<Map<String, Object>> cells = new ArrayList<>();
        cells.add(cell("markdown", """
                # Songs & *sound*
                ![near](near.png) ![far](https://pictures.invalid/far.png)
                <img src="//pictures.invalid/raw.png" alt="raw">

                Loudness is $L = 10 \\log_{10} \\frac{1}{n}\\sum_{i=1}^n x_i^2$, it costs $5 and $10, and `$x$` is code.
                $$\\unheardof{x}$$"""));
        cells.add(cell("code", "for (int i : Progress.range(0, 200, \"scanning\")) { Thread.sleep(2); }"));
        cells.add(cell("code", "Audio.of(new float[8_000], 8_000)"));
        cells.add(
                cell("code", "display(html(\"<script src='https://scripts.invalid/far.js'></script><b>bold</b>\"));"));
        cells.add(cell("code", """
                html("<script>var i = new Image(); i.src = 'http' + '://pictures.invalid/late.png';"
                    + "document.title += ' ran';</script>")"""));
        cells.add(cell(
                "code",
                "QuickChart.getChart(\"Rise\", \"x\", \"y\", \"s\", new double[] {1, 2}, new double[] {1, 2})"));
        cells.add(
                cell(
                        "code",
                        "display(QuickChart.getChart(\"Fall\", \"x\", \"y\", \"s\", new double[] {1, 2}, new double[] {2, 1}), \"image/png\");"));
        cells.add(cell(
                "code", "SongMap.of(FloatMatrix.of(new float[] {0, 0}, new float[] {3, 1})).titled(\"Two <places>\")"));
        Path notebook = folder.resolve("page.ipynb");
        new ObjectMapper()
                .writeValue(
                        notebook.toFile(),
                        Map.of(
                                "cells",
                                cells,
                                "metadata",
                                Map.of(
                                        "kernelspec",
                                        Map.of("name", "java", "display_name", "Java", "language", "java")),
                                "nbformat",
                                4,
                                "nbformat_minor",
                                5));
        Launcher.Ended ended = new Launcher().run("run", notebook.toString(), "--out", folder.toString());
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        page = folder.resolve("page.html");
        html = Files.readString(page);
    }

    private static Map<String, Object> cell(String type, String source) {
        return type.equals("code")
                ? Map.of(
                        "cell_type",
                        type,
                        "id",
                        "c" + Math.abs(source.hashCode()),
                        "metadata",
                        Map.of(),
                        "source",
                        source,
                        "outputs",
                        List.of())
                : Map.of(
                        "cell_type",
                        type,
                        "id",
                        "m" + Math.abs(source.hashCode()),
                        "metadata",
                        Map.of(),
                        "source",
                        source);
    }

    @Test
    void it_asks_for_nothing_in_a_browser_even_where_a_script_tries_to() throws Exception {
        Chromium chromium = browser();
        Chromium.Visit visit = chromium.visit(page, folder);
        assertThat(visit.dom().contains("<title>Songs &amp; sound ran</title>"))
                .as("its own script ran")
                .isTrue();
        assertThat(visit.asked()).isEmpty();

        // The same check finds what a page without its guard asks for.
        Path unguarded = Files.writeString(
                folder.resolve("unguarded.html"), html.replaceFirst("<meta http-equiv=\"Content-Security[^>]*>", ""));
        assertThat(chromium.visit(unguarded, folder).asked()).contains("http://pictures.invalid/late.png");
    }

    private static Chromium browser() {
        String reason = "no Chromium on PATH (chromium, chromium-browser, google-chrome) and CHROMIUM is not set";
        if (Chromium.here().isEmpty()) {
            System.err.println("Skipped: what an exported page asks for, since there is " + reason + ".");
        }
        assumeTrue(Chromium.here().isPresent(), reason);
        return Chromium.here().orElseThrow();
    }

    private static void assertPageHas(String... texts) {
        for (String text : texts) {
            assertThat(html.contains(text)).as("the page has " + text).isTrue();
        }
    }

    private static List<String> found(String regex) {
        return Pattern.compile(regex)
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void what_lies_on_the_network_is_named_in_its_place() {
        assertPageHas(
                "[picture “far” from the network, left out: https://pictures.invalid/far.png]",
                "[picture “raw” from the network, left out: //pictures.invalid/raw.png]",
                "[script from the network, left out: https://scripts.invalid/far.js]");
        assertThat(found("<[^>]*\\bsrc=[\"']?(https?:)?//[^>]*>")).isEmpty();
    }

    @Test
    void pictures_have_words_and_those_beside_the_notebook_are_part_of_it() {
        assertPageHas("alt=\"XY chart &#34;Fall&#34; of s\"", "aria-label=\"XY chart &quot;Rise&quot; of s\"");
        assertThat(found("<img\\b[^>]*>"))
                .hasSize(2)
                .allMatch(tag -> tag.contains("src=\"data:image/png;base64,") && tag.contains("alt=\""));
    }

    @Test
    void formulas_are_drawn_or_readable_and_code_and_prices_are_left_alone() {
        assertPageHas("<math", "<mfrac>", "<mi>log</mi>", "<code>\\unheardof{x}</code>", "<code>$x$</code>");
        assertPageHas("it costs $5 and $10");
    }

    @Test
    void progress_is_one_line_and_sound_has_a_player() {
        assertThat(found("<b>scanning</b>")).hasSize(1);
        assertPageHas("<audio controls", "data:audio/wav;base64,");
    }

    @Test
    void a_map_is_a_frame_that_has_no_origin() {
        assertThat(found("<iframe\\b[^>]*>"))
                .singleElement()
                .asString()
                .contains("title=\"Two &lt;places&gt;\"", "sandbox=\"allow-scripts ", "srcdoc=\"")
                .doesNotContain("allow-same-origin");
    }

    @Test
    void it_has_a_language_a_title_and_colours_for_the_dark() {
        assertPageHas("<html lang=\"en\"", "<title>Songs &amp; sound</title>");
        assertPageHas("<style media=\"screen and (prefers-color-scheme: dark)\">");
    }
}
