package segue.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.kernel.wire.Json;
import segue.launcher.Launcher.Ended;

/** {@code ./segue kernel}, and the start from what the JVM learnt in a rehearsal. */
class KernelInstallIT {
    @TempDir
    Path folder;

    @Test
    void the_kernel_is_installed_for_another_jupyter_and_taken_back() throws Exception {
        Path kernel = folder.resolve("share/jupyter/kernels/java");
        Ended installed = new Launcher().run("kernel", "install", "--prefix", folder.toString());
        assertThat(installed.exitCode()).as(installed.err()).isZero();
        assertThat(installed.out().strip()).isEqualTo(kernel.toString());
        try (Stream<Path> files = Files.list(kernel)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("kernel.json", "logo-64x64.png", "logo-svg.svg");
        }
        assertThat(new Launcher()
                        .run("kernel", "uninstall", "--prefix", folder.toString())
                        .exitCode())
                .isZero();
        assertThat(kernel).doesNotExist();
    }

    @Test
    void a_foreign_kernel_stays_unless_it_is_told_otherwise() throws Exception {
        Path json = folder.resolve("share/jupyter/kernels/java/kernel.json");
        Files.createDirectories(json.getParent());
        Files.writeString(json, "{\"display_name\": \"Other\", \"argv\": [\"java\"]}");
        Ended refused = new Launcher().run("kernel", "install", "--prefix", folder.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("another kernel (Other)", "--force");
        assertThat(json).content().contains("Other");
    }

    @Test
    void wrong_use_says_what_is_right() throws Exception {
        assertThat(new Launcher().run("kernel").exitCode()).isEqualTo(2);
        Ended nowhere = new Launcher().run("kernel", "install");
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err()).contains("--user", "--sys-prefix", "--prefix");
    }

    /** A first start has the rehearsal begin beside it; sooner or later the kernelspec names what came of it. */
    @Test
    void after_the_rehearsal_the_kernel_starts_from_a_cache_and_without_one_in_silence() throws Exception {
        Path json = Launcher.HOME.resolve("target/jupyter/share/jupyter/kernels/java/kernel.json");
        new Launcher().run("kernel", "uninstall", "--prefix", folder.toString());
        for (int i = 0; i < 600 && !Files.readString(json).contains("-XX:AOTCache="); i++) {
            Thread.sleep(200);
        }
        List<String> argv = argv(json);
        String option = argv.stream()
                .filter(word -> word.startsWith("-XX:AOTCache="))
                .findFirst()
                .orElseThrow();
        assertThat(started(argv, "-Xlog:class+load")).contains("segue.kernel.Main source: shared objects file");
        List<String> without = argv.stream()
                .map(word -> word.equals(option) ? option + ".absent" : word)
                .toList();
        assertThat(started(without)).doesNotContain("[aot]", "[cds]");
    }

    /** What the JVM says when it is started like this, without a connection file. */
    private static String started(List<String> argv, String... more) throws Exception {
        List<String> command = Stream.of(argv.subList(0, 1), List.of(more), argv.subList(1, argv.size() - 1))
                .flatMap(List::stream)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isEqualTo(2);
        return said;
    }

    private static List<String> argv(Path json) throws Exception {
        List<?> argv = (List<?>) Json.read(Files.readAllBytes(json)).get("argv");
        return argv.stream().map(String::valueOf).toList();
    }
}
