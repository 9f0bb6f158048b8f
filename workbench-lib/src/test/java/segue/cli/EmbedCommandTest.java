package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.lab.SongLike;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.matrix.Scaler;
import segue.projection.TsneMap;

class EmbedCommandTest {
    @TempDir
    Path folder;

    private String data;
    private String map;
    private Path out;
    private String stdout;
    private String stderr;

    @BeforeEach
    void rows() throws IOException {
        data = folder.resolve("rows.npy").toString();
        map = folder.resolve("map.segue").toString();
        out = folder.resolve("out.npy");
        Npy.write(Path.of(data), SongLike.vectors(120, 5));
    }

    private int embed(String... options) {
        String[] args = new String[options.length + 5];
        args[0] = "embed";
        args[1] = "--data";
        args[2] = data;
        args[3] = "--out";
        args[4] = out.toString();
        System.arraycopy(options, 0, args, 5, options.length);
        Ended ended = Ended.of((Object[]) args);
        stdout = ended.out();
        stderr = ended.err();
        return ended.exitCode();
    }

    private FloatMatrix written() throws IOException {
        return Npy.readMatrix(out);
    }

    @Test
    void a_map_is_written_and_its_divergence_told() throws IOException {
        assertThat(embed("--perplexity", "8", "--iterations", "60", "--json", "--threads", "1"))
                .isZero();

        assertThat(written().rows()).isEqualTo(120);
        assertThat(written().columns()).isEqualTo(2);
        JsonNode json = new ObjectMapper().readTree(stdout);
        assertThat(json.get("command").asText()).isEqualTo("embed");
        assertThat(json.get("method").asText()).isEqualTo("tsne");
        assertThat(json.get("threads").asInt()).isEqualTo(1);
        assertThat(json.get("rows").asInt()).isEqualTo(120);
        assertThat(json.get("dims").asInt()).isEqualTo(5);
        assertThat(json.get("iterations").asInt()).isEqualTo(60);
        assertThat(json.get("klDivergence").asDouble()).isPositive();
        assertThat(json.get("seconds").asDouble()).isPositive();
        assertThat(json.has("backend") && json.has("loadSeconds")).isTrue();
    }

    @Test
    void principal_components_are_written_with_what_they_explain() throws IOException {
        assertThat(embed("--method", "pca", "--dims", "3", "--json")).isZero();

        assertThat(written().columns()).isEqualTo(3);
        assertThat(new ObjectMapper().readTree(stdout).get("explainedVarianceRatio"))
                .hasSize(3);
    }

    @Test
    void rows_are_placed_on_a_saved_map_near_themselves() throws IOException {
        assertThat(embed("--perplexity", "8", "--iterations", "100", "--save", map))
                .isZero();
        assertThat(stderr).contains("120 x 5 mapped by tsne").contains("Kullback-Leibler divergence");
        FloatMatrix standing = written();

        assertThat(embed("--onto", map)).isZero();

        assertThat(stderr).contains("placed on");
        double nearer = 0;
        for (int i = 0; i < 120; i++) {
            double own = Math.hypot(
                    standing.get(i, 0) - written().get(i, 0),
                    standing.get(i, 1) - written().get(i, 1));
            double other = Math.hypot(
                    standing.get((i + 60) % 120, 0) - written().get(i, 0),
                    standing.get((i + 60) % 120, 1) - written().get(i, 1));
            nearer += own < other ? 1 : 0;
        }
        assertThat(nearer).isGreaterThan(110);
    }

    @Test
    void rows_are_placed_along_saved_components_where_they_stood() throws IOException {
        assertThat(embed("--method", "pca", "--save", map)).isZero();
        assertThat(stderr).contains("120 x 5 mapped by pca").contains("% of the variance is shown");
        FloatMatrix standing = written();

        assertThat(embed("--onto", map, "--json")).isZero();

        assertThat(written()).isEqualTo(standing);
        assertThat(new ObjectMapper().readTree(stdout).get("method").asText()).isEqualTo("pca");
    }

