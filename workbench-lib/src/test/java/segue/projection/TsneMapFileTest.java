package segue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;

class TsneMapFileTest {
    private static final TsneOptions OPTIONS = TsneOptions.defaults()
            .withPerplexity(5)
            .withIterations(20)
            .withMetric(Metric.MANHATTAN)
            .withLearningRate(12.5)
            .startingFrom(Initialisation.of(Samples.clusters(60, 2, 3, 1)))
            .onThreads(2);

    @TempDir
    Path folder;

    private TsneMap map;
    private Path file;

    @BeforeEach
    void save() throws IOException {
        map = Tsne.map(Samples.clusters(60, 4, 3, 1), OPTIONS);
        file = folder.resolve("map.segue");
        map.save(file);
    }

    @Test
    void a_saved_map_is_the_same_when_it_is_loaded() throws IOException {
        TsneMap loaded = TsneMap.load(file);

        assertThat(loaded.coordinates()).isEqualTo(map.coordinates());
        assertThat(loaded.data()).isEqualTo(map.data());
        assertThat(loaded.options()).isEqualTo(map.options());
        assertThat(loaded.klDivergence()).isEqualTo(map.klDivergence());
        assertThat(loaded.iterations()).isEqualTo(map.iterations());
        assertThat(loaded.seconds()).isEqualTo(map.seconds());
        assertThat(loaded)
                .hasToString(map.toString())
                .asString()
                .startsWith("t-SNE map of 60 rows of 4 columns in 2 dimensions, Kullback-Leibler divergence ");
        FloatMatrix more = Samples.clusters(4, 4, 3, 1);
        assertThat(loaded.place(more)).isEqualTo(map.place(more));
    }

    @Test
    void a_byte_that_changed_anywhere_is_found() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at += at < 200 ? 1 : 7) {
            byte[] bad = good.clone();
            bad[at] ^= 0x41;
            Files.write(file, bad);
            assertThatThrownBy(() -> TsneMap.load(file))
                    .as("byte %d changed", at)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file.toString());
        }
    }

    @Test
    void another_kind_of_file_is_not_called_damaged() throws IOException {
        Files.writeString(file, "name,artists\nA,B\n");
        assertThatThrownBy(() -> TsneMap.load(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": not a saved map (it does not begin with SegueMap)");
    }
}
