package segue.audio.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same recording in the formats that people have, as FFmpeg writes them. */
class FormatsTest {
    private static final Path FFMPEG = Path.of("/usr/bin/ffmpeg");

    @TempDir
    Path music;

    @BeforeEach
    void needsFfmpeg() {
        assumeTrue(Files.isExecutable(FFMPEG), FFMPEG + " is not installed");
    }

    private void encode(Path from, String to, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(FFMPEG.toString(), "-v", "error", "-i", from.toString()));
        command.addAll(List.of(options));
        command.add(music.resolve(to).toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void every_format_and_bitrate_leads_to_the_first() throws IOException, InterruptedException {
        for (int seed = 1; seed <= 3; seed++) {
            Path original = Tunes.write(music.resolve(seed + ".0.wav"), seed, 10);
            encode(original, seed + ".48.mp3", "-b:a", "48k");
            encode(original, seed + ".128.mp3", "-b:a", "128k");
            encode(original, seed + ".flac");
            encode(original, seed + ".ogg", "-c:a", "libvorbis", "-q:a", "3");
            encode(original, seed + ".m4a", "-c:a", "aac", "-b:a", "64k");
            encode(original, seed + ".later.mp3", "-af", "adelay=730", "-b:a", "96k");
        }
        ScanReport report =
                FolderScan.of(music, ScanOptions.to(music.resolve("f.csv"))).run();
        assertThat(report.failures()).isEmpty();
        assertThat(report.rows()).isEqualTo(21);
        assertThat(report.duplicates()).hasSize(18).allSatisfy(duplicate -> {
            String name = Path.of(duplicate.path()).getFileName().toString();
            assertThat(duplicate.first()).endsWith(name.charAt(0) + ".0.wav");
        });
    }
}
