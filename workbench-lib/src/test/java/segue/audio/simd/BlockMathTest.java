package segue.audio.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static segue.audio.simd.BlockMath.WIDTH;

import java.util.Arrays;
import java.util.Random;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Vectors and plain Java give the same bits, and these are what the sums should be. The build runs this at 128 and at 256
 * bits too, by a flag of the JVM.
 */
class BlockMathTest {
    private final BlockMath scalar = new ScalarBlockMath();
    private final BlockMath simd = new SimdBlockMath();

    private static float[] powers(int length) {
        Random random = new Random(length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = i % 97 == 5 ? 0 : (float) Math.exp(random.nextGaussian() * 6 - 4);
        }
        return values;
    }

    private static float[] lane(float[] block, int lane) {
        float[] values = new float[block.length / WIDTH];
        for (int bin = 0; bin < values.length; bin++) {
            values[bin] = block[bin * WIDTH + lane];
        }
        return values;
    }

    @Test
    void vectors_are_as_wide_as_this_run_asks_for_or_the_machine_has() {
        int asked = Integer.getInteger("segue.test.vectorBits", 512);
        assertThat(FloatVector.SPECIES_PREFERRED.vectorBitSize()).isBetween(64, asked);
    }

    @Test
    void vectors_are_taken_where_this_jvm_has_them() {
        assertThat(BlockMath.fastest()).isInstanceOf(SimdBlockMath.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 64, 65, 207, 1_025})
    void magnitudes_and_their_moments_are_summed(int bins) {
        float[] power = powers(bins * WIDTH);
        float[][] found = new float[4][WIDTH];
        float[][] expected = new float[4][WIDTH];
        float[] magnitudes = new float[power.length];
        float[] others = new float[power.length];
        simd.magnitudes(power, bins, magnitudes, found[0], found[1], found[2]);
        scalar.magnitudes(power, bins, others, expected[0], expected[1], expected[2]);
        float[] means = new float[WIDTH];
        for (int f = 0; f < WIDTH; f++) {
            double sum = 0;
            double moment = 0;
            for (int bin = 0; bin < bins; bin++) {
                double magnitude = Math.sqrt(power[bin * WIDTH + f]);
                sum += magnitude;
                moment += bin * magnitude;
            }
            assertThat((double) found[0][f]).isCloseTo(sum, within(1e-6 * sum));
            assertThat((double) found[1][f]).isCloseTo(moment, within(1e-6 * moment));
            means[f] = sum == 0 ? 0 : (float) (moment / sum);
        }
        simd.spread(magnitudes, bins, means, found[3]);
        scalar.spread(magnitudes, bins, means, expected[3]);
        for (int f = 0; f < WIDTH; f++) {
            double squares = 0;
            for (int bin = 0; bin < bins; bin++) {
                squares += (bin - (double) means[f]) * (bin - (double) means[f]) * magnitudes[bin * WIDTH + f];
            }
            assertThat((double) found[3][f]).isCloseTo(squares, within(1e-5 * squares));
        }
        assertThat(magnitudes).isEqualTo(others);
        assertThat(found).isDeepEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 64, 65, 1_025, 4_097})
    void logarithms_are_those_of_the_product(int bins) {
        float[] power = powers(bins * WIDTH);
        float[][] found = new float[2][WIDTH];
        float[][] expected = new float[2][WIDTH];
        int[] exponents = new int[WIDTH];
        int[] others = new int[WIDTH];
        simd.products(power, bins, 1e-10f, found[0], found[1], exponents);
        scalar.products(power, bins, 1e-10f, expected[0], expected[1], others);
        for (int f = 0; f < WIDTH; f++) {
            double logarithm = 0;
            double sum = 0;
            for (float value : lane(power, f)) {
                logarithm += Math.log(Math.max(1e-10f, value));
                sum += Math.max(1e-10f, value);
            }
            assertThat(found[1][f]).isBetween(1f, 2f);
            assertThat(Math.log(found[1][f]) + exponents[f] * Math.log(2)).isCloseTo(logarithm, within(1e-7 * bins));
            assertThat((double) found[0][f]).isCloseTo(sum, within(2e-6 * sum));
        }
        assertThat(found).isDeepEqualTo(expected);
        assertThat(exponents).isEqualTo(others);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 65, 1_025})
    void running_sums_below_a_goal_are_counted(int bins) {
        float[] ones = new float[bins * WIDTH];
        Arrays.fill(ones, 1);
        float[] goals = new float[WIDTH];
        float[] counts = new float[WIDTH];
        for (int from = 0; from <= bins + 1; from += WIDTH) {
            for (int f = 0; f < WIDTH; f++) {
                goals[f] = from + f;
            }
            for (BlockMath math : new BlockMath[] {scalar, simd}) {
                math.sumsBelow(ones, bins, goals, counts);
                for (int f = 0; f < WIDTH; f++) {
                    assertThat((int) counts[f]).isEqualTo(Math.clamp((int) goals[f] - 1, 0, bins));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 8, 9, 17, 36, 200})
    void the_largest_and_smallest_few_are_found_among_any_values(int k) {
        for (int bins : new int[] {k, k + 1, 207, 431}) {
            int to = Math.max(k, bins) + 2;
            float[] block = shapes(to);
            for (int sign : new int[] {1, -1}) {
                float[] found = new float[WIDTH];
                float[] expected = new float[WIDTH];
                simd.meansOfLargest(block, 2, to, k, sign, new int[block.length], found);
                scalar.meansOfLargest(block, 2, to, k, sign, new int[block.length], expected);
                assertThat(found).isEqualTo(expected);
                for (int f = 0; f < WIDTH; f++) {
                    float[] sorted = Arrays.copyOfRange(lane(block, f), 2, to);
                    Arrays.sort(sorted);
                    double mean = 0;
                    for (int i = 0; i < k; i++) {
                        mean += sorted[sign > 0 ? sorted.length - 1 - i : i] / k;
                    }
                    assertThat((double) found[f]).isCloseTo(mean, within(2e-6 * mean));
                }
            }
        }
    }

    /** Noise, silence, rising and falling, few different values. */
    private static float[] shapes(int bins) {
        Random random = new Random(bins);
        float[] block = new float[bins * WIDTH];
        for (int bin = 0; bin < bins; bin++) {
            for (int f = 0; f < WIDTH; f++) {
                float[] values = {random.nextFloat(), 0, bin, bins - bin, random.nextInt(3)};
                block[bin * WIDTH + f] = values[f % values.length];
            }
        }
        return block;
    }

    @Test
    void rows_of_weights_of_any_length_are_summed() {
        float[] block = powers(300 * WIDTH);
        int[] starts = {0, 7, 100, 290, 5};
        int[] offsets = {0, 1, 17, 80, 87, 87};
        float[] weights = powers(87);
        float[] found = new float[5 * WIDTH];
        float[] expected = new float[5 * WIDTH];
        simd.weightedSums(block, weights, starts, offsets, found);
        scalar.weightedSums(block, weights, starts, offsets, expected);
        assertThat(found).isEqualTo(expected);
        for (int row = 0; row < 5; row++) {
            for (int f = 0; f < WIDTH; f++) {
                double sum = 0;
                for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                    sum += (double) weights[i] * block[(starts[row] + i - offsets[row]) * WIDTH + f];
                }
                assertThat((double) found[row * WIDTH + f]).isCloseTo(sum, within(1e-6 * sum));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 33, 1_025})
    void products_with_twelve_filters_are_summed(int bins) {
        float[] block = powers(bins * WIDTH);
        float[] filters = powers(bins * 12);
        float[] found = new float[12 * WIDTH];
        float[] expected = new float[12 * WIDTH];
        simd.products(block, bins, filters, found);
        scalar.products(block, bins, filters, expected);
        assertThat(found).isEqualTo(expected);
        double sum = 0;
        for (int bin = 0; bin < bins; bin++) {
            sum += (double) filters[bin * 12 + 7] * block[bin * WIDTH + 3];
        }
        assertThat((double) found[7 * WIDTH + 3]).isCloseTo(sum, within(1e-5 * sum));
    }

    @Test
    void peaks_stand_above_their_neighbours_and_the_threshold_of_their_spectrum() {
        float[] block = powers(300 * WIDTH);
        float[] largest = new float[WIDTH];
        float[] others = new float[WIDTH];
        simd.largest(block, 300, largest);
        scalar.largest(block, 300, others);
        assertThat(largest).isEqualTo(others);
        float[] thresholds = new float[WIDTH];
        for (int f = 0; f < WIDTH; f++) {
            float[] sorted = lane(block, f);
            Arrays.sort(sorted);
            assertThat(largest[f]).isEqualTo(sorted[299]);
            thresholds[f] = sorted[200];
        }
        int[] found = new int[200 * WIDTH];
        int[] expected = new int[200 * WIDTH];
        int count = simd.peaks(block, 10, 210, thresholds, found);
        assertThat(count)
                .isEqualTo(scalar.peaks(block, 10, 210, thresholds, expected))
                .isGreaterThan(100);
        assertThat(found).isEqualTo(expected);
        for (int p = 0; p < count; p++) {
            assertThat(block[found[p]])
                    .isGreaterThan(block[found[p] - WIDTH])
                    .isGreaterThanOrEqualTo(block[found[p] + WIDTH])
                    .isGreaterThan(thresholds[found[p] % WIDTH]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 16})
    void spectra_are_put_side_by_side_and_one_after_the_other_again(int count) {
        float[] rows = powers(count * 37);
        float[] block = powers(37 * WIDTH);
        BlockMath.block(rows, 0, 37, count, block);
        float[] again = new float[rows.length];
        BlockMath.rows(block, 37, count, again, 0);
        assertThat(again).isEqualTo(rows);
        for (int f = count; f < WIDTH; f++) {
            assertThat(lane(block, f)).containsOnly(0);
        }
    }
}
