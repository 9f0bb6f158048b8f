package segue.audio.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import segue.audio.signal.Signal;

/** Beside the meter of ffmpeg, on real recordings. */
class FfmpegLoudnessTest {
    private static final String INTEGRATED = "lavfi.r128.I=";
    private static final String RANGE = "lavfi.r128.LRA=";

    @Test
    void loudness_and_range_are_those_of_ffmpeg() throws IOException, InterruptedException {
        String folder = System.getenv("SEGUE_DATA");
        Assumptions.assumeTrue(
                folder != null && !folder.isBlank(), "SEGUE_DATA is not set, the recordings are not here");
        Path recordings = Path.of(folder, "audio");
        Assumptions.assumeTrue(Files.isDirectory(recordings), recordings + " is not here");
        Assumptions.assumeTrue(hasFfmpeg(), "ffmpeg is not on the path");
        for (String name : List.of("trumpet", "libri1", "robin", "brahms", "vibeace")) {
            Path file = recordings.resolve(name + ".wav");
            Signal signal = Signal.read(file);
            Loudness loudness = Loudness.of(signal);
            List<String> lines = measuredByFfmpeg(file);
            assertThat(loudness.integratedLufs()).as(name).isCloseTo(last(lines, INTEGRATED), within(0.1));
            // ffmpeg counts the first 3 s too, before a window is full, which shows in short recordings.
            if (signal.seconds() > 30) {
                assertThat(loudness.rangeLu()).as(name).isCloseTo(last(lines, RANGE), within(0.1));
            }
        }
    }

    private static boolean hasFfmpeg() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ffmpeg")));
    }

    private static List<String> measuredByFfmpeg(Path file) throws IOException, InterruptedException {
        Path out = Files.createTempFile("loudness", ".txt");
        try {
            Process ffmpeg = new ProcessBuilder(
                            "ffmpeg",
                            "-nostdin",
                            "-v",
                            "error",
                            "-i",
                            file.toString(),
                            "-af",
                            "ebur128=metadata=1,ametadata=print:file=-",
                            "-f",
                            "null",
                            "-")
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(ffmpeg.waitFor()).isZero();
            return Files.readAllLines(out);
        } finally {
            Files.delete(out);
        }
    }

    private static double last(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .reduce((first, second) -> second)
                .map(line -> Double.parseDouble(line.substring(name.length())))
                .orElseThrow();
    }
}
