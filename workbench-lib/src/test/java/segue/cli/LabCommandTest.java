package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.lab.SongLike;
import segue.matrix.Npy;

class LabCommandTest {
    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void rows() throws IOException {
        data = folder.resolve("rows.npy");
        Npy.write(data, SongLike.vectors(120, 4));
    }

    private Ended lab(String... options) {
        String[] quick = {"lab", "--seconds", "0.001", "--warm-up-seconds", "0"};
        String[] args = new String[quick.length + options.length];
        System.arraycopy(quick, 0, args, 0, quick.length);
        System.arraycopy(options, 0, args, quick.length, options.length);
        return Ended.of((Object[]) args);
    }

    @Test
    void the_table_names_every_contender_and_what_was_compared() {
        Ended ended = lab("--data", data.toString(), "--k", "3");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("Nearest 3 of 120 x 4 by euclidean", "plain Java loop", "Smile KDTree", "scalar", "auto")
                .contains("x plain", "same rows")
                .contains("All pairs: the nearest others of every row, ");
    }

    @Test
    void json_is_one_object_with_a_row_a_contender_and_task() throws IOException {
        Ended ended = lab("--data", data.toString(), "--k", "3", "--threads", "2", "--json");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(ended.out());
        assertThat(json.get("command").asText()).isEqualTo("lab");
        assertThat(json.get("rows").asInt()).isEqualTo(120);
        assertThat(json.get("dims").asInt()).isEqualTo(4);
        assertThat(json.get("threads").asInt()).isEqualTo(2);
        assertThat(json.get("right").asBoolean()).isTrue();
        JsonNode plain = json.get("results").get(0);
        assertThat(plain.get("contender").asText()).isEqualTo("plain Java loop");
        assertThat(plain.get("timesPlainLoop").asDouble()).isEqualTo(1);
        assertThat(plain.get("seconds").asDouble()).isPositive();
        assertThat(json.at("/byBatch/secondsPerQuery/scalar")).hasSameSizeAs(json.at("/byBatch/x"));
    }

    @Test
    void growth_by_columns_ends_with_all_of_them() throws IOException {
        Ended ended = lab("--data", data.toString(), "--by", "dims", "--json");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(new ObjectMapper().readTree(ended.out()).at("/single/x").toString())
                .isEqualTo("[4.0]");
    }

    @Test
    void charts_are_drawn_where_a_folder_is_named() {
        Ended ended = lab("--data", data.toString(), "--out", folder.toString());
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(folder.resolve("batch.svg")).content().contains("<svg");
        assertThat(folder.resolve("by-batch.svg")).isNotEmptyFile();
    }

    @Test
    void wrong_use_is_told_in_one_sentence() throws IOException {
        assertWrong(2, "metric must be one of euclidean", "--data", data.toString(), "--metric", "nonsense");
        assertWrong(2, "k must be at least 1 but was 0", "--data", data.toString(), "--k", "0");
        assertWrong(
                2, "k must be less than the number of rows, 120, but was 120", "--data", data.toString(), "--k", "120");
        assertWrong(2, "--by must be songs or dims but was years", "--data", data.toString(), "--by", "years");
        assertWrong(2, "build seconds must be in (0, 3600] but was -1.0", "--build-seconds", "-1");
        assertWrong(
                1,
                "missing.npy: no such file",
                "--data",
                folder.resolve("missing.npy").toString());
        assertWrong(
                1,
                "no such folder",
                "--data",
                data.toString(),
                "--out",
                folder.resolve("nowhere").toString());
        Path huge = folder.resolve("huge.csv");
        Files.writeString(huge, "a,b\n1e30,0\n-1e30,0\n0,1e30\n");
        assertWrong(2, "distances overflow: scale the columns", "--data", huge.toString(), "--k", "2");
        Path one = folder.resolve("one.csv");
        Files.writeString(one, "a,b\n1,2\n");
        assertWrong(2, "there is nothing to compare in 1 row", "--data", one.toString());
    }

    private void assertWrong(int exitCode, String sentence, String... options) {
        Ended ended = lab(options);
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
        assertThat(ended.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(ended.out()).isEmpty();
    }
}
