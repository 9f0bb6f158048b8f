package segue.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts {@code ./segue} as a person would, in a process of its own, without building what the build just built. */
final class Launcher {
    static final Path HOME = home();
    private static final long LIMIT_SECONDS = 240;

    private final Path script;
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "SEGUE_BUILD",
            "never",
            "SEGUE_DATABASE",
            HOME.resolve("target/launcher-feedback.db").toString()));
    private final List<String> unset = new ArrayList<>();

    /** @param out all of stdout, {@code err} all of stderr */
    record Ended(int exitCode, String out, String err) {}

    Launcher() {
        this(HOME.resolve("segue"));
    }

    Launcher(Path script) {
        this.script = script;
    }

    Launcher with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Launcher without(String... variables) {
        unset.addAll(List.of(variables));
        return this;
    }

    ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(HOME.toFile());
        builder.environment().putAll(environment);
        unset.forEach(builder.environment()::remove);
        return builder;
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("segue", ".out");
        Path err = Files.createTempFile("segue", ".err");
        try {
            Process process = command(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(
                        "./segue " + String.join(" ", arguments) + " did not end; it said: " + read(err));
            }
            // The launcher's filter of stderr may live a moment longer than the command.
            for (int i = 0; i < 20 && process.exitValue() != 0 && Files.size(err) == 0; i++) {
                Thread.sleep(50);
            }
            return new Ended(process.exitValue(), read(out), read(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("segue"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