    /** A CSV file of the first rows of the data, the second column of which is a thousand times as large. */
    private Path table(String name, int rows) throws IOException {
        FloatMatrix vectors = SongLike.vectors(120, 5);
        StringBuilder text = new StringBuilder("a,b,c,d,e\n");
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < 5; c++) {
                text.append(c == 0 ? "" : ",").append(vectors.get(row, c) * (c == 1 ? 1_000 : 1));
            }
            text.append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pca", "tsne"})
    void columns_of_a_table_count_alike_and_those_of_npy_as_they_are(String method) throws IOException {
        Npy.write(Path.of(data), Scaler.standard(SongLike.vectors(120, 5)).transform(SongLike.vectors(120, 5)));
        assertThat(embed("--method", method)).isZero();
        FloatMatrix scaled = written();

        data = table("songs.csv", 120).toString();
        assertThat(embed("--method", method)).isZero();

        double difference = 0;
        double extent = 0;
        for (int row = 0; row < 120; row++) {
            difference += Math.abs(written().get(row, 0) - scaled.get(row, 0));
            extent += Math.abs(scaled.get(row, 0));
        }
        assertThat(difference).isLessThan((method.equals("pca") ? 1e-4 : 0.2) * extent);
    }

    @Test
    void rows_of_a_table_are_placed_on_the_scale_of_that_of_the_map() throws IOException {
        Path songs = table("songs.csv", 120);
        data = songs.toString();
        assertThat(embed("--method", "pca", "--save", map)).isZero();
        FloatMatrix standing = written();

        data = table("few.csv", 7).toString();
        assertThat(embed("--onto", map)).isEqualTo(2);
        assertThat(stderr)
                .contains("on the scale of the table that the map was made of")
                .contains("--scale-of");
        assertThat(embed("--onto", map, "--scale-of", songs.toString())).isZero();

        assertThat(written().rows()).isEqualTo(7);
        for (int row = 0; row < 7; row++) {
            assertThat(written().get(row, 0)).isEqualTo(standing.get(row, 0));
        }
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b,c,d,f\n1,2,3,4,5\n");
        assertThat(embed("--onto", map, "--scale-of", other.toString())).isEqualTo(1);
        assertThat(stderr).contains("have different columns: a, b, c, d, e and a, b, c, d, f");
        assertThat(embed("--scale-of", songs.toString())).isEqualTo(2);
        assertThat(stderr).contains("--scale-of is for a .csv that is placed by --onto");
    }

    @Test
    void an_interrupt_leaves_the_map_so_far() throws IOException {
        Thread embedding = Thread.currentThread();
        Thread ctrlC = Thread.ofVirtual().start(() -> {
            while (!Arrays.stream(embedding.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().endsWith("Optimisation"))) {
                Thread.onSpinWait();
            }
            embedding.interrupt();
        });
        assertThat(embed("--perplexity", "8", "--iterations", "100000", "--save", map, "--threads", "1"))
                .isEqualTo(1);
        assertThat(stderr).contains("of 100,000 iterations: this is the map so far");
        assertThat(ctrlC.isAlive()).isFalse();
        assertThat(written().rows()).isEqualTo(120);
        assertThat(TsneMap.load(Path.of(map)).finished()).isFalse();
    }

    @Test
    void a_start_from_a_file_is_taken() throws IOException {
        Path start = folder.resolve("start.npy");
        Npy.write(start, SongLike.vectors(120, 2));

        assertThat(embed("--perplexity", "8", "--iterations", "10", "--init", start.toString()))
                .isZero();

        Npy.write(start, SongLike.vectors(119, 2));
        assertThat(embed("--perplexity", "8", "--init", start.toString())).isEqualTo(2);
        assertThat(stderr).contains("initial positions must have shape (120, 2)");
    }

    @Test
    void wrong_use_is_told_in_a_sentence() throws IOException {
        assertThat(embed("--method", "umap")).isEqualTo(2);
        assertThat(stderr).contains("--method must be tsne or pca but was 'umap'");
        assertThat(embed()).isZero();
        assertThat(embed("--perplexity", "50")).isEqualTo(2);
        assertThat(stderr).contains("choose a perplexity of at most 39").doesNotContain("at segue");
        assertThat(embed("--dims", "4")).isEqualTo(2);
        assertThat(embed("--init", "middle")).isEqualTo(2);
        assertThat(stderr).contains("--init must be pca, random or a .npy file but was 'middle'");
        assertThat(embed("--method", "pca", "--perplexity", "3")).isEqualTo(2);
        assertThat(stderr).contains("--method pca has no use for it: leave --perplexity out");
        assertThat(embed("--method", "pca", "--dims", "6")).isEqualTo(2);
        assertThat(stderr).contains("components must be in [1, 5]");
        assertThat(embed("--onto", data)).isEqualTo(1);
        assertThat(stderr).contains("not a saved map");
        assertThat(embed("--onto", map, "--save", folder.resolve("other").toString()))
                .isEqualTo(2);
        assertThat(embed("--save", data)).isEqualTo(2);
        assertThat(stderr).contains("writing would replace it");
        assertThat(Files.exists(Path.of(map))).isFalse();
    }
}
