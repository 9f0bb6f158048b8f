package segue.audio.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.audio.Ffmpeg;
import segue.audio.Sounds;

/** Damaged, many and long files: no crash, no hang, no leak. Ten times as many with {@code SEGUE_SLOW_TESTS}. */
class TortureTest {
    private static final int TIMES = System.getenv("SEGUE_SLOW_TESTS") == null ? 1 : 10;
    private static final long MOST_GROWTH_KIB = 48 << 10;

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeGoodFiles() throws Exception {
        Path good = Files.createDirectory(folder.resolve("good"));
        Path source = good.resolve("a.wav");
        Sounds.music(0.3, 22_050).writeWav(source);
        Files.write(good.resolve("silent.mp3"), Sounds.silentMp3(20));
        if (!Ffmpeg.isHere()) {
            System.err.println("Only wav and mp3 are tortured, since there is no ffmpeg to make others with.");
            return;
        }
        for (String name : List.of(
                "a.mp3", "a.ogg", "a.opus", "a.flac", "a.m4a", "a.aac", "a.aiff", "a.wma", "a.wv", "a.mka", "a.caf")) {
            Ffmpeg.make(source, good.resolve(name), "-metadata", "title=Torture");
        }
        Ffmpeg.make(source, good.resolve("six.wav"), "-ac", "6", "-c:a", "pcm_s24le");
        Ffmpeg.make(source, good.resolve("alac.m4a"), "-c:a", "alac");
    }

    @Test
    void damaged_files_are_refused_or_read_in_part() throws Exception {
        Map<String, String> saw = torture("damage", folder.toString(), "" + 2 * TIMES);

        int files = number(saw, "files");
        assertThat(number(saw, "refused")).isBetween(files / 50, files - 1);
        assertThat(number(saw, "warned")).isPositive();
        assertThat(number(saw, "grownKib")).isLessThan((int) MOST_GROWTH_KIB);
    }

    @Test
    void two_thousand_files_leave_no_memory_behind() throws Exception {
        Map<String, String> saw = torture("soak", folder.toString(), "" + 2_000 * TIMES);

        assertThat(number(saw, "files")).isEqualTo(2_000 * TIMES);
        assertThat(number(saw, "refused")).isZero();
        assertThat(number(saw, "warned")).isZero();
        assertThat(number(saw, "grownKib")).isLessThan((int) MOST_GROWTH_KIB);
    }

    @Test
    void two_hours_are_read_in_the_memory_of_a_minute() throws Exception {
        int frames = 2 * 3_600 * 44_100 / 1_152;
        Path file = folder.resolve("hours.mp3");
        byte[] minute = Sounds.silentMp3(frames / 120);
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < 120; i++) {
                out.write(minute);
            }
        }

        Map<String, String> saw = torture("hours", folder.toString(), file.toString());

        assertThat(number(saw, "samples")).isEqualTo(frames / 120 * 120 * 1_152 / 2);
        assertThat(number(saw, "grownKib")).isLessThan((int) MOST_GROWTH_KIB);
    }

    @Test
    void a_process_may_be_much_larger_than_its_heap() throws Exception {
        assertThat(number(torture("crowded", folder.toString()), "refused")).isZero();
    }

    @Test
    void without_libraries_for_the_machine_the_reason_is_told() throws Exception {
        String others = classPath(entry -> !entry.matches(".*(ffmpeg|javacpp)-[^/\\\\]*-(linux|macosx|windows)-.*"));

        Map<String, String> saw = run(others, "absence", folder.toString());

        assertThat(saw.get("absence"))
                .startsWith("Recordings cannot be decoded: FFmpeg's libraries for ")
                .contains("cannot be loaded")
                .endsWith(" Build Segue on this machine, so that they are fetched for it.");
    }

    private static int number(Map<String, String> saw, String name) {
        return Integer.parseInt(saw.get(name));
    }

    private static Map<String, String> torture(String... arguments) throws IOException, InterruptedException {
        return run(classPath(entry -> true), arguments);
    }

    private static Map<String, String> run(String classPath, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                Torture.class.getName()));
        command.addAll(List.of(arguments));
        Path said = folder.resolve(arguments[0] + ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(120L * TIMES, TimeUnit.SECONDS);
        process.destroyForcibly();
        String output = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended).as("ended in time; said:\n" + output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        List<String> lines = output.lines()
                .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
                .toList();
        assertThat(lines).as("nothing but its own lines is printed").allMatch(line -> line.matches("[a-zA-Z]+=.*"));
        return lines.stream()
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    private static String classPath(Predicate<String> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
