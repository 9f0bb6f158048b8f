package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.RecordingFile;

/** What the commands say and write when they are given a features.csv. */
class RecordingCommandsTest {
    @TempDir
    Path folder;

    private String out;
    private String err;

    private int segue(Object... args) {
        Ended ended = Ended.of(args);
        out = ended.out();
        err = ended.err();
        return ended.exitCode();
    }

    @Test
    void recommendations_are_explained_by_group() throws IOException {
        Path file = RecordingFile.invented(4, 6).write(folder);

        assertThat(segue("recommend", "--song", "family 2 take 3", "--catalog", file, "--explain"))
                .isZero();

        assertThat(out)
                .contains("Band 2, Guest – Family 2, take")
                .contains("timbre ")
                .contains("of the usual");
        assertThat(err).contains("most like Band 2, Guest – Family 2, take 3 (2002), from 24 songs, features.csv");
    }

    @Test
    void a_recording_is_found_by_its_path() throws IOException {
        Path file = RecordingFile.invented(2, 4).write(folder);

        assertThat(segue("recommend", "--id", "family0/take1.flac", "--n", 1, "--catalog", file, "--json"))
                .isZero();

        JsonNode answer = new ObjectMapper().readTree(out);
        assertThat(answer.get("dims").asInt()).isEqualTo(83);
        assertThat(answer.at("/song/name").asText()).isEqualTo("take1");
        assertThat(answer.at("/results/0/id").asText()).startsWith("family0/");
    }

    @Test
    void neighbours_of_a_table_of_recordings_are_searched_by_their_vectors() throws IOException {
        Path file = RecordingFile.invented(3, 4).write(folder);
        Path ids = folder.resolve("ids.npy");

        assertThat(segue("knn", "--data", file, "--k", 3, "--exclude-self", "--out", ids))
                .isZero();

        assertThat(err).contains("12 queries in 12 x 83");
        assertThat(Files.size(ids)).isEqualTo(128 + 12 * 3 * 4);
    }

    @Test
    void a_table_that_lacks_descriptors_is_refused_with_what_to_do() throws IOException {
        Path file = RecordingFile.invented(2, 4).without("mfcc7_var").write(folder);

        assertThat(segue("recommend", "--song", "take", "--catalog", file)).isEqualTo(1);
        assertThat(err)
                .contains("it lacks mfcc7_var. Make it again with ./segue features")
                .doesNotContain("at segue.");
        assertThat(segue("knn", "--data", file, "--out", folder.resolve("x.npy")))
                .isEqualTo(1);
        assertThat(err).contains("it lacks mfcc7_var").doesNotContain("at segue.");
    }

    @Test
    void a_table_without_rows_is_refused_in_a_sentence() throws IOException {
        Path file = RecordingFile.invented(1, 1).head(1).with(0, "tempo", "").write(folder);

        assertThat(segue("recommend", "--id", "x", "--catalog", file)).isEqualTo(1);
        assertThat(err).contains("no song has the id x in 0 songs").doesNotContain("at segue.");
    }
}
