package segue.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One side of a picture: which value stands where, and what is written beside it.
 *
 * @param low the value at its start: left, or below
 * @param high above {@code low}
 * @param logarithmic then {@code low} is positive
 */
public record Axis(String title, double low, double high, boolean logarithmic, List<Tick> ticks) {
    private static final int TICKS = 6;
    private static final double[] STEPS = {1, 2, 5, 10};

    /** A value with its label. */
    public record Tick(double value, String label) {}

    /** From 0 to the end, marked every 1, 2, 5, 10 … seconds. */
    static Axis seconds(double end) {
        return linear("seconds", 0, Math.max(end, 1e-3));
    }

    /** Marked in round steps. */
    public static Axis linear(String title, double low, double high) {
        double rough = (high - low) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double candidate : STEPS) {
            if (step < rough) {
                step = candidate * power;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high * (1 + 1e-9); i++) {
            ticks.add(new Tick(i * step, number(i * step)));
        }
        return new Axis(title, low, high, false, ticks);
    }

    /** Frequencies, every 2 kHz or so. */
    static Axis hertz(double high) {
        List<Tick> ticks = linear("", 0, high).ticks().stream()
                .map(tick -> new Tick(tick.value(), hertzLabel(tick.value())))
                .toList();
        return new Axis("Hz", 0, high, false, ticks);
    }

    /** Frequencies, the same height for every octave. */
    static Axis octaves(double lowHz, double highHz) {
        List<Tick> ticks = new ArrayList<>();
        for (double hz = 62.5; hz <= highHz; hz *= 2) {
            if (hz >= lowHz) {
                ticks.add(new Tick(hz, hertzLabel(hz)));
            }
        }
        return new Axis("Hz, logarithmic", lowHz, highHz, true, ticks);
    }

    /** One place a name, the first at the start, a share of the names marked so that they do not collide. */
    static Axis names(String title, List<String> names, int every) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i += every) {
            ticks.add(new Tick(i + 0.5, names.get(i)));
        }
        return new Axis(title, 0, names.size(), false, ticks);
    }

    /** Where a value stands, 0 at the start to 1 at the end. */
    public double at(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** The value that stands there: {@link #at} turned round. */
    double value(double at) {
        return logarithmic ? low * Math.pow(high / low, at) : low + at * (high - low);
    }

    private static String hertzLabel(double hz) {
        return hz >= 1_000 ? number(hz / 1_000) + "k" : number(Math.round(hz));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "").replace('-', '\u2013');
    }
}
