package segue.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.function.IntFunction;
import segue.audio.signal.Signal;

/** Samples as what they look like from afar: a line a pixel, from the lowest to the highest. */
final class Waveform {
    private final Signal signal;
    private final double limit;

    Waveform(Signal signal) {
        this.signal = signal;
        double largest = 0.01;
        for (float sample : signal.samples()) {
            largest = Math.max(largest, Math.abs(sample));
        }
        this.limit = Math.ceil(largest * 10) / 10;
    }

    /** What the axis ends at, on both sides of 0. */
    double limit() {
        return limit;
    }

    /**
     * @param upright time goes from below upwards, and not from left to right
     * @param colour of a line, by its number
     */
    void paint(Graphics2D graphics, Rectangle plot, boolean upright, IntFunction<Color> colour) {
        int lines = upright ? plot.height : plot.width;
        int depth = upright ? plot.width : plot.height;
        float[] samples = signal.samples();
        for (int i = 0; i < lines && samples.length > 0; i++) {
            int from = (int) ((long) i * samples.length / lines);
            int to = Math.max(from + 1, (int) ((i + 1L) * samples.length / lines));
            float low = samples[from];
            float high = low;
            for (int s = from + 1; s < to; s++) {
                low = Math.min(low, samples[s]);
                high = Math.max(high, samples[s]);
            }
            int top = (int) Math.round((1 - high / limit) / 2 * (depth - 1));
            int bottom = (int) Math.round((1 - low / limit) / 2 * (depth - 1));
            graphics.setColor(colour.apply(i));
            if (upright) {
                graphics.fillRect(plot.x + top, plot.y + plot.height - 1 - i, bottom - top + 1, 1);
            } else {
                graphics.fillRect(plot.x + i, plot.y + top, 1, bottom - top + 1);
            }
        }
    }
}
