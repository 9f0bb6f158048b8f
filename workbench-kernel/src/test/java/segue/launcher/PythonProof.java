package segue.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Runs a module of the tests in {@code src/test/python} against the kernel that the launcher has set up. */
final class PythonProof {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCRIPTS = Launcher.HOME.resolve("workbench-kernel/src/test/python");
    private static final Path SETUP = Launcher.HOME.resolve("target/setup");
    private static final long LIMIT_SECONDS = 1800;

    private final Path python;

    private PythonProof(Path python) {
        this.python = python;
    }

    /** What one of its tests came to. */
    record Outcome(String test, String outcome, double seconds, String detail) {}

    /**
     * What a module came to.
     *
     * @param complete whether it ran to its end, with as many tests as it said
     * @param remarks all else that it printed
     */
    record Report(List<Outcome> outcomes, boolean complete, List<String> remarks) {}

    /** With the Python, and the kernel installed for it, that {@code ./segue} uses. */
    static PythonProof setUp() throws IOException, InterruptedException {
        new Launcher().without("SEGUE_PYTHON").run("doctor");
        Path chosen = SETUP.resolve("python");
        String python =
                System.getenv().getOrDefault("SEGUE_PYTHON", Files.exists(chosen) ? Files.readString(chosen) : "");
        return new PythonProof(Path.of(python.isBlank() ? "python3" : python.strip()));
    }

    /** Whether its Python can import all of them. */
    boolean has(String... modules) throws IOException, InterruptedException {
        try {
            Process probe = new ProcessBuilder(python.toString(), "-c", "import " + String.join(", ", modules))
                    .redirectErrorStream(true)
                    .start();
            probe.getInputStream().readAllBytes();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    Path python() {
        return python;
    }

    Report run(String module, Path folder) throws IOException, InterruptedException {
        Path out = folder.resolve(module + ".out");
        Path err = folder.resolve(module + ".err");
        ProcessBuilder builder = new ProcessBuilder(python.toString(), "-B", "run_tests.py", module)
                .directory(SCRIPTS.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .put(
                        "JUPYTER_PATH",
                        Launcher.HOME.resolve("target/jupyter/share/jupyter").toString());
        builder.environment()
                .put(
                        "JUPYTER_RUNTIME_DIR",
                        Files.createDirectories(folder.resolve(module)).toString());
        Process tests = builder.start();
        boolean ended = tests.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        tests.descendants().forEach(ProcessHandle::destroyForcibly);
        tests.destroyForcibly();
        List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
        List<Outcome> outcomes = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        OptionalInt promised = OptionalInt.empty();
        for (String line : lines) {
            JsonNode json = read(line);
            if (json.has("test")) {
                outcomes.add(new Outcome(
                        json.get("test").asText(),
                        json.get("outcome").asText(),
                        json.get("seconds").asDouble(),
                        json.get("detail").asText()));
            } else if (json.has("end")) {
                promised = OptionalInt.of(json.get("end").asInt());
            } else {
                remarks.add(line);
            }
        }
        boolean complete = ended && promised.equals(OptionalInt.of(outcomes.size()));
        if (!complete) {
            remarks.addAll(Files.readAllLines(err, StandardCharsets.UTF_8));
        }
        return new Report(outcomes, complete, remarks);
    }

    private static JsonNode read(String line) {
        try {
            return line.startsWith("{") ? JSON.readTree(line) : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
