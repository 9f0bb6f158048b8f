package segue.audio.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        float[] expected = new float[options.frames(length) * options.bins()];
        new Stft(options, new ScalarFft(size, options.window()))
                .power(samples, 0, length, 0, options.frames(length), expected);
        // What does not fit may be transformed in single precision.
        double exactness = BlockFft.fits(size, hop) ? 1e-10 : 1e-7;
        BlockStft stft = new BlockStft(options);
        float[] block = new float[options.bins() * BlockMath.WIDTH];
        Arrays.fill(block, 7);
        for (int f = 0; f < options.frames(length); f++) {
            stft.add(samples, 0, length, f);
            if (stft.isFull() || f == options.frames(length) - 1) {
                int count = stft.power(block);
                assertSame(block, count, expected, f + 1 - count, exactness);
            }
        }
        assertThat(stft.count()).isZero();
    }

    private static void assertSame(float[] block, int count, float[] expected, int from, double exactness) {
        int bins = block.length / BlockMath.WIDTH;
        for (int f = 0; f < count; f++) {
            float[] row = Arrays.copyOfRange(expected, (from + f) * bins, (from + f + 1) * bins);
            double largest = 0;
            for (float value : row) {
                largest = Math.max(largest, value);
            }
            for (int bin = 0; bin < bins; bin++) {
                double root = Math.sqrt(exactness * largest);
                assertThat(Math.sqrt(block[bin * BlockMath.WIDTH + f]))
                        .isCloseTo(Math.sqrt(row[bin]), within(1e-6 * Math.sqrt(row[bin]) + 1e-3 * root + 1e-15));
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
