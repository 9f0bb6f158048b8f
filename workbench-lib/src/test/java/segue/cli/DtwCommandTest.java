package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.lab.SongLike;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;

class DtwCommandTest {
    @TempDir
    Path folder;

    private Path query;
    private String out;
    private String err;

    @BeforeEach
    void sequences() throws IOException {
        FloatMatrix theme = SongLike.vectors(60, 4);
        query = npy("query.npy", theme);
        npy(
                "slower.npy",
                theme.selectRows(IntStream.range(0, 80).map(i -> i * 3 / 4).toArray()));
        npy(
                "backwards.npy",
                theme.selectRows(IntStream.range(0, 60).map(i -> 59 - i).toArray()));
    }

    private Path npy(String name, FloatMatrix frames) throws IOException {
        Path file = folder.resolve(name);
        Npy.write(file, frames);
        return file;
    }

    private int segue(Object... args) {
        Ended ended = Ended.of(args);
        out = ended.out();
        err = ended.err();
        return ended.exitCode();
    }

    @Test
    void of_a_folder_the_slower_version_comes_first_and_the_query_is_left_out() throws IOException {
        assertThat(segue("dtw", query, folder, "--band", "1", "--json")).isZero();

        JsonNode json = new ObjectMapper().readTree(out);
        assertThat(json.path("candidates").asInt()).isEqualTo(2);
        assertThat(json.path("results")).hasSize(2);
        JsonNode first = json.path("results").get(0);
        assertThat(first.path("file").asText()).endsWith("slower.npy");
        assertThat(first.path("distance").asDouble()).isZero();
        assertThat(first.path("warped").asDouble()).isBetween(0.2, 0.3);
        assertThat(json.path("results").get(1).path("costPerStep").asDouble()).isPositive();
    }

    @Test
    void the_table_has_a_line_a_match() {
        assertThat(segue("dtw", query, query, folder.resolve("slower.npy"), "--top", 1))
                .isZero();

        assertThat(out.lines().toList()).hasSize(2).last().asString().contains("0%", "query.npy");
    }

    @Test
    void candidates_that_cannot_be_used_are_left_out_with_the_reason() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.wav"), "no sound");
        Path other = npy("wide.npy", SongLike.vectors(9, 5));

        assertThat(segue("dtw", query, text, other, folder.resolve("gone.mp3"), folder.resolve("slower.npy")))
                .isZero();

        assertThat(err)
                .contains("left out " + text)
                .contains(other + ": its frames have 5 values, but those of the query 4")
                .contains("gone.mp3: no such file");
        assertThat(out).contains("slower.npy");
    }

    @Test
    void exit_code_1_where_no_candidate_is_left_or_the_query_cannot_be_read() {
        assertThat(segue("dtw", query, folder.resolve("gone.mp3"))).isEqualTo(1);
        assertThat(err).contains("no candidate is left to compare with");
        assertThat(segue("dtw", folder.resolve("gone.mp3"), query)).isEqualTo(1);
        assertThat(err).contains("gone.mp3: no such file");
    }

    @Test
    void wrong_use_is_told_in_a_sentence() {
        assertThat(segue("dtw", query)).isEqualTo(2);
        assertThat(err).contains("CANDIDATE");
        assertThat(segue("dtw", query, query, "--band", "7")).isEqualTo(2);
        assertThat(err).contains("band must be in [0, 1] but was 7.0");
        assertThat(segue("dtw", query, query, "--metric", "dot")).isEqualTo(2);
        assertThat(err).contains("metric must be one of euclidean, sqeuclidean, manhattan, cosine but was dot");
        assertThat(segue("dtw", query, query, "--features", "tempo")).isEqualTo(2);
        assertThat(err).contains("features must be one of mfcc, chroma but was tempo");
        assertThat(segue("dtw", query, query, "--top", "0")).isEqualTo(2);
        assertThat(err).contains("--top must be at least 1 but was 0");
    }
}
