package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PeerEnvironmentTest {
    @TempDir
    private Path folder;

    private Path jar(String name) throws IOException {
        Path file = folder.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry("empty"));
        }
        return file;
    }

    private static ShellOptions options(Map<String, String> environment) {
        return PeerEnvironment.apply(environment, ShellOptions.defaults());
    }

    @Test
    void an_empty_environment_changes_nothing() {
        ShellOptions defaults = ShellOptions.defaults();
        assertThat(PeerEnvironment.apply(Map.of("IJAVA_TIMEOUT", "-1", "IJAVA_CLASSPATH", ""), defaults))
                .isEqualTo(defaults);
    }

    @Test
    void class_path_takes_globs_and_separators() throws IOException {
        jar("a.jar");
        jar("b.jar");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Files.writeString(classes.resolve("note.txt"), "found");
        ShellOptions options = options(Map.of("IJAVA_CLASSPATH", folder + "/*.jar" + File.pathSeparator + classes));
        assertThat(options.classpath()).contains(folder.resolve("a.jar"), folder.resolve("b.jar"), classes);
        try (Notebook notebook = new Notebook(options)) {
            assertThat(
                            notebook.text(
                                    "new String(Thread.currentThread().getContextClassLoader().getResourceAsStream(\"note.txt\").readAllBytes())"))
                    .isEqualTo("found");
        }
    }

    @Test
    void startup_scripts_run_in_order_before_the_first_cell() throws IOException {
        Files.writeString(folder.resolve("1.jshell"), "import java.util.zip.CRC32;\nint first = 1;");
        Files.writeString(folder.resolve("2.jshell"), "int second = first + 1;\nSystem.out.println(\"hello\");");
        ShellOptions options = options(Map.of(
                "IJAVA_STARTUP_SCRIPTS_PATH", folder + "/*.jshell", "IJAVA_STARTUP_SCRIPT", "int third = second + 1;"));
        try (Notebook notebook = new Notebook(options)) {
            Notebook.Cell cell = notebook.run("third + new CRC32().getValue()");
            assertThat(cell.text()).isEqualTo("3");
            assertThat(cell.out()).isEqualTo("hello\n");
            assertThat(notebook.run("1").out()).isEmpty();
        }
    }

    @Test
    void a_startup_script_that_fails_is_told_under_the_first_cell_and_the_others_run() {
        ShellOptions options = options(Map.of("JJAVA_STARTUP_SCRIPT", "int a = 1;\nSystem.out.println(a / 0);"))
                .withClasspath(java.util.List.of());
        try (Notebook notebook = new Notebook(options)) {
            Notebook.Cell cell = notebook.run("a");
            assertThat(cell.text()).isEqualTo("1");
            assertThat(cell.err())
                    .startsWith("The startup script JJAVA_STARTUP_SCRIPT failed:")
                    .contains("/ by zero")
                    .contains("JJAVA_STARTUP_SCRIPT, line 2");
        }
        try (Notebook notebook = new Notebook(options(Map.of("IJAVA_STARTUP_SCRIPT", "nonsense here")))) {
            assertThat(notebook.run("1 + 1").err()).contains("The startup script IJAVA_STARTUP_SCRIPT failed:");
        }
    }

    @Test
    void compiler_options_reach_the_compiler() {
        try (Notebook notebook = new Notebook(options(Map.of("IJAVA_COMPILER_OPTS", "-Xlint:all -Xmaxerrs 1")))) {
            assertThat(notebook.run("x1; x2;").traceback()).contains("x1").doesNotContain("x2 ");
            assertThat(notebook.text("1 + 1")).isEqualTo("2");
        }
    }

    @Test
    void a_class_path_among_the_compiler_options_is_one() throws IOException {
        Path jar = jar("a.jar");
        ShellOptions options = options(Map.of("IJAVA_COMPILER_OPTS", "-cp " + jar + " -g"));
        assertThat(options.classpath()).contains(jar);
        assertThat(options.compilerOptions()).endsWith("-g").doesNotContain("-cp");
    }

    @Test
    void the_time_limit_is_in_milliseconds_or_in_a_unit() {
        assertThat(options(Map.of("IJAVA_TIMEOUT", "1500"))
                        .limit()
                        .orElseThrow()
                        .duration())
                .isEqualTo(Duration.ofMillis(1500));
        assertThat(options(Map.of("IJAVA_TIMEOUT", "30 SECONDS"))
                        .limit()
                        .orElseThrow()
                        .duration())
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(options(Map.of("IJAVA_TIMEOUT", "2 minute"))
                        .limit()
                        .orElseThrow()
                        .duration())
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(options(Map.of("IJAVA_TIMEOUT", "0")).limit()).isEmpty();
    }

    @Test
    void a_cell_that_runs_too_long_is_stopped_and_told_why() {
        try (Notebook notebook = new Notebook(options(Map.of("IJAVA_TIMEOUT", "3000")))) {
            assertThat(notebook.run("long n = 3; while (true) { n++; }").failure())
                    .isEqualTo(
                            new CellResult.Failed(
                                    "Timeout",
                                    "the cell was stopped: it ran longer than 3 s, the limit that IJAVA_TIMEOUT sets",
                                    java.util.List.of(
                                            "The cell was stopped: it ran longer than 3 s, the limit that IJAVA_TIMEOUT sets.")));
            assertThat(notebook.text("n > 3")).isEqualTo("true");
        }
    }

    @Test
    void the_names_of_jjava_win_over_those_of_ijava() {
        ShellOptions options = options(Map.of(
                "JJAVA_STARTUP_SCRIPT",
                "int a = 1;",
                "IJAVA_STARTUP_SCRIPT",
                "int a = 2;",
                "JJAVA_TIMEOUT",
                "",
                "IJAVA_TIMEOUT",
                "5"));
        assertThat(options.scripts()).containsExactly(new ShellOptions.Script("JJAVA_STARTUP_SCRIPT", "int a = 1;"));
        assertThat(options.limit()).isEmpty();
    }

    @Test
    void values_that_make_no_sense_are_told_and_left_out() {
        ShellOptions options = options(Map.of(
                "IJAVA_TIMEOUT",
                "soon",
                "IJAVA_CLASSPATH",
                folder + "/none.jar",
                "IJAVA_COMPILER_OPTS",
                "--nonsense",
                "IJAVA_STARTUP_SCRIPTS_PATH",
                folder + "/*.jshell"));
        assertThat(options.notes())
                .hasSize(4)
                .anySatisfy(note -> assertThat(note)
                        .startsWith("IJAVA_TIMEOUT must be a number of milliseconds")
                        .contains("soon"))
                .anySatisfy(note -> assertThat(note)
                        .contains("IJAVA_CLASSPATH: there is no")
                        .contains("none.jar"))
                .anySatisfy(note -> assertThat(note)
                        .startsWith("IJAVA_COMPILER_OPTS is left out")
                        .contains("--nonsense"))
                .anySatisfy(note -> assertThat(note).startsWith("IJAVA_STARTUP_SCRIPTS_PATH: nothing in"));
        try (Notebook notebook = new Notebook(options)) {
            Notebook.Cell cell = notebook.run("1 + 1");
            assertThat(cell.text()).isEqualTo("2");
            assertThat(cell.err().lines()).hasSize(4);
        }
    }
}
