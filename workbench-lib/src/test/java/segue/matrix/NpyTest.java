package segue.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {
    @TempDir
    Path folder;

    @Test
    void what_is_written_is_read_back() throws IOException {
        Random random = new Random(3);
        for (int rows : new int[] {0, 1, 13, 20_000}) {
            float[] values = new float[rows * 5];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat();
            }
            FloatMatrix matrix = FloatMatrix.wrap(rows, 5, values);
            Path file = folder.resolve("m.npy");
            Npy.write(file, matrix);
            assertThat(Npy.readMatrix(file)).isEqualTo(matrix);
        }
        assertThat(filesIn(folder)).containsExactly("m.npy");
    }

    @Test
    void the_header_is_numpys_version_1_0_padded_to_64_bytes() throws IOException {
        Path file = folder.resolve("ids.npy");
        Npy.write(file, 2, 3, new int[] {1, 2, 3, 4, 5, 256});
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, 1, 5, StandardCharsets.ISO_8859_1)).isEqualTo("NUMPY");
        assertThat(bytes[6]).isEqualTo((byte) 1);
        assertThat(bytes[7]).isZero();
        assertThat(bytes).hasSize(128 + 24);
        assertThat(new String(bytes, 10, 118, StandardCharsets.ISO_8859_1))
                .startsWith("{'descr': '<i4', 'fortran_order': False, 'shape': (2, 3), }")
                .endsWith("\n");
        assertThat(Arrays.copyOfRange(bytes, 128 + 20, 128 + 24)).containsExactly(0, 1, 0, 0);
    }

    @Test
    void a_file_cut_anywhere_is_refused_with_its_name() throws IOException {
        Path file = folder.resolve("m.npy");
        Npy.write(file, FloatMatrix.of(new float[] {1, 2}, new float[] {3, 4}));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Npy.readMatrix(file))
                    .isInstanceOf(NpyException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void another_type_or_shape_is_refused_with_what_to_do() throws IOException {
        assertThatThrownBy(() -> readWithHeader("{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), }"))
                .hasMessageContaining("expected float32")
                .hasMessageContaining("'<f8'")
                .hasMessageContaining("x.astype('float32')");
        assertThatThrownBy(() -> readWithHeader("{'descr': '<f4', 'fortran_order': False, 'shape': (7,), }"))
                .hasMessageContaining("shape (7,)");
        assertThatThrownBy(() -> readWithHeader("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999, 99), }"))
                .hasMessageContaining("more than one array holds");
        assertThatThrownBy(() -> readWithHeader("nonsense")).hasMessageContaining("cannot read its header nonsense");
    }

    @Test
    void a_value_that_is_not_finite_is_refused_with_its_place() throws IOException {
        Path file = folder.resolve("m.npy");
        Npy.write(file, FloatMatrix.of(new float[] {1, 2}, new float[] {3, 4}));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] = 0x7f;
        bytes[bytes.length - 2] = (byte) 0xc0;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Npy.readMatrix(file)).hasMessageContaining("row 1, column 1 is NaN");
    }

    @Test
    void a_file_in_fortran_order_is_the_same_matrix() throws IOException {
        Path file = folder.resolve("columns.npy");
        Npy.write(file, FloatMatrix.of(new float[] {1, 4, 2}, new float[] {5, 3, 6}));
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .replace("'fortran_order': False, ", "'fortran_order': True,  ");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Npy.readMatrix(file)).isEqualTo(FloatMatrix.of(new float[] {1, 2, 3}, new float[] {4, 5, 6}));
    }

    @Test
    void random_bytes_are_refused_and_never_hang() throws IOException {
        Random random = new Random(11);
        Path file = folder.resolve("noise.npy");
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 10 && i % 2 == 0) {
                System.arraycopy("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1), 0, noise, 0, 8);
            }
            Files.write(file, noise);
            assertThatThrownBy(() -> Npy.readMatrix(file)).isInstanceOf(NpyException.class);
        }
    }

    private FloatMatrix readWithHeader(String header) throws IOException {
        Path file = folder.resolve("header.npy");
        byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[10 + text.length + 4];
        System.arraycopy("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, 8);
        bytes[8] = (byte) text.length;
        System.arraycopy(text, 0, bytes, 10, text.length);
        Files.write(file, bytes);
        return Npy.readMatrix(file);
    }

    private static Stream<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
