package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.audio.signal.Signal;
import segue.audio.simd.BlockFft;
import segue.audio.simd.BlockMath;

class BlockStftTest {
    @ParameterizedTest
    @CsvSource({
        "2048, 512, 0",
        "2048, 512, 1",
        "2048, 512, 1023",
        "2048, 512, 9000",
        "2048, 256, 30000",
        "512, 128, 5000",
        "128, 2, 300",
        "32, 8, 100",
        "1024, 256, 7000",
        "2048, 500, 12000"
    })
    void blocks_of_frames_are_what_frames_are_one_by_one(int size, int hop, int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (Math.sin(i * 0.3) + 0.1 * Math.sin(i * i * 0.01));
        }
        StftOptions options = new StftOptions(size, hop);
        Spectrogram expected = Stft.power(Signal.of(samples, 22_050), options);
        BlockStft stft = new BlockStft(options);
        float[] block = new float[options.bins() * BlockMath.WIDTH];
        Arrays.fill(block, 7);
        for (int f = 0; f < expected.frames(); f++) {
            stft.add(samples, 0, length, f);
            if (stft.isFull() || f == expected.frames() - 1) {
                int count = stft.power(block);
                assertSame(block, count, expected, f + 1 - count);
            }
        }
        assertThat(stft.count()).isZero();
    }

    private static void assertSame(float[] block, int count, Spectrogram expected, int from) {
        float[] rows = new float[count * expected.bins()];
        BlockMath.rows(block, expected.bins(), count, rows, 0);
        for (int f = 0; f < count; f++) {
            float[] row = expected.power().row(from + f);
            double largest = 0;
            for (float value : row) {
                largest = Math.max(largest, value);
            }
            for (int bin = 0; bin < row.length; bin++) {
                assertThat((double) rows[f * row.length + bin])
                        .isCloseTo(row[bin], within(1e-6 * row[bin] + 1e-10 * largest + 1e-30));
            }
        }
        for (int at = 0; at < block.length; at++) {
            assertThat(at % BlockMath.WIDTH < count || block[at] == 0).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2048, 512, true",
        "1024, 256, false",
        "2048, 500, false",
        "8, 2, false",
        "32, 1, false",
        "2048, 1024, false"
    })
    void frames_go_side_by_side_where_half_a_frame_is_a_power_of_four(int size, int hop, boolean fits) {
        assertThat(BlockFft.fits(size, hop)).isEqualTo(fits);
    }
}
