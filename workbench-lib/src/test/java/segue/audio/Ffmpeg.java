package segue.audio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The {@code ffmpeg} command, which makes the files that are decoded here: another version, and encoders of its own. */
public final class Ffmpeg {
    private Ffmpeg() {}

    public static boolean isHere() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ffmpeg")));
    }

    /** Skips the tests, and says why, where it is not installed. */
    public static void requireOrSkip(String tests) {
        if (!isHere()) {
            System.err.println("Skipped: " + tests + ", since there is no ffmpeg to make files with.");
        }
        assumeTrue(isHere(), "there is no ffmpeg to make files with");
    }

    /** Makes {@code made} of {@code source} with options between them. */
    public static Path make(Path source, Path made, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-i", source.toString()));
        arguments.addAll(List.of(options));
        arguments.add(made.toString());
        return run(made, arguments);
    }

    public static Path run(Path made, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return made;
    }
}
