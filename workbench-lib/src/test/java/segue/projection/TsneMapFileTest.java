package segue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    void a_file_that_is_cut_short_or_too_long_is_refused() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 11, 40, 300, good.length - 33, good.length - 1}) {
            Files.write(file, Arrays.copyOf(good, length));
            assertThatThrownBy(() -> TsneMap.load(file)).isInstanceOf(IOException.class);
        }
        Files.write(file, Arrays.copyOf(good, good.length + 1));
        assertThatThrownBy(() -> TsneMap.load(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged or cut short");
    }

    @Test
    void another_kind_of_file_is_not_called_damaged() throws IOException {
        Files.writeString(file, "name,artists\nA,B\n");
        assertThatThrownBy(() -> TsneMap.load(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": not a saved map (it does not begin with SegueMap)");
    }

    @Test
    void a_map_of_another_version_says_so() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[11] = 2;
        Files.write(file, bytes);
        assertThatThrownBy(() -> TsneMap.load(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("written by another Segue (layout 2, this one reads 1)");
    }
}
