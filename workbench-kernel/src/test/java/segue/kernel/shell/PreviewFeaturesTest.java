package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PreviewFeaturesTest {
    private static final String PREVIEW =
            "Object o = 5; String told = switch (o) { case int i -> \"int \" + i; default -> \"?\"; }; told";

    private static Notebook previewing(String release) {
        ShellOptions options = ShellOptions.defaults();
        List<String> all = Stream.concat(
                        options.compilerOptions().stream(), Stream.of("--enable-preview", release, "25"))
                .toList();
        return new Notebook(options.withCompilerOptions(all));
    }

    @Test
    void a_jvm_without_preview_features_says_how_to_have_them_and_remembers_nothing() {
        try (Notebook notebook = previewing("--source")) {
            assertThat(notebook.run(PREVIEW).failure().message())
                    .contains("add --enable-preview to the java command in its kernel.json");
            assertThat(notebook.run("told").failure().message()).contains("cannot find symbol");
            assertThat(notebook.text("1 + 1")).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--source", "--release"})
    void with_the_option_for_compiler_and_jvm_they_work(String release) throws Exception {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-preview",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Previews.class.getName(),
                        release)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("int 5, scope 1");
    }

    /** A program that uses a preview feature of the language and one of the library. */
    static final class Previews {
        public static void main(String[] arguments) {
            PrintStream terminal = System.out;
            try (Notebook notebook = previewing(arguments[0])) {
                terminal.println(notebook.text(PREVIEW) + ", scope " + notebook.text("""
                        import java.util.concurrent.StructuredTaskScope;
                        int joined;
                        try (var scope = StructuredTaskScope.open()) {
                            var one = scope.fork(() -> 1);
                            scope.join();
                            joined = one.get();
                        }
                        joined"""));
            } catch (AssertionError e) {
                e.printStackTrace(terminal);
                System.exit(1);
            }
        }
    }
}
