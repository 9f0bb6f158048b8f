package segue.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segue.launcher.Launcher.Ended;

/** The committed notebooks, executed through Jupyter. */
class NotebookIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_BYTES = 300 * 1024;

    @TempDir
    Path folder;

    static Stream<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(Launcher.HOME.resolve("notebooks"))) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void runs_through_jupyter_and_gives_the_committed_outputs(Path committed) throws Exception {
        assertThat(Files.size(committed)).isLessThan(MAX_BYTES);
        Path copy = Files.copy(committed, folder.resolve(committed.getFileName()));
        Ended ended =
                new Launcher().without("SEGUE_DATA").run("run", copy.toString(), "--save", "--out", folder.toString());
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(outputs(copy)).isEqualTo(outputs(committed));

        String page =
                Files.readString(folder.resolve(copy.getFileName().toString().replace(".ipynb", ".html")));
        assertThat(page).contains("What we saw").doesNotContain("src=\"http", "href=\"http", "url(http");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void runs_on_the_real_catalogue_too(Path committed) throws Exception {
        assumeTrue(System.getenv("SEGUE_DATA") != null, "SEGUE_DATA is not set: no real catalogue to run on");
        Ended ended = new Launcher().run("run", committed.toString(), "--out", folder.toString());
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    @Test
    void a_cell_that_fails_stops_the_run_with_its_number_and_reason() throws Exception {
        Path notebook = folder.resolve("bad.ipynb");
        Files.writeString(notebook, """
                {"cells": [
                  {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": null, "outputs": [], "source": "1 + 1"},
                  {"cell_type": "code", "id": "b", "metadata": {}, "execution_count": null, "outputs": [],
                   "source": "throw new IllegalStateException(\\"on purpose\\");"}],
                 "metadata": {"kernelspec": {"name": "java", "display_name": "Java", "language": "java"}},
                 "nbformat": 4, "nbformat_minor": 5}
                """);
        Ended ended = new Launcher().run("run", notebook.toString(), "--out", folder.toString());
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("cell 2 of 2 failed", "IllegalStateException", "on purpose");
    }

    @Test
    void what_a_cell_prints_piece_by_piece_is_one_output() throws Exception {
        Path notebook = folder.resolve("pieces.ipynb");
        Files.writeString(notebook, """
                {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "execution_count": null, "outputs": [],
                            "source": "for (int i = 0; i < 3; i++) { System.out.println(i); Thread.sleep(300); }"}],
                 "metadata": {"kernelspec": {"name": "java", "display_name": "Java", "language": "java"}},
                 "nbformat": 4, "nbformat_minor": 5}
                """);
        Ended ended = new Launcher().run("run", notebook.toString(), "--save", "--out", folder.toString());
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(outputs(notebook)).containsExactly("cell 1 stream 0\n1\n2\n");
    }

    @Test
    void a_run_that_is_stopped_says_so_and_leaves_no_page_behind() throws Exception {
        Path notebook = folder.resolve("endless.ipynb");
        Files.writeString(notebook, """
                {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "execution_count": null, "outputs": [],
                            "source": "System.err.println(\\"begun\\"); Thread.sleep(60_000);"}],
                 "metadata": {"kernelspec": {"name": "java", "display_name": "Java", "language": "java"}},
                 "nbformat": 4, "nbformat_minor": 5}
                """);
        Path err = folder.resolve("err");
        Process run = new Launcher()
                .command("run", notebook.toString(), "--out", folder.toString())
                .redirectError(err.toFile())
                .start();
        Thread.sleep(4_000);
        run.destroy();
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(1);
        assertThat(err).content().contains("segue: stopped").doesNotContain("Traceback");
        assertThat(folder.resolve("endless.html")).doesNotExist();
    }

    @Test
    void two_notebooks_of_one_name_are_not_written_over_each_other() throws Exception {
        Ended ended = new Launcher().run("run", "a/n.ipynb", "b/n.ipynb", "--out", folder.toString());
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("two notebooks would both be written to");
    }

    @Test
    void what_is_no_notebook_is_refused_by_name() throws Exception {
        Path notebook = Files.writeString(folder.resolve("no.ipynb"), "{]");
        Ended ended = new Launcher().run("run", notebook.toString(), "missing.ipynb", "--out", folder.toString());
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("no.ipynb: not a notebook", "missing.ipynb: no such notebook");
    }

    /** Every output as text, cells tagged volatile left out; a picture counts by its type and size. */
    private static List<String> outputs(Path notebook) throws IOException {
        List<String> outputs = new ArrayList<>();
        int number = 0;
        for (JsonNode cell : JSON.readTree(notebook.toFile()).get("cells")) {
            number++;
            if (cell.at("/metadata/tags").toString().contains("\"volatile\"")) {
                continue;
            }
            for (JsonNode output : cell.path("outputs")) {
                String type = output.get("output_type").asText();
                outputs.add("cell " + number + " " + type + " " + joined(output.path("text")));
                for (var entry : output.path("data").properties()) {
                    String content = joined(entry.getValue());
                    outputs.add("cell " + number + " " + entry.getKey() + " "
                            + (entry.getKey().equals("image/png") ? size(content) : content));
                }
            }
        }
        return outputs;
    }

    private static String joined(JsonNode text) {
        if (text.isArray()) {
            StringBuilder all = new StringBuilder();
            text.forEach(line -> all.append(line.asText()));
            return all.toString();
        }
        return text.asText();
    }

    private static String size(String base64) throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)));
        return image.getWidth() + " x " + image.getHeight();
    }
}
