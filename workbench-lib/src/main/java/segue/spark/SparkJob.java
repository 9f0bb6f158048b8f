package segue.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import segue.progress.Progress;

/** Runs {@code ./segue spark …} and waits for it. */
public final class SparkJob {
    private static final long LOOK_MILLIS = 200;
    private static final long GRACE_SECONDS = 10;
    private static final String JSON = "--json";
    private static final String MARK = "segue: ";

    private final Path launcher;
    private final List<String> arguments;

    private SparkJob(Path launcher, List<String> arguments) {
        this.launcher = launcher;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * Runs a job and shows on a progress line what it says.
     *
     * @param arguments as they are typed after {@code ./segue spark}; {@code --json} is added
     * @throws SparkJobException if it fails, with the sentence that it said, or if there is no {@code ./segue}
     * @throws CancellationException if this thread is interrupted: then the job has been ended, and all that it had begun
     */
    public static SparkRun run(String... arguments) {
        return at(Launcher.find(System.getenv("SEGUE_HOME")), arguments).run();
    }

    static SparkJob at(Path launcher, String... arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("a job needs a command, such as \"neighbours\", and its options");
        }
        return new SparkJob(launcher, List.of(arguments));
    }

    SparkRun run() {
        Process process = start();
        Thread atExit = Thread.ofPlatform().unstarted(() -> end(process));
        Runtime.getRuntime().addShutdownHook(atExit);
        try (Progress progress = Progress.begin("spark " + arguments.getFirst(), 1)) {
            Output printed = Output.of(process.getInputStream(), Integer.MAX_VALUE);
            Output said = Output.of(process.getErrorStream(), Output.KEPT_LINES);
            await(process, said, progress);
            SparkRun run = result(process.exitValue(), printed.text(), said.text());
            progress.step();
            return run;
        } finally {
            end(process);
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    private Process start() {
        List<String> command = new ArrayList<>(List.of(launcher.toString(), "spark"));
        command.addAll(arguments);
        if (!arguments.contains(JSON)) {
            command.add(JSON);
        }
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            return process;
        } catch (IOException notStarted) {
            throw new SparkJobException(
                    "%s cannot be started: %s".formatted(launcher, notStarted.getMessage()), notStarted);
        }
    }

    private static void await(Process process, Output said, Progress progress) {
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.say(said.lastLine().replaceFirst("^" + MARK, ""));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the job was stopped");
        }
    }

    private static SparkRun result(int exitCode, String printed, String said) {
        if (exitCode != 0) {
            throw new SparkJobException(sentence(exitCode, said), exitCode);
        }
        return new SparkRun(exitCode, figures(printed), said);
    }

    /** The last line that is meant for people. */
    private static String sentence(int exitCode, String said) {
        List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
        return lines.reversed().stream()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()))
                .findFirst()
                .orElseGet(() -> lines.isEmpty()
                        ? "the job ended with exit code %d and said nothing".formatted(exitCode)
                        : lines.getLast());
    }

    private static Map<String, Object> figures(String printed) {
        if (printed.isBlank()) {
            return Map.of();
        }
        try {
            return new ObjectMapper().readValue(printed, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException noObject) {
            throw new SparkJobException(
                    "the job ended well but printed no JSON object: "
                            + printed.lines().findFirst().orElse(""),
                    noObject);
        }
    }

    /** The process, and all that it has begun, asked first. */
    private static void end(Process process) {
        List<ProcessHandle> alive = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .filter(ProcessHandle::isAlive)
                .toList();
        alive.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(alive.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, GRACE_SECONDS, TimeUnit.SECONDS)
                .join();
        alive.forEach(ProcessHandle::destroyForcibly);
    }
}
