package segue.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.cli.Main;

class InstallTest {
    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int kernel(String... arguments) {
        out.reset();
        err.reset();
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        System.setOut(print(out));
        System.setErr(print(err));
        try {
            return Main.execute(new KernelCommand(), arguments);
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    private int install(String... more) {
        return kernel(Stream.concat(Stream.of("install", "--prefix", home.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private int uninstall() {
        return kernel("uninstall", "--prefix", home.toString());
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private Path userKernel() {
        return home.resolve("share/jupyter/kernels/java");
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_spec_names_this_java_the_class_path_and_the_connection_file() throws IOException {
        assertThat(install("--classpath", "/opt/segue/kernel.jar", "--aot-cache", "/opt/segue/kernel.aot"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).trim())
                .isEqualTo(userKernel().toString());
        JsonNode spec =
                new ObjectMapper().readTree(userKernel().resolve("kernel.json").toFile());
        assertThat(spec.path("display_name").asText()).isEqualTo("Java 25 (Segue)");
        assertThat(spec.path("language").asText()).isEqualTo("java");
        assertThat(spec.path("interrupt_mode").asText()).isEqualTo("message");
        assertThat(spec.has("env")).isFalse();
        List<String> argv =
                spec.path("argv").valueStream().map(JsonNode::asText).toList();
        assertThat(Path.of(argv.getFirst())).isAbsolute().isExecutable();
        assertThat(argv)
                .containsSubsequence("--add-modules", "jdk.incubator.vector")
                .contains(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true")
                .containsSequence("-XX:AOTCache=/opt/segue/kernel.aot", "-Xlog:aot=off", "-Xlog:cds=off")
                .containsSequence("-cp", "/opt/segue/kernel.jar", "segue.kernel.Main", "{connection_file}");
        assertThat(argv)
                .filteredOn(option -> option.startsWith("-Xmx"))
                .singleElement()
                .satisfies(heap -> {
                    assertThat(Integer.parseInt(heap.replaceAll("\\D", ""))).isBetween(512, 4096);
                });
    }

    @Test
    void the_logos_are_a_png_of_64_pixels_and_an_svg() throws IOException {
        install("--classpath", "x");
        var image = ImageIO.read(userKernel().resolve("logo-64x64.png").toFile());
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getHeight()).isEqualTo(64);
        assertThat(userKernel().resolve("logo-svg.svg")).content().startsWith("<svg");
    }

    @Test
    void an_unchanged_spec_is_left_alone_and_a_changed_one_replaced() throws IOException {
        install("--classpath", "x");
        Path json = userKernel().resolve("kernel.json");
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(json, longAgo);
        assertThat(install("--classpath", "x")).isZero();
        assertThat(said()).contains("already");
        assertThat(Files.getLastModifiedTime(json)).isEqualTo(longAgo);
        assertThat(install("--classpath", "y")).isZero();
        assertThat(json).content().contains("\"y\"");
        try (Stream<Path> left = Files.list(userKernel().getParent())) {
            assertThat(left).as("nothing is left beside the kernel").containsExactly(userKernel());
        }
    }

    @Test
    void a_star_in_the_class_path_is_written_out_in_order_with_our_own_jar_first() throws IOException {
        for (String name : List.of("jackson.jar", "workbench-lib.jar", "workbench-kernel.jar", "notes.txt")) {
            Files.createFile(home.resolve(name));
        }
        assertThat(ClassPath.expand("/x" + File.pathSeparator + home + "/*"))
                .isEqualTo(Stream.of("workbench-kernel.jar", "jackson.jar", "workbench-lib.jar")
                        .map(name -> home.resolve(name).toString())
                        .collect(Collectors.joining(File.pathSeparator, "/x" + File.pathSeparator, "")));
        assertThat(install("--classpath", home.resolve("absent") + "/*")).isEqualTo(2);
        assertThat(said()).contains("absent");
    }

    @Test
    void a_foreign_kernel_is_refused_in_one_sentence_unless_forced() throws IOException {
        Files.createDirectories(userKernel());
        Files.writeString(userKernel().resolve("kernel.json"), "{\"display_name\": \"Java\", \"argv\": [\"java\"]}");
        assertThat(install("--classpath", "x")).isEqualTo(1);
        assertThat(said().lines()).singleElement().asString().contains("another kernel (Java)", "--force");
        assertThat(uninstall()).isEqualTo(1);
        assertThat(userKernel().resolve("kernel.json")).content().contains("\"Java\"");
        assertThat(install("--classpath", "x", "--force")).isZero();
        assertThat(userKernel().resolve("kernel.json")).content().contains("Segue");
    }

    @Test
    void a_broken_spec_counts_as_foreign() throws IOException {
        Files.createDirectories(userKernel());
        assertThat(install("--classpath", "x")).isEqualTo(1);
        Files.writeString(userKernel().resolve("kernel.json"), "{");
        assertThat(install("--classpath", "x")).isEqualTo(1);
        assertThat(said()).contains("no readable kernel");
    }

    @Test
    void uninstalling_removes_ours_and_says_when_there_is_none() {
        install("--classpath", "x");
        assertThat(uninstall()).isZero();
        assertThat(userKernel()).doesNotExist();
        assertThat(uninstall()).isZero();
        assertThat(said()).contains("no kernel was installed");
    }

    @Test
    void wrong_use_is_told_with_a_hint() {
        for (String[] wrong : new String[][] {
            {},
            {"instal", "--user"},
            {"install", "--classpath", "x"},
            {"install", "--prefix"},
            {"install", "--user", "--prefix", "/x", "--classpath", "x"},
            {"install", "--prefix", "/x", "--classpath", "x", "--fast"}
        }) {
            assertThat(kernel(wrong)).isEqualTo(2);
            assertThat(said().lines()).first().asString().startsWith("segue: ");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws IOException {
        Files.writeString(home.resolve("share"), "a file where a folder should be");
        assertThat(install("--classpath", "x")).isEqualTo(1);
        assertThat(said().lines()).singleElement().asString().contains("share");
    }

    @Test
    void the_users_own_folder_follows_jupyters_rules() {
        Path me = Path.of("/home/me");
        assertThat(JupyterData.folder(Map.of(), "Linux", me)).isEqualTo(me.resolve(".local/share/jupyter"));
        assertThat(JupyterData.folder(Map.of("XDG_DATA_HOME", "/xdg"), "Linux", me))
                .isEqualTo(Path.of("/xdg/jupyter"));
        assertThat(JupyterData.folder(Map.of("XDG_DATA_HOME", "/xdg"), "Mac OS X", me))
                .isEqualTo(me.resolve("Library/Jupyter"));
        assertThat(JupyterData.folder(Map.of("JUPYTER_DATA_DIR", "/own", "XDG_DATA_HOME", "/xdg"), "Mac OS X", me))
                .isEqualTo(Path.of("/own"));
    }
}
