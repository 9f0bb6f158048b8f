package segue.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.knowm.xchart.internal.chartpart.IChart;
import segue.audio.signal.Signal;
import segue.audio.spectrum.Spectrogram;
import segue.matrix.FloatMatrix;

/**
 * Pictures of sound over time, half a page wide, so that two recordings stand side by side in a {@link ChartGrid}. Times
 * are in seconds, frequencies in Hz, levels in decibels under the loudest, to -60. Long recordings are drawn as quickly as short
 * ones nearly: a pixel sums up what falls into it.
 */
public final class AudioCharts {
    static final int WIDTH = 360;
    static final int HEIGHT = 180;
    private static final int LOW = 130;
    private static final double RANGE_DB = 60;
    private static final double LOWEST_HZ = 55;
    private static final double CLIPPED = 0.02;
    private static final int CLOSEST_BEATS = 8;
    private static final int SHORT_BEAT = 5;
    private static final List<String> PITCHES =
            List.of("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B");
    private static final Color SILENCE = new Color(0xc9, 0xcf, 0xd6);

    private AudioCharts() {}

    /** The samples: from the lowest to the highest in every pixel. */
    public static IChart waveform(String title, Signal signal) {
        return waveform(title, signal, 0, signal.seconds());
    }

    /** As {@link #waveform(String, Signal)}; what lies outside of the two times, such as trimmed silence, is pale. */
    public static IChart waveform(String title, Signal signal, double fromSeconds, double toSeconds) {
        Waveform waveform = new Waveform(signal);
        return Panel.of(
                title,
                WIDTH,
                LOW,
                Axis.seconds(signal.seconds()),
                Axis.linear("", -waveform.limit(), waveform.limit()),
                (graphics, plot, x, y) -> {
                    int from = (int) Math.round(x.at(fromSeconds) * plot.width);
                    int to = (int) Math.round(x.at(toSeconds) * plot.width);
                    graphics.setColor(Palette.GRID);
                    graphics.fillRect(plot.x, plot.y, from, plot.height);
                    graphics.fillRect(plot.x + to, plot.y, plot.width - to, plot.height);
                    waveform.paint(graphics, plot, false, i -> i < from || i >= to ? SILENCE : Palette.series()[0]);
                });
    }

    /** Power by time and frequency, all frequencies alike. */
    public static IChart spectrogram(String title, Spectrogram spectrogram) {
        double nyquist = spectrogram.sampleRateHz() / 2.0;
        double binHz = spectrogram.frequencyHz(1);
        return heat(
                title,
                decibels(spectrogram.power()),
                seconds(spectrogram),
                Axis.hertz(nyquist),
                ColourScale.decibels(RANGE_DB),
                at -> at * nyquist / binHz);
    }

    /** Power by time and frequency, the same height for every octave, as ears hear. */
    public static IChart logSpectrogram(String title, Spectrogram spectrogram) {
        double binHz = spectrogram.frequencyHz(1);
        Axis octaves = Axis.octaves(LOWEST_HZ, spectrogram.sampleRateHz() / 2.0);
        return heat(
                title,
                decibels(spectrogram.power()),
                seconds(spectrogram),
                octaves,
                ColourScale.decibels(RANGE_DB),
                at -> octaves.value(at) / binHz + 0.5);
    }

    /**
     * Power in mel bands.
     *
     * @param mel power, shape {@code (frames, bands)}
     * @param centresHz of the bands, ascending
     */
    public static IChart mel(String title, FloatMatrix mel, double[] centresHz, double seconds) {
        List<String> names = Arrays.stream(centresHz)
                .mapToObj(hz -> hz >= 1_000 ? "%.1fk".formatted(hz / 1_000) : "%.0f".formatted(hz))
                .toList();
        return heat(
                title,
                decibels(mel),
                seconds,
                Axis.names("Hz, mel", names, Math.max(1, names.size() / 6)),
                ColourScale.decibels(RANGE_DB),
                at -> at * mel.columns());
    }

    /**
     * Cepstral coefficients from the second on: the first is loudness, and would drown them. Around 0; the strongest 2 % share
     * the last colour.
     *
     * @param mfcc shape {@code (frames, coefficients)}
     */
    public static IChart mfcc(String title, FloatMatrix mfcc, double seconds) {
        FloatMatrix rest = withoutFirst(mfcc);
        double limit = strongest(rest);
        List<String> names =
                IntStream.range(1, mfcc.columns()).mapToObj(Integer::toString).toList();
        return heat(
                title,
                rest,
                seconds,
                Axis.names("coefficient", names, Math.max(1, names.size() / 6)),
                new ColourScale(Palette.diverging(), -limit, limit, ""),
                at -> at * rest.columns());
    }

