package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesCommandTest {
    @TempDir
    Path folder;

    private Path song;
    private String told;
    private String printed;

    @BeforeEach
    void beep() throws IOException {
        byte[] samples = new byte[2 * 22_050];
        for (int i = 0; i < samples.length / 2; i++) {
            samples[2 * i + 1] = (byte) (40 * Math.sin(0.1 * i));
        }
        song = Files.createDirectory(folder.resolve("music")).resolve("beep.wav");
        AudioFormat format = new AudioFormat(22_050, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
                AudioFileFormat.Type.WAVE,
                song.toFile());
    }

    private int segue(Object... args) {
        Ended ended = Ended.of(args);
        printed = ended.out();
        told = ended.err();
        return ended.exitCode();
    }

    private Path out() {
        return folder.resolve("features.csv");
    }

    @Test
    void the_result_is_told_as_json() throws IOException {
        Files.writeString(folder.resolve("music/bad.mp3"), "no music");
        assertThat(segue("features", folder.resolve("music"), "--out", out(), "--json", "--jobs", 1))
                .isZero();
        JsonNode result = new ObjectMapper().readTree(printed);
        assertThat(result.path("command").asText()).isEqualTo("features");
        assertThat(result.path("rows").asInt()).isEqualTo(1);
        assertThat(result.path("failed").asInt()).isEqualTo(1);
        assertThat(result.path("skipped").asInt(-1)).isZero();
        assertThat(result.path("duplicates").asInt(-1)).isZero();
        assertThat(result.path("audioSeconds").asDouble()).isEqualTo(1);
        assertThat(result.path("seconds").asDouble()).isPositive();
        assertThat(result.path("hoursPerMinute").asDouble()).isPositive();
        assertThat(result.path("threads").asInt()).isEqualTo(1);
        assertThat(told).contains("bad.mp3: ").contains("1 failed");
    }

    @Test
    void the_report_has_every_failure_with_its_reason() throws IOException {
        Files.writeString(folder.resolve("music/bad.mp3"), "no music");
        Path report = folder.resolve("report.json");
        assertThat(segue("features", folder.resolve("music"), "--out", out(), "--report", report))
                .isZero();
        JsonNode failures = new ObjectMapper().readTree(report.toFile()).path("failures");
        assertThat(failures).hasSize(1);
        assertThat(failures.path(0).path("path").asText()).endsWith("bad.mp3");
        assertThat(failures.path(0).path("reason").asText()).isNotBlank();
    }

    @Test
    void a_missing_path_is_wrong_use() {
        assertThat(segue("features", folder.resolve("mussic"), "--out", out())).isEqualTo(2);
        assertThat(told).isEqualTo("segue: " + folder.resolve("mussic") + ": no such file or folder\n");
    }

    @Test
    void jobs_below_one_are_wrong_use() {
        assertThat(segue("features", song, "--out", out(), "--jobs", 0)).isEqualTo(2);
        assertThat(told).isEqualTo("segue: jobs must be in [1, 1,024] but was 0\n");
    }

    @Test
    void a_recording_is_not_written_over() throws IOException {
        byte[] before = Files.readAllBytes(song);
        assertThat(segue("features", song, "--out", song)).isEqualTo(2);
        assertThat(told).contains("beep.wav is read, and writing would replace it");
        assertThat(song).hasBinaryContent(before);
    }

    @Test
    void a_folder_for_the_table_that_is_missing_is_told_before_any_work() {
        assertThat(segue("features", song, "--out", folder.resolve("no/features.csv")))
                .isEqualTo(1);
        assertThat(told).contains(folder.resolve("no") + ": no such folder");
    }

    @Test
    void where_nothing_can_be_read_it_fails() throws IOException {
        Files.writeString(song, "no music");
        assertThat(segue("features", song, "--out", out())).isEqualTo(1);
        assertThat(told).contains("no recording could be read").contains("is not written");
        assertThat(out()).doesNotExist();
    }
}
