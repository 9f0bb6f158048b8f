package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Code as it stands in notebooks that were written for IJava. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IJavaNamesTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = new Notebook();
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    @Test
    void a_renderer_is_registered_for_a_class_and_for_arrays() {
        notebook.run("""
                import io.github.spencerpark.ijava.IJava;
                import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
                record Figure(String text) {}
                IJava.getKernelInstance().getRenderer().createRegistration(Figure.class)
                    .preferring(MIMEType.TEXT_HTML)
                    .register((figure, ctx) -> ctx.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>" + figure.text() + "</b>"));
                getKernelInstance().getRenderer().createRegistration(int[][].class)
                    .preferring(MIMEType.TEXT_HTML).supporting(MIMEType.IMAGE_SVG)
                    .register((rows, ctx) -> {
                        ctx.renderIfRequested(MIMEType.TEXT_HTML, () -> "<i>" + rows.length + "</i>");
                        ctx.renderIfRequested(MIMEType.IMAGE_SVG, () -> "<svg/>");
                    });
                """).text();
        assertThat(notebook.run("new Figure(\"x\")").value().data())
                .containsEntry("text/html", "<b>x</b>")
                .containsEntry("text/plain", "Figure[text=x]");
        assertThat(notebook.run("new int[2][2]").value().data())
                .containsEntry("text/html", "<i>2</i>")
                .doesNotContainKey("image/svg+xml");
        assertThat(notebook.run("render(new int[2][2], \"image/svg+xml\")")
                        .value()
                        .data())
                .containsEntry("image/svg+xml", "<svg/>");
    }

    @Test
    void display_functions_are_there_with_and_without_their_import() {
        String code = """
                String id = display("<b>3</b>", "text/html");
                updateDisplay(id, "<b>2</b>", "text/html");
                render("**x**", "text/markdown")""";
        for (String before : new String[] {
            "",
            "import static io.github.spencerpark.ijava.runtime.Display.*;\n",
            "import static io.github.spencerpark.ijava.runtime.Display.display;\n"
        }) {
            Notebook.Cell cell = notebook.run(before + code);
            assertThat(cell.value().data()).containsEntry("text/markdown", "**x**");
            assertThat(cell.displays.getFirst().data()).containsEntry("text/html", "<b>3</b>");
            assertThat(cell.updates).hasSize(1);
        }
        Notebook.Cell qualified = notebook.run("""
                import io.github.spencerpark.ijava.runtime.Display;
                import io.github.spencerpark.jupyter.kernel.display.DisplayData;
                DisplayData data = Display.render("x");
                data.putHTML("<u>x</u>");
                Display.display(data);
                data""");
        assertThat(qualified.value().data())
                .containsEntry("text/html", "<u>x</u>")
                .containsEntry("text/plain", "x");
        assertThat(qualified.displays).hasSize(1);
    }

    @Test
    void magics_of_the_notebooks_own_are_registered_by_class_or_by_lambda(@TempDir Path folder) throws Exception {
        Notebook.Cell shell = notebook.run("""
                import io.github.spencerpark.ijava.IJava;
                import io.github.spencerpark.jupyter.kernel.magic.common.*;
                IJava.getKernelInstance().getMagics().registerMagics(Shell.class);
                IJava.getKernelInstance().getMagics().registerMagics(WriteFile.class);
                IJava.getKernelInstance().getMagics().registerLineMagic("twice", args -> args.get(0) + args.get(0));
                IJava.getKernelInstance().getMagics().registerCellMagic("shout", (args, body) -> {
                    System.out.print(body.toUpperCase());
                    return null;
                });
                %sh echo hello there""");
        assertThat(shell.text()).isEmpty();
        assertThat(shell.out()).isEqualTo("hello there\n");
        assertThat(notebook.text("String t = %twice ab\nt")).isEqualTo("abab");
        assertThat(notebook.run("%%shout\nnow").out()).isEqualTo("NOW");
        Path file = folder.resolve("note.txt");
        notebook.run("%%writefile " + file + "\nline\n").text();
        assertThat(Files.readString(file)).isEqualTo("line\n");
        assertThat(notebook.run("%list").out()).contains("%twice", "%%shout");
        assertThat(notebook.run("%sh no-such-program-here").failure().message()).contains("no-such-program-here");
        notebook.run(
                        "getKernelInstance().getMagics().registerLineMagic(\"fail\",\nargs -> List.of(1).get(args.size()));")
                .text();
        assertThat(notebook.run("%fail x").traceback()).contains(", line 2").doesNotContain("segue.", "spencerpark");
    }

    @Test
    void a_class_with_annotated_methods_is_a_set_of_magics() {
        notebook.run("""
                import io.github.spencerpark.jupyter.kernel.magic.registry.*;
                class Mine {
                    @LineMagic(aliases = {"hi"}) public String hello(List<String> args) { return "hello " + args; }
                    @CellMagic("count") public int lines(List<String> args, String body) { return (int) body.lines().count(); }
                }
                getKernelInstance().getMagics().registerMagics(new Mine());""").text();
        assertThat(notebook.text("String s = %hi a b\ns")).isEqualTo("hello [a, b]");
        assertThat(notebook.text("int n = cellMagic(\"count\", List.of(), \"a\\nb\");\nn"))
                .isEqualTo("2");
    }

    @Test
    void the_kernel_evaluates_and_takes_jars(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("note.txt"), "found");
        assertThat(notebook.text("getKernelInstance().evalRaw(\"20 + 1\")")).isEqualTo("21");
        notebook.run("getKernelInstance().addToClasspath(\"" + folder + "\");").text();
        assertThat(
                        notebook.text(
                                "new String(Thread.currentThread().getContextClassLoader().getResourceAsStream(\"note.txt\").readAllBytes())"))
                .isEqualTo("found");
    }
}
