package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that would take the kernel down, or the next cell's output away. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileCellTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(3)",
                "Runtime.getRuntime().halt(3);",
                "Runtime.getRuntime().exit(3);",
                "IntStream.of(3).forEach(System::exit);",
                "Runnable leave = () -> System.exit(3); leave.run();"
            })
    void leaving_the_jvm_is_asked_about_first(String code) {
        try (Notebook notebook = new Notebook()) {
            notebook.run("int kept = 7;").text();
            assertThat(notebook.run(code, "n").failure().message()).contains("the kernel goes on");
            assertThat(notebook.run(code).failure().message()).contains("would end the kernel", "Shut Down");
            assertThat(notebook.text("kept")).isEqualTo("7");
        }
    }

    @Test
    void leaving_the_jvm_is_done_once_it_is_wanted() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Leaves.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
    }

    /** A program that says yes. */
    static final class Leaves {
        public static void main(String[] arguments) {
            try (Notebook notebook = new Notebook()) {
                notebook.run("System.exit(3)", "y");
            }
        }
    }

    @Test
    void streams_that_a_cell_replaces_come_back_after_it() {
        try (Notebook notebook = new Notebook()) {
            Notebook.Cell first =
                    notebook.run("System.setOut(new PrintStream(new ByteArrayOutputStream())); System.out.println(1);");
            assertThat(first.out()).isEmpty();
            assertThat(notebook.run("System.out.println(2); System.setErr(null);")
                            .out())
                    .isEqualTo("2\n");
            assertThat(notebook.run("System.err.println(3);").err()).isEqualTo("3\n");
            assertThat(notebook.text("System.setIn(new ByteArrayInputStream(\"a\".getBytes()));"
                            + " new Scanner(System.in).next()"))
                    .isEqualTo("a");
            assertThat(notebook.run("new Scanner(System.in).next()", "b").text())
                    .isEqualTo("b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deep(0)",
                "Stream.of(1).map(n -> deep(n)).toList()",
                "class Starts { static int n = deep(0); } Starts.n",
                "CompletableFuture.supplyAsync(() -> deep(0)).get()"
            })
    void calls_nested_too_deep_end_their_cell_alone(String code) {
        try (Notebook notebook = new Notebook()) {
            notebook.run("int kept = 7; int deep(int n) { return deep(n + 1) + 1; }")
                    .text();
            assertThat(notebook.run(code).traceback()).contains("StackOverflowError");
            assertThat(notebook.text("kept")).isEqualTo("7");
        }
    }

    @Test
    void a_heap_that_is_full_leaves_room_to_say_so_and_to_go_on() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fills.class.getName()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** A program that fills the heap by a variable, looks at it, and gives it up; it ends with 0 if that went well. */
    static final class Fills {
        public static void main(String[] arguments) {
            PrintStream terminal = System.out;
            try (Notebook notebook = new Notebook()) {
                notebook.run("int kept = 7;").text();
                Notebook.Cell full = notebook.run(
                        "var all = new ArrayList<String>(); while (true) all.add(\"x\".repeat(10_000) + all.size());");
                assertThat(full.traceback()).contains("OutOfMemoryError").contains("MB for values");
                assertThat(notebook.text("all.size() > 1000")).isEqualTo("true");
                notebook.run("all = null;").text();
                assertThat(notebook.text("kept")).isEqualTo("7");
            } catch (Throwable e) {
                e.printStackTrace(terminal);
                System.exit(1);
            }
        }
    }
}
