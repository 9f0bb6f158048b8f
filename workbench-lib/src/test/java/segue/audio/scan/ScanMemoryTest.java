package segue.audio.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory stays flat over 2,000 files, good and bad, in a process whose heap is small. */
class ScanMemoryTest {
    private static final int FILES_EACH = 1_000;
    private static final int HEAP_MEGABYTES = 64;

    /** 16 kB a file: less than a decoder holds. */
    private static final long MOST_GROWTH_KILOBYTES = 16 * FILES_EACH;

    @TempDir
    Path folder;

    @Test
    void two_thousand_files_leave_nothing_in_memory() throws IOException, InterruptedException {
        Path first = write("first", 1, FILES_EACH);
        Path second = write("second", 2, FILES_EACH);
        Path warmUp = write("warm up", 3, FILES_EACH / 4);
        Process process = ScanProcess.start(HEAP_MEGABYTES, folder.resolve("f.csv"), 2, warmUp, first, second);
        List<Long> kilobytes = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .map(Long::valueOf)
                .toList();
        assertThat(process.waitFor()).isZero();
        assumeTrue(kilobytes.getFirst() > 0, "this system does not tell the memory of a process in /proc");
        assertThat(kilobytes).hasSize(3);
        assertThat(kilobytes.get(2) - kilobytes.get(1))
                .as("kB after each folder: %s", kilobytes)
                .isLessThan(MOST_GROWTH_KILOBYTES);
    }

    /** One file in ten is cut in its header. */
    private Path write(String name, int seed, int files) throws IOException {
        Path music = folder.resolve(name);
        float[] tune = Tunes.melody(seed, 0.3);
        for (int i = 0; i < files; i++) {
            tune[0] = i / 32_767f;
            Path file = Tunes.write(music.resolve(i + ".wav"), tune);
            if (i % 10 == 0) {
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20 + i % 24));
            }
        }
        return music;
    }
}
