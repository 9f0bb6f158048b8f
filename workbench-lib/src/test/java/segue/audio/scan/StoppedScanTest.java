package segue.audio.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppedScanTest {
    private static final int FILES = 240;
    private static final String TOO_FAST = "the scan had ended before it could be stopped";

    @TempDir
    Path folder;

    private Path music;
    private Path out;
    private byte[] undisturbed;

    @BeforeEach
    void scanOnce() throws IOException {
        music = folder.resolve("music");
        for (int i = 0; i < FILES; i++) {
            Tunes.write(music.resolve("t%03d.wav".formatted(i)), i, 0.6);
        }
        Files.writeString(music.resolve("bad.mp3"), "no music");
        out = folder.resolve("features.csv");
        Path other = folder.resolve("undisturbed.csv");
        FolderScan.of(music, ScanOptions.to(other)).run();
        undisturbed = Files.readAllBytes(other);
    }

    private void assertThatTheRestIsDoneOnce(int alreadyDone) throws IOException {
        ScanReport report =
                FolderScan.of(music, ScanOptions.to(out).withJobs(2)).run();
        assertThat(report.unchanged()).isGreaterThanOrEqualTo(alreadyDone);
        assertThat(report.unchanged() + report.heard()).isEqualTo(FILES + 1);
        assertThat(out).hasBinaryContent(undisturbed);
        Map<String, Integer> lines = ScanProcess.linesByPath(out);
        assertThat(lines).hasSize(FILES + 1);
        assertThat(lines.values()).containsOnly(1);
    }

    @Test
    void a_scan_that_is_killed_again_and_again_loses_nothing_and_does_nothing_twice()
            throws IOException, InterruptedException {
        boolean isKilledAtWork = false;
        for (int done : new int[] {5, 40, 80}) {
            Process process = ScanProcess.start(256, out, 2, music);
            while (process.isAlive() && ScanProcess.linesByPath(out).size() < done) {
                Thread.sleep(1);
            }
            isKilledAtWork |= process.isAlive();
            process.destroyForcibly().waitFor();
            // Killed in the moment after its end, it leaves the whole table; never a part of one.
            if (Files.exists(out)) {
                assertThat(out).hasBinaryContent(undisturbed);
            }
        }
        assertThatTheRestIsDoneOnce(5);
        assumeTrue(isKilledAtWork, TOO_FAST);
    }

    @Test
    void a_scan_that_is_interrupted_keeps_what_is_done_and_says_how_to_go_on()
            throws IOException, InterruptedException {
        AtomicReference<String> told = new AtomicReference<>();
        Thread scan = new Thread(() -> {
            try {
                FolderScan.of(music, ScanOptions.to(out).withJobs(1)).run();
            } catch (CancellationException stopped) {
                told.set(stopped.getMessage());
            } catch (IOException e) {
                told.set("failed: " + e);
            }
        });
        scan.start();
        boolean isAtWork = ScanProcess.isAtWorkAfter(10, out, scan);
        scan.interrupt();
        scan.join();
        assumeTrue(isAtWork && told.get() != null, TOO_FAST);
        assertThat(told.get()).contains("run it again to go on");
        assertThat(out).doesNotExist();
        assertThatTheRestIsDoneOnce(10);
    }
}
