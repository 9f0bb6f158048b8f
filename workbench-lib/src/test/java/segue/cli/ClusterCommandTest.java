package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;
import segue.catalog.RecordingFile;
import segue.cluster.Clusters;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;

class ClusterCommandTest {
    private static final int ROWS = 90;

    @TempDir
    Path folder;

    private Path data;
    private Path out;
    private String stdout;
    private String stderr;

    /** Three blobs of 45, 30 and 15 rows. */
    @BeforeEach
    void rows() throws IOException {
        data = folder.resolve("rows.npy");
        out = folder.resolve("labels.npy");
        Npy.write(data, blobs());
    }

    private static int blob(int row) {
        return row % 6 < 3 ? 0 : row % 6 < 5 ? 1 : 2;
    }

    private static FloatMatrix blobs() {
        float[] values = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[2 * row] = 100 * blob(row) + row % 7;
            values[2 * row + 1] = 10 * (blob(row) == 1 ? 1 : 0) + row % 5 / 10f;
        }
        return FloatMatrix.wrap(ROWS, 2, values);
    }

    private int cluster(Object... options) {
        List<String> args = new ArrayList<>(List.of("cluster", "--out", out.toString()));
        for (Object option : options) {
            args.add(option.toString());
        }
        Ended ended = Ended.of(args.toArray());
        stdout = ended.out();
        stderr = ended.err();
        return ended.exitCode();
    }

    private int[] labels(int rows) throws IOException {
        byte[] bytes = Files.readAllBytes(out);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .contains("'descr': '<i4'")
                .contains("'shape': (%d,)".formatted(rows));
        int[] labels = new int[rows];
        ByteBuffer.wrap(bytes, bytes.length - 4 * rows, 4 * rows)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(labels);
        return labels;
    }

    private void assertBlobs() throws IOException {
        int[] labels = labels(ROWS);
        for (int row = 0; row < ROWS; row++) {
            assertThat(labels[row]).isEqualTo(blob(row));
        }
    }

    @Test
    void labels_are_written_the_largest_cluster_first() throws IOException {
        assertThat(cluster("--data", data, "--k", 3)).isZero();

        assertBlobs();
        assertThat(stdout.lines().map(String::strip)).containsExactly("0  45 rows", "1  30 rows", "2  15 rows");
        assertThat(stderr).contains("90 x 2 in 3 clusters");
    }

    @Test
    void json_tells_what_was_done() throws IOException {
        assertThat(cluster("--data", data, "--k", 3, "--threads", 1, "--json")).isZero();

        JsonNode json = new ObjectMapper().readTree(stdout);
        assertThat(json.get("command").asText()).isEqualTo("cluster");
        assertThat(json.get("threads").asInt()).isEqualTo(1);
        assertThat(json.get("rows").asInt()).isEqualTo(ROWS);
        assertThat(json.get("dims").asInt()).isEqualTo(2);
        assertThat(json.get("k").asInt()).isEqualTo(3);
        assertThat(json.get("sizes").toString()).isEqualTo("[45,30,15]");
        assertThat(json.get("inertia").asDouble()).isPositive();
        assertThat(json.get("passes").asInt()).isPositive();
        assertThat(json.has("backend") && json.has("loadSeconds") && json.has("seconds"))
                .isTrue();
        assertThat(json.has("curve")).isFalse();
    }

    @Test
    void k_is_chosen_where_none_is_given_and_the_curve_told() throws IOException {
        assertThat(cluster("--data", data, "--json")).isZero();

        JsonNode json = new ObjectMapper().readTree(stdout);
        assertThat(json.get("k").asInt()).isEqualTo(3);
        assertThat(json.get("clear").asBoolean()).isTrue();
        assertThat(json.get("why").asText()).startsWith("k = 3");
        assertThat(json.get("curve")).hasSize(11);
        assertThat(json.get("curve").get(0).get("silhouette").asDouble()).isPositive();

        assertThat(cluster("--data", data, "--k", "auto")).isZero();
        assertThat(stderr).contains("silhouette").contains("*  3").contains("segue: k = 3");
        assertBlobs();
    }

    @Test
    void centroids_of_a_table_are_in_its_units() throws IOException {
        Path csv = folder.resolve("rows.csv");
        StringBuilder text = new StringBuilder("wide,narrow\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(blobs().get(row, 0))
                    .append(',')
                    .append(blobs().get(row, 1))
                    .append('\n');
        }
        Files.writeString(csv, text);
        Path centroids = folder.resolve("centroids.npy");

        assertThat(cluster("--data", csv, "--k", 3, "--centroids", centroids)).isZero();

        assertBlobs();
        FloatMatrix means = Npy.readMatrix(centroids);
        assertThat(means.get(1, 0)).isBetween(100f, 107f);
        assertThat(means.get(1, 1)).isBetween(10f, 10.5f);
    }

    @Test
    void clusters_are_kept_for_notebooks() throws IOException {
        Path saved = folder.resolve("clusters.segue");

        assertThat(cluster("--data", data, "--k", 3, "--save", saved)).isZero();

        assertThat(Clusters.load(saved).labels()).isEqualTo(labels(ROWS));
    }

    @Test
    void songs_are_told_in_words() throws IOException {
        Path songs = folder.resolve("songs.csv");
        Catalog sample = Catalog.sample();
        CatalogWriter.write(sample, songs);

        assertThat(cluster("--data", songs, "--k", 4)).isZero();

        assertThat(labels(sample.size())).contains(0, 1, 2, 3);
        assertThat(stdout.lines()).hasSize(4).allMatch(line -> line.contains("songs,") && line.contains("×"));
        assertThat(cluster("--data", songs, "--k", 4, "--json")).isZero();
        JsonNode first = new ObjectMapper().readTree(stdout).get("profiles").get(0);
        assertThat(first.get("name").asText()).isNotBlank();
        assertThat(first.get("features").get(0).get("effect").isNumber()).isTrue();
        assertThat(first.get("genres").get(0).get("lift").asDouble()).isGreaterThan(1.2);
    }

    @Test
    void recordings_are_grouped_by_how_they_sound() throws IOException {
        Path recordings = RecordingFile.invented(3, 4).write(folder);

        assertThat(cluster("--data", recordings, "--k", 3)).isZero();

        int[] labels = labels(12);
        assertThat(labels[1]).isEqualTo(labels[0]);
        assertThat(labels[5]).isEqualTo(labels[4]).isNotEqualTo(labels[0]);
        assertThat(stdout.lines()).hasSize(3).allMatch(line -> line.contains("4 songs"));
        assertThat(stdout).contains("genre 1 ×2.0");
    }

    @Test
    void a_table_with_a_song_twice_is_grouped_without_words() throws IOException {
        Path songs = folder.resolve("songs.csv");
        String header =
                "id,name,artists,acousticness,danceability,energy,instrumentalness,liveness,loudness,speechiness,"
                        + "tempo,valence\n";
        Files.writeString(
                songs,
                header + "a,A,X,0.1,0.2,0.3,0,0.1,-5,0.1,120,0.5\nb,B,X,0.9,0.2,0.3,0,0.1,-15,0.1,90,0.5\n"
                        + "a,A,X,0.1,0.2,0.3,0,0.1,-5,0.1,120,0.5\n");

        assertThat(cluster("--data", songs, "--k", 2)).isZero();

        assertThat(labels(3)).containsExactly(0, 1, 0);
        assertThat(stderr).contains("of 3 rows only 2 are songs of their own");
    }

    @Test
    void wrong_use_is_told_in_a_sentence() {
        assertThat(cluster("--data", data, "--k", "some")).isEqualTo(2);
        assertThat(stderr).contains("--k must be a number of clusters or auto but was 'some'");
        assertThat(cluster("--data", data, "--k", 0)).isEqualTo(2);
        assertThat(stderr).contains("k must be in [1, 65,536] but was 0");
        assertThat(cluster("--data", data, "--k", 91)).isEqualTo(2);
        assertThat(stderr)
                .contains("91 clusters need as many rows but there are 90")
                .doesNotContain("at segue");
        assertThat(cluster("--data", data, "--centroids", data)).isEqualTo(2);
        assertThat(stderr).contains("writing would replace it");
        assertThat(cluster("--data", folder.resolve("none.npy"))).isEqualTo(1);
        assertThat(stderr).contains("no such file");
        assertThat(cluster("--k", 3)).isEqualTo(2);
        assertThat(stderr).contains("--data");
        assertThat(Files.exists(out)).isFalse();
    }
}
