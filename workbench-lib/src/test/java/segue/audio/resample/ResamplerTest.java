package segue.audio.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.audio.Sounds;

class ResamplerTest {
    @ParameterizedTest(name = "{0} to {1} Hz")
    @CsvSource({
        "44100, 22050",
        "48000, 22050",
        "22050, 44100",
        "8000, 22050",
        "44100, 48000",
        "96000, 22050",
        "44056, 22050",
        "11025, 22050",
        "192000, 22050",
        "44101, 22050"
    })
    void sines_that_fit_come_out_exact_and_those_that_do_not_are_gone(int sourceHz, int targetHz) {
        double nyquist = Math.min(sourceHz, targetHz) / 2.0;
        for (double part : new double[] {0.005, 0.1, 0.37, 0.7, 0.9}) {
            assertThat(errorDb(sourceHz, targetHz, part * nyquist, 0.5))
                    .as("sine at %.3f of Nyquist's frequency", part)
                    .isLessThan(-110);
        }
        for (double part : new double[] {1.005, 1.1, 1.5, 1.98}) {
            if (part * nyquist < sourceHz / 2.0) {
                assertThat(errorDb(sourceHz, targetHz, part * nyquist, 0))
                        .as("sine at %.3f of Nyquist's frequency", part)
                        .isLessThan(-110);
            }
        }
    }

    /** The error in dB beside a sine of full height, away from the ends. */
    private static double errorDb(int sourceHz, int targetHz, double frequencyHz, double kept) {
        float[] sine = sine(sourceHz, frequencyHz, 0.5, sourceHz / 2);
        float[] got = Resampler.resample(sine, sourceHz, targetHz);
        float[] wanted = sine(targetHz, frequencyHz, kept, got.length);
        double error = 0;
        int from = got.length / 4;
        for (int i = from; i < got.length - from; i++) {
            error += Math.pow((double) wanted[i] - got[i], 2);
        }
        return 10 * Math.log10(error / (got.length - 2 * from) / 0.125);
    }

    private static float[] sine(int rateHz, double frequencyHz, double height, int length) {
        float[] sine = new float[length];
        for (int i = 0; i < length; i++) {
            sine[i] = (float) (height * Math.sin(2 * Math.PI * frequencyHz * i / rateHz));
        }
        return sine;
    }

    @Test
    void a_chirp_keeps_its_time_and_height() {
        float[] got = Resampler.resample(chirp(44_100), 44_100, 22_050);

        assertThat(Sounds.signalToNoiseDb(
                        Arrays.copyOfRange(chirp(22_050), 500, 21_000), Arrays.copyOfRange(got, 500, 21_000)))
                .isGreaterThan(105);
    }

    /** One second from 100 to 9,600 Hz: what the filter passes. */
    private static float[] chirp(int rateHz) {
        float[] chirp = new float[rateHz];
        for (int i = 0; i < rateHz; i++) {
            double t = (double) i / rateHz;
            chirp[i] = (float) (0.5 * Math.sin(2 * Math.PI * (100 + 4_750 * t) * t));
        }
        return chirp;
    }

    @ParameterizedTest(name = "{0} to {1} Hz")
    @CsvSource({"44100, 22050", "48000, 22050", "8000, 22050", "44101, 22050", "96000, 8000"})
    void blocks_of_any_size_give_the_same_samples(int sourceHz, int targetHz) {
        float[] sound = Sounds.noise(30_011, sourceHz, 5).samples();
        float[] whole = Resampler.resample(sound, sourceHz, targetHz);
        Random random = new Random(11);

        Resampler resampler = Resampler.of(sourceHz, targetHz);
        float[] got = new float[whole.length + 100];
        int count = 0;
        for (int from = 0; from < sound.length; ) {
            int length = Math.min(1 + random.nextInt(3_000), sound.length - from);
            resampler.write(sound, from, length);
            from += length;
            count += resampler.read(got, count, Math.min(random.nextInt(4_000), got.length - count));
        }
        resampler.end();
        count += resampler.read(got, count, got.length - count);

        assertThat(count).isEqualTo(whole.length).isEqualTo(Math.ceilDiv(30_011L * targetHz, (long) sourceHz));
        for (int i = 0; i < count; i++) {
            assertThat(Math.abs(got[i] - whole[i])).isLessThan(2e-6f);
        }
    }

    @Test
    void a_steady_level_stays_what_it_is() {
        float[] level = new float[20_000];
        Arrays.fill(level, 0.25f);

        float[] got = Resampler.resample(level, 48_000, 22_050);

        for (int i = 1_000; i < got.length - 1_000; i++) {
            assertThat(Math.abs(got[i] - 0.25f)).isLessThan(1e-6f);
        }
    }

    @Test
    void rates_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> Resampler.of(0, 22_050))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the sample rate must be in [1, 100,000,000] Hz but was 0");
        assertThatThrownBy(() -> Resampler.of(2, 22_050)).hasMessageContaining("too far apart");
    }

    @Test
    void nothing_can_be_written_after_the_end() {
        Resampler resampler = Resampler.of(44_100, 22_050);
        assertThat(resampler.end()).isTrue();
        assertThat(resampler.end()).isFalse();
        assertThatThrownBy(() -> resampler.write(new float[1], 0, 1)).isInstanceOf(IllegalStateException.class);
    }
}
