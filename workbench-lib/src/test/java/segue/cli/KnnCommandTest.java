package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.lab.SongLike;
import segue.matrix.Npy;

class KnnCommandTest {
    @TempDir
    Path folder;

    private Path data;
    private String err;

    @BeforeEach
    void rows() throws IOException {
        data = folder.resolve("rows.npy");
        Npy.write(data, SongLike.vectors(120, 4));
    }

    private int segue(String... args) {
        Ended ended = Ended.of((Object[]) args);
        err = ended.err();
        return ended.exitCode();
    }

    @Test
    void the_data_are_not_written_over() throws IOException {
        byte[] bytes = Files.readAllBytes(data);
        Path sameFile = folder.resolve(".").resolve("rows.npy");

        assertThat(segue("knn", "--data", data.toString(), "--out", sameFile.toString()))
                .isEqualTo(2);

        assertThat(err).contains("rows.npy is read, and writing would replace it");
        assertThat(data).hasBinaryContent(bytes);
    }

    @Test
    void a_song_table_is_not_written_over_by_its_clean_self() throws IOException {
        Path songs = Files.writeString(folder.resolve("songs.csv"), "name,artists\nA,B\n");

        assertThat(segue("catalog", songs.toString(), "--out", songs.toString()))
                .isEqualTo(2);

        assertThat(err).contains("songs.csv is read, and writing would replace it");
        assertThat(songs).content().startsWith("name,artists");
    }

    @Test
    void the_graph_and_the_answer_want_a_file_each() {
        String one = folder.resolve("one").toString();

        assertThat(segue("knn", "--data", data.toString(), "--backend", "hnsw", "--index", one, "--out", one))
                .isEqualTo(2);

        assertThat(err).contains("one is named for two outputs: give each its own file");
        assertThat(Path.of(one)).doesNotExist();
    }

    @Test
    void no_graph_is_built_for_the_farthest_rows() {
        Path graph = folder.resolve("graph");
        Path out = folder.resolve("out.npy");

        assertThat(segue(
                        "knn",
                        "--data",
                        data.toString(),
                        "--backend",
                        "hnsw",
                        "--farthest",
                        "--index",
                        graph.toString(),
                        "--out",
                        out.toString()))
                .isEqualTo(2);

        assertThat(err).contains("--backend hnsw finds the nearest only: leave --farthest out");
        assertThat(graph).doesNotExist();
    }

    @Test
    void the_least_similar_songs_are_not_looked_for_in_a_graph() {
        assertThat(segue("recommend", "--song", "love", "--backend", "hnsw", "--dissimilar"))
                .isEqualTo(2);

        assertThat(err).contains("leave --dissimilar out");
    }
}
