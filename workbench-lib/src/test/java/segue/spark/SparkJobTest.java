package segue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SparkJobTest {
    @TempDir
    private Path home;

    /** Takes the place of {@code ./segue}. */
    private Path launcher(String script) throws IOException {
        Path file = Files.writeString(home.resolve("segue"), "#!/bin/bash\n" + script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aJobsFiguresAreReadAndWhatItSaidIsKept() throws IOException {
        Path launcher =
                launcher("echo \"segue: $*\" >&2; echo '{\"command\": \"spark x\", \"rows\": 7, \"seconds\": 1.5}'");
        SparkRun run = SparkJob.at(launcher, "x", "--out", "a b").run();
        assertThat(run.exitCode()).isZero();
        assertThat(run.said()).isEqualTo("segue: spark x --out a b --json");
        assertThat(run.figures().keySet()).containsExactly("command", "rows", "seconds");
        assertThat(run.number("rows")).isEqualTo(7);
        assertThat(run.toString()).contains("seconds: 1.5");
        assertThatThrownBy(() -> run.number("command")).hasMessageContaining("it told command, rows, seconds");
    }

    @Test
    void aJobThatFailsThrowsItsSentence() throws IOException {
        Path launcher = launcher("echo 'segue: building …' >&2; echo 'segue: x.npy: no such file' >&2;"
                + " echo 'Try: ./segue spark --help' >&2; exit 2");
        assertThatThrownBy(() -> SparkJob.at(launcher, "x").run())
                .isInstanceOfSatisfying(
                        SparkJobException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(2))
                .hasMessage("x.npy: no such file");
        assertThatThrownBy(() -> SparkJob.at(launcher("exit 3"), "x").run())
                .hasMessage("the job ended with exit code 3 and said nothing");
        assertThatThrownBy(() -> SparkJob.at(launcher("echo hello"), "x").run())
                .hasMessage("the job ended well but printed no JSON object: hello");
    }

    @Test
    void muchOutputDoesNotHoldAJobUp() throws IOException {
        Path launcher = launcher("for i in $(seq 1 30000); do echo \"line $i of much output\" >&2; done; echo '{}'");
        SparkRun run = SparkJob.at(launcher, "x").run();
        assertThat(run.figures()).isEmpty();
        assertThat(run.said().lines()).hasSize(2_000).endsWith("line 30000 of much output");
    }

    @Test
    @Timeout(60)
    void stoppingEndsTheJobAndWhatItHasBegun() throws IOException, InterruptedException {
        Path began = home.resolve("began");
        Path launcher = launcher("sleep 300 & echo $! >" + began + ".tmp; mv " + began + ".tmp " + began + "; wait");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread cell = Thread.ofPlatform().start(() -> {
            try {
                SparkJob.at(launcher, "x").run();
            } catch (CancellationException stopped) {
                thrown.set(stopped);
            }
        });
        while (!Files.exists(began)) {
            Thread.sleep(Duration.ofMillis(20));
        }
        long child = Long.parseLong(Files.readString(began).strip());
        cell.interrupt();
        cell.join(Duration.ofSeconds(30));
        assertThat(thrown.get()).hasMessage("the job was stopped");
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void theLauncherIsWhereSegueHomeSays() throws IOException {
        assertThatThrownBy(() -> Launcher.find(home.toString()))
                .isInstanceOf(SparkJobException.class)
                .hasMessageContaining("SEGUE_HOME is " + home)
                .hasMessageContaining("no program ./segue");
        Path launcher = launcher("");
        assertThat(Launcher.find(home.toString())).isEqualTo(launcher);
        assertThat(Launcher.find(null)).hasFileName("segue").isExecutable();
        assertThatThrownBy(() -> SparkJob.at(launcher)).hasMessageContaining("a job needs a command");
    }
}
