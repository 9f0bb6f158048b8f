package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.hnsw.HnswIndex;
import segue.neighbors.hnsw.HnswOptions;

/** Saved graphs: what was saved comes back, and nothing else is taken for one. */
class HnswFileTest {
    private static final int CHECKSUM = 32;

    private static final FloatMatrix DATA = Reference.clustered(1, 3_000, 5);
    private static final HnswOptions OPTIONS = new HnswOptions(8, 40, 60, 11, 1);
    private static final HnswIndex BUILT =
            HnswIndex.build(DATA, Metric.COSINE.weighted(1, 2, 1, 0, 1), OPTIONS, ProgressListener.NONE);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void save() throws IOException {
        file = folder.resolve("songs.hnsw");
        BUILT.save(file);
    }

    @Test
    void what_was_saved_comes_back_and_answers_alike() throws IOException {
        HnswIndex loaded = HnswIndex.load(file);
        assertThat(loaded.data()).isEqualTo(DATA);
        assertThat(loaded.options()).isEqualTo(OPTIONS);
        assertThat(loaded.metric()).isEqualTo(Metric.COSINE);
        assertThat(loaded.distance().weights()).containsExactly(1, 2, 1, 0, 1);
        assertThat(loaded.graph(7).rows()).containsExactly(BUILT.graph(7).rows());
        assertThat(loaded.graph(7).distances()).containsExactly(BUILT.graph(7).distances());
        assertThat(loaded.recall(5)).isEqualTo(BUILT.recall(5));
    }

    @Test
    void what_was_loaded_can_be_saved_and_loaded_again() throws IOException {
        Path copy = folder.resolve("copy.hnsw");
        HnswIndex.load(file).save(copy);
        assertThat(copy).hasSameBinaryContentAs(file);
    }

    @Test
    void empty_data_and_the_dot_product_come_back_too() throws IOException {
        HnswIndex.build(FloatMatrix.wrap(0, 3, new float[0]), Metric.EUCLIDEAN, OPTIONS)
                .save(file);
        assertThat(HnswIndex.load(file).nearest(new float[3], 2).size()).isZero();
        HnswIndex dot = HnswIndex.build(DATA, Metric.DOT, OPTIONS);
        dot.save(file);
        assertThat(HnswIndex.load(file).graph(3).rows())
                .containsExactly(dot.graph(3).rows());
    }

    @Test
    void saving_leaves_nothing_beside_the_file() throws IOException {
        HnswIndex index = HnswIndex.load(file);
        index.save(file);
        assertThatThrownBy(() -> index.save(folder)).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> index.save(folder.resolve("no/such.hnsw"))).isInstanceOf(NoSuchFileException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    /** One byte in the metric's name, the weights, the options, the shape, the rows, the graph, and the checksum. */
    @ParameterizedTest
    @ValueSource(ints = {12, 18, 30, 50, 60, 72, 80, 90, 5_000, 70_000, 150_000, -1, -32})
    void one_wrong_byte_is_noticed(int place) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[place < 0 ? bytes.length + place : place] ^= 4;
        Files.write(file, bytes);
        assertThatThrownBy(() -> HnswIndex.load(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": damaged or cut short, its checksum does not fit: build the index again");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 43, 44, 45, 100, 60_000})
    void a_file_that_was_cut_is_noticed(int length) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        assertThatThrownBy(() -> HnswIndex.load(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut short");
    }

    @Test
    void a_byte_too_many_is_noticed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        assertThatThrownBy(() -> HnswIndex.load(file)).hasMessageContaining("its checksum does not fit");
    }

    @Test
    void a_foreign_an_empty_a_missing_file_and_a_folder_are_told_apart() throws IOException {
        Files.writeString(file, "rows,columns\n1,2\n");
        assertThatThrownBy(() -> HnswIndex.load(file))
                .hasMessage(file + ": not a saved HNSW index (it does not begin with SegueHNS)");
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> HnswIndex.load(file)).hasMessageContaining("not a saved HNSW index");
        Files.writeString(file, "SegueHNS");
        assertThatThrownBy(() -> HnswIndex.load(file))
                .hasMessage(file + ": cut short inside its header: build the index again");
        assertThatThrownBy(() -> HnswIndex.load(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> HnswIndex.load(folder)).hasMessageContaining("is a folder");
    }

    @Test
    void a_file_of_a_newer_version_asks_for_an_update() throws Exception {
        assertThatThrownBy(() -> loadWith(8, 2))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        file + ": written by a newer Segue (layout 2, this one reads up to 1): update Segue, or build"
                                + " the index again");
        assertThatThrownBy(() -> loadWith(8, 0)).hasMessageContaining("its layout has the number 0");
    }

    /** Numbers that no Segue writes, under a checksum that fits: lengths, options, shape. */
    @ParameterizedTest
    @ValueSource(ints = {12, 22, 46, 50, 54, 66, 70, 74})
    void a_whole_file_with_impossible_numbers_is_refused(int place) {
        for (int wrong : new int[] {-1, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> loadWith(place, wrong))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + ": not an index that can be read, though whole");
        }
    }

    private void loadWith(int place, int number) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(place, number);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(bytes, 0, bytes.length - CHECKSUM);
        System.arraycopy(sha256.digest(), 0, bytes, bytes.length - CHECKSUM, CHECKSUM);
        Files.write(file, bytes);
        HnswIndex.load(file);
    }
}