    /**
     * How strong each of the twelve pitch classes is.
     *
     * @param chroma 0 to 1, shape {@code (frames, 12)}, C first
     */
    public static IChart chroma(String title, FloatMatrix chroma, double seconds) {
        return heat(
                title,
                chroma,
                seconds,
                Axis.names("pitch class", PITCHES, 1),
                new ColourScale(Palette.sequential(), 0, 1, ""),
                at -> at * chroma.columns());
    }

    /**
     * Where something begins to sound, with the beats as lines; as short ones where there are many.
     *
     * @param strength one value a frame
     * @param beatSeconds times of the beats, none if there are none
     */
    public static IChart onsets(String title, float[] strength, double seconds, double... beatSeconds) {
        float highest = 1e-6f;
        for (float value : strength) {
            highest = Math.max(highest, value);
        }
        return Panel.of(
                title,
                WIDTH,
                LOW,
                Axis.seconds(seconds),
                Axis.linear("", 0, 1.05 * highest),
                (graphics, plot, x, y) -> {
                    graphics.setColor(Palette.series()[1]);
                    // Beats that stand close would hide what they are read beside.
                    boolean close = beatSeconds.length > plot.width / CLOSEST_BEATS;
                    for (double beat : beatSeconds) {
                        int at = plot.x + (int) (x.at(beat) * plot.width);
                        graphics.fillRect(at, plot.y, 1, close ? SHORT_BEAT : plot.height);
                    }
                    graphics.setColor(Palette.series()[0]);
                    graphics.setStroke(new BasicStroke(1.5f));
                    polyline(graphics, plot, strength, y);
                });
    }

    /**
     * How two recordings were laid on each other: what each moment of one costs on each moment of the other, dark where they
     * are alike, the path through it, and both waveforms at the sides.
     *
     * @param a at the left, from below upwards
     * @param aFrames of all of {@code a}, shape {@code (frames, values)}; costs are euclidean
     * @param b below, from left to right
     * @param bFrames of all of {@code b}
     * @param rows frames of {@code a} along the path
     * @param columns the frames of {@code b} that they meet
     */
    public static IChart warping(
            String title, Signal a, FloatMatrix aFrames, Signal b, FloatMatrix bFrames, int[] rows, int[] columns) {
        return new WarpingChart(title, a, aFrames, b, bFrames, rows, columns);
    }

    private static void polyline(Graphics2D graphics, Rectangle plot, float[] values, Axis y) {
        int[] xs = new int[values.length];
        int[] ys = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            xs[i] = plot.x + (int) ((long) i * plot.width / values.length);
            ys[i] = plot.y + plot.height - 1 - (int) Math.round(y.at(values[i]) * (plot.height - 1));
        }
        graphics.drawPolyline(xs, ys, values.length);
    }

    private static IChart heat(
            String title, FloatMatrix values, double seconds, Axis y, ColourScale scale, DoubleUnaryOperator rows) {
        if (values.values().length == 0) {
            throw new IllegalArgumentException(
                    "there is nothing to draw: the matrix is %d x %d".formatted(values.rows(), values.columns()));
        }
        Raster raster = new Raster(values, scale);
        return Panel.of(
                        title,
                        WIDTH,
                        HEIGHT,
                        Axis.seconds(seconds),
                        y,
                        (graphics, plot, x, axis) -> graphics.drawImage(raster.image(plot, rows), plot.x, plot.y, null))
                .withScale(scale);
    }

    private static double seconds(Spectrogram spectrogram) {
        return (double) spectrogram.frames() * spectrogram.options().hopLength() / spectrogram.sampleRateHz();
    }

    /** Below the largest value; what is no power at all lies below every scale. */
    private static FloatMatrix decibels(FloatMatrix power) {
        float largest = Float.MIN_NORMAL;
        for (float value : power.values()) {
            largest = Math.max(largest, value);
        }
        float[] decibels = new float[power.values().length];
        for (int i = 0; i < decibels.length; i++) {
            decibels[i] = (float) Math.max(-2 * RANGE_DB, 10 * Math.log10(power.values()[i] / largest));
        }
        return FloatMatrix.wrap(power.rows(), power.columns(), decibels);
    }

    private static FloatMatrix withoutFirst(FloatMatrix values) {
        if (values.columns() < 2) {
            throw new IllegalArgumentException("two coefficients or more are needed but there are " + values.columns());
        }
        int columns = values.columns() - 1;
        float[] rest = new float[values.rows() * columns];
        for (int row = 0; row < values.rows(); row++) {
            System.arraycopy(values.values(), values.offset(row) + 1, rest, row * columns, columns);
        }
        return FloatMatrix.wrap(values.rows(), columns, rest);
    }

    private static double strongest(FloatMatrix values) {
        float[] sizes = values.values().clone();
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(sizes[i]);
        }
        Arrays.sort(sizes);
        double limit = sizes.length == 0 ? 0 : sizes[(int) ((1 - CLIPPED) * (sizes.length - 1))];
        return Math.max(1, Math.ceil(limit / 10) * 10);
    }
}
