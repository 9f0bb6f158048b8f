package segue.neighbors.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** JVMs that find a driver made for the test: NVIDIA's library is loaded by its name, so every try needs a JVM of its own. */
public final class EmulatedCard {
    private static final Path BUILD = Path.of("../bench/gpu-emulation/build").toAbsolutePath();
    private static final Path TARGET = Path.of("target/gpu-emulation").toAbsolutePath();

    private EmulatedCard() {}

    /** The folder with the emulated driver; skips the test where it cannot be made. */
    public static synchronized Path folder() {
        assumeTrue(Files.exists(BUILD), () -> BUILD + " is not here, so no card can be emulated");
        assumeTrue(finds("g++"), "no g++ to make the emulated card with");
        Path source = Path.of("src/main/resources/segue/neighbors/gpu/neighbors.cu");
        Path library = TARGET.resolve("libcuda.so.1");
        if (isOlder(library, source) || isOlder(library, BUILD.resolveSibling("libcuda.cpp"))) {
            run(List.of("bash", BUILD.toString(), TARGET.toString()));
        }
        return TARGET;
    }

    /** A folder with a driver of {@code functions} that all answer 0. */
    public static Path driverOf(Path folder, String... functions) throws IOException {
        assumeTrue(finds("g++"), "no g++ to make a driver with");
        StringBuilder source = new StringBuilder();
        for (String function : functions) {
            source.append("extern \"C\" int ").append(function).append("() { return 0; }\n");
        }
        Path file = Files.writeString(folder.resolve("driver.cpp"), source);
        run(List.of("g++", "-shared", "-fPIC", "-o", folder + "/libcuda.so.1", file.toString()));
        return folder;
    }

    /** A JVM that runs {@code main} with the driver in {@code folder}; what it prints is read by {@link #output}. */
    public static Process start(Class<?> main, Path folder, Map<String, String> settings, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SEGUE_"));
        builder.environment().put("LD_LIBRARY_PATH", folder.toString());
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static String output(Process process) {
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output.replaceFirst("WARNING: Using incubator modules: .*\n", "")
                    .strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a JVM was waited for", stopped);
        }
    }

    private static boolean isOlder(Path made, Path source) {
        try {
            return !Files.exists(made)
                    || Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(source)) < 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean finds(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static void run(List<String> command) {
        try {
            output(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
