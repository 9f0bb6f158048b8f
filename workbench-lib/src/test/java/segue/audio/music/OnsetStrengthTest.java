package segue.audio.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

class OnsetStrengthTest {
    private static final StftOptions OPTIONS = StftOptions.defaults();

    private static FloatMatrix random(int frames, int bands) {
        Random random = new Random(1);
        float[] values = new float[frames * bands];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return FloatMatrix.wrap(frames, bands, values);
    }

    @Test
    void the_mean_rise_stands_where_the_window_first_reaches_it() {
        float[] decibels = new float[8 * 4];
        Arrays.fill(decibels, 3 * 4, 4 * 4, 12);
        decibels[3 * 4] = 0;
        OnsetStrength onsets = OnsetStrength.ofDecibels(FloatMatrix.wrap(8, 4, decibels), 22_050, OPTIONS);
        assertThat(onsets.values()).containsExactly(0, 0, 0, 0, 0, 9, 0, 0);
    }

    @Test
    void what_is_more_than_80_decibels_below_the_loudest_makes_no_onset() {
        FloatMatrix power = FloatMatrix.of(new float[] {1e-9f}, new float[] {1e-8f}, new float[] {1}, new float[] {1});
        StftOptions unshifted = new StftOptions(4, 4);
        float[] values = OnsetStrength.of(power, 22_050, unshifted).values();
        assertThat(values[1]).isZero();
        assertThat((double) values[2]).isCloseTo(80, within(1e-4));
        assertThat(values[3]).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 128, 130})
    void the_mean_is_over_all_bands(int bands) {
        FloatMatrix decibels = random(20, bands);
        float[] values = OnsetStrength.ofDecibels(decibels, 22_050, OPTIONS).values();
        for (int f = 1; f + 2 < 20; f++) {
            double sum = 0;
            for (int b = 0; b < bands; b++) {
                sum += Math.max(0, decibels.get(f, b) - decibels.get(f - 1, b));
            }
            assertThat((double) values[f + 2]).isCloseTo(sum / bands, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void the_median_rise_leaves_out_what_only_few_bands_do(int bands) {
        float[] power = new float[8 * bands];
        Arrays.fill(power, 1);
        for (int f = 3; f < 8; f++) {
            power[f * bands] = 100;
        }
        Arrays.fill(power, 5 * bands, 6 * bands, 1_000);
        OnsetStrength onsets = OnsetStrength.byMedian(FloatMatrix.wrap(8, bands, power), 22_050, OPTIONS);
        float oneBand = bands == 1 ? 20 : 0;
        float allBands = bands == 1 ? 10 : 30;
        assertThat(onsets.values()).containsExactly(0, 0, 0, 0, 0, oneBand, 0, allBands);
    }

    @Test
    void blocks_give_what_the_whole_gives() {
        FloatMatrix whole = random(50, 7);
        OnsetGathering blocks = new OnsetGathering(22_050, OPTIONS);
        for (int from = 0; from < 50; from += 9) {
            int[] rows = IntStream.range(from, Math.min(50, from + 9)).toArray();
            blocks.add(whole.selectRows(rows));
        }
        assertThat(blocks.strength().values())
                .containsExactly(
                        OnsetStrength.ofDecibels(whole, 22_050, OPTIONS).values());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void few_frames_have_as_many_values(int frames) {
        assertThat(OnsetStrength.of(random(frames, 5), 22_050, OPTIONS).values())
                .hasSize(frames);
    }

    @Test
    void silence_has_no_onsets() {
        assertThat(OnsetStrength.of(FloatMatrix.wrap(9, 3, new float[27]), 22_050, OPTIONS)
                        .values())
                .containsOnly(0f);
    }

    @Test
    void blocks_of_other_bands_are_refused() {
        OnsetGathering blocks = new OnsetGathering(22_050, OPTIONS);
        blocks.add(random(2, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blocks.add(random(2, 6)))
                .withMessage("every block needs 5 mel bands but this one has 6");
    }
}
