package segue.audio.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.signal.Signal;

class FlacFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 13, 63, 4_095, 4_096, 4_097, 9_001})
    void what_is_packed_comes_out_again_at_every_length(int length) throws IOException {
        Random random = new Random(length);
        assertPacked(length, i -> (int) (20_000 * Math.sin(0.05 * i)) + random.nextInt(64));
        assertPacked(length, i -> random.nextInt(65_536) - 32_768);
        assertPacked(length, i -> i % 2 == 0 ? 32_767 : -32_768);
        assertPacked(length, i -> 256 * (int) (100 * Math.sin(0.3 * i)));
        assertPacked(length, i -> 0);
        assertPacked(length, i -> i == length - 1 ? -32_768 : 0);
    }

    private void assertPacked(int length, IntUnaryOperator sample) throws IOException {
        int[] samples = IntStream.range(0, length).map(sample).toArray();
        Path file = Files.write(folder.resolve("s.flac"), FlacFile.of(samples, 22_050, Map.of("TITLE", "Prüfung")));
        float[] read = Signal.read(file).samples();
        assertThat(IntStream.range(0, read.length).map(i -> Math.round(read[i] * 32_768)))
                .containsExactly(IntStream.of(samples).boxed().toArray(Integer[]::new));
    }
}
