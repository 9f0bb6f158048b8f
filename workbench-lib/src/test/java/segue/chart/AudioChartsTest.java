package segue.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.internal.chartpart.IChart;
import segue.audio.signal.Signal;
import segue.audio.spectrum.Spectrogram;
import segue.audio.spectrum.Stft;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

class AudioChartsTest {
    private static final int RATE_HZ = 22_050;

    private static BufferedImage paint(IChart chart) {
        BufferedImage image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.dispose();
        return image;
    }

    /** How far up the plot the brightest pixel of a column is, 0 at the bottom to 1. */
    private static double brightest(BufferedImage image, int x) {
        int top = 26;
        int bottom = AudioCharts.HEIGHT - 34;
        int best = top;
        for (int y = top; y < bottom; y++) {
            best = luminance(image.getRGB(x, y)) > luminance(image.getRGB(x, best)) ? y : best;
        }
        return (double) (bottom - best) / (bottom - top);
    }

    private static double luminance(int rgb) {
        Color colour = new Color(rgb);
        return 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
    }

    private static Signal sine(double hz) {
        float[] samples = new float[2 * RATE_HZ];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / RATE_HZ));
        }
        return Signal.of(samples, RATE_HZ);
    }

    @Test
    void a_tone_is_a_line_at_its_frequency() {
        Spectrogram tone = Stft.power(sine(2_756.25), StftOptions.defaults());
        BufferedImage linear = paint(AudioCharts.spectrogram("t", tone));
        assertThat(brightest(linear, 150)).isEqualTo(0.25, within(0.02));
        assertThat(brightest(linear, 250)).isEqualTo(0.25, within(0.02));
        double octaves = Math.log(2_756.25 / 55) / Math.log(11_025 / 55.0);
        assertThat(brightest(paint(AudioCharts.logSpectrogram("t", tone)), 150)).isEqualTo(octaves, within(0.02));
    }

    @Test
    void a_waveform_reaches_as_high_as_the_samples_and_is_pale_where_it_was_trimmed() {
        BufferedImage image = paint(AudioCharts.waveform("t", sine(440), 0, 1));
        int middle = 44 + (360 - 44 - 14) / 2;
        int axis = 26 + (130 - 26 - 34) / 2;
        assertThat(new Color(image.getRGB(middle - 10, axis))).isEqualTo(Palette.series()[0]);
        assertThat(new Color(image.getRGB(middle - 10, 30))).isEqualTo(Palette.series()[0]);
        assertThat(new Color(image.getRGB(middle + 10, axis))).isNotIn(Palette.series()[0], Color.WHITE);
    }

    @Test
    void a_recording_of_no_samples_and_one_of_silence_are_drawn_too() {
        for (Signal signal : new Signal[] {Signal.of(new float[0], RATE_HZ), Signal.of(new float[5_000], RATE_HZ)}) {
            Spectrogram spectrogram = Stft.power(signal, StftOptions.defaults());
            assertThat(paint(AudioCharts.waveform("t", signal)).getWidth()).isEqualTo(AudioCharts.WIDTH);
            assertThat(paint(AudioCharts.spectrogram("t", spectrogram)).getRGB(150, 100) & 0xffffff)
                    .isEqualTo(Palette.sequential()[0].getRGB() & 0xffffff);
        }
    }

    @Test
    void a_pitch_class_lights_its_own_row() {
        float[] a = new float[12];
        a[9] = 1;
        BufferedImage image = paint(AudioCharts.chroma("t", FloatMatrix.of(a, a, a), 1));
        assertThat(brightest(image, 150)).isBetween(9 / 12.0, 10 / 12.0 + 0.01);
    }

    @Test
    void the_first_coefficient_does_not_drown_the_others() {
        FloatMatrix mfcc = FloatMatrix.of(new float[] {-400, 30, -30}, new float[] {-400, 30, -30});
        BufferedImage image = paint(AudioCharts.mfcc("t", mfcc, 1));
        assertThat(new Color(image.getRGB(150, AudioCharts.HEIGHT - 40))).isEqualTo(Palette.diverging()[2]);
        assertThat(new Color(image.getRGB(150, 30))).isEqualTo(Palette.diverging()[0]);
        assertThatThrownBy(() -> AudioCharts.mfcc("t", FloatMatrix.of(new float[] {1}), 1))
                .hasMessageContaining("two coefficients or more");
    }

    @Test
    void mel_bands_and_onsets_with_beats_are_drawn() {
        FloatMatrix mel = FloatMatrix.of(new float[] {1e-9f, 1e-9f, 1, 1e-9f}, new float[] {1e-9f, 1e-9f, 1, 1e-9f});
        BufferedImage image = paint(AudioCharts.mel("t", mel, new double[] {100, 500, 1_500, 4_000}, 1));
        assertThat(brightest(image, 150)).isBetween(0.5, 0.76);
        BufferedImage onsets = paint(AudioCharts.onsets("t", new float[] {0, 1, 0, 1}, 2, 0.5, 1.5));
        assertThat(colours(onsets)).contains(Palette.series()[1], Palette.series()[0]);
    }

    @Test
    void beats_that_stand_close_leave_the_onsets_in_sight() {
        double[] beats = new double[200];
        for (int i = 0; i < beats.length; i++) {
            beats[i] = i / 10.0;
        }
        BufferedImage image = paint(AudioCharts.onsets("t", new float[] {0, 1, 0, 1}, 20, beats));
        int axis = 130 - 34 - 10;
        assertThat(colours(image)).contains(Palette.series()[1]);
        assertThat(colours(image.getSubimage(44, axis, 300, 5))).doesNotContain(Palette.series()[1]);
    }

    @Test
    void a_warping_path_is_drawn_white_through_the_costs() {
        Signal signal = sine(440);
        FloatMatrix frames = FloatMatrix.of(new float[] {0}, new float[] {1}, new float[] {2});
        int[] path = {0, 1, 2};
        IChart chart = AudioCharts.warping("t", signal, frames, signal, frames, path, path);
        BufferedImage image = paint(chart);
        assertThat(image.getRGB(238, 173) & 0xffffff).isEqualTo(0xffffff);
        assertThat(image.getRGB(120, 50) & 0xffffff).isEqualTo(Palette.sequential()[5].getRGB() & 0xffffff);
        assertThatThrownBy(() ->
                        AudioCharts.warping("t", signal, frames, signal, FloatMatrix.of(new float[2]), path, path))
                .hasMessageContaining("3 x 1 and 1 x 2");
    }

    @Test
    void pictures_have_few_enough_colours_for_a_small_file() {
        Spectrogram spectrogram = Stft.power(sine(440), StftOptions.defaults());
        IChart chart = AudioCharts.spectrogram("t", spectrogram);
        assertThat(colours(paint(ChartGrid.of(2, chart, chart)))).hasSizeLessThan(256);
    }

    @Test
    void the_colours_of_amounts_grow_ever_lighter() {
        ColourScale scale = ColourScale.decibels(80);
        for (int level = 1; level < ColourScale.LEVELS; level++) {
            assertThat(luminance(scale.level(level)))
                    .as("level %d", level)
                    .isGreaterThan(luminance(scale.level(level - 1)));
        }
        assertThat(scale.rgb(-200)).isEqualTo(scale.level(0));
        assertThat(scale.rgb(7)).isEqualTo(scale.level(ColourScale.LEVELS - 1));
    }

    private static Set<Color> colours(BufferedImage image) {
        Set<Color> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(new Color(image.getRGB(x, y)));
            }
        }
        return colours;
    }
}
