package segue.chart.map;

import java.awt.Color;
import java.util.Arrays;
import segue.chart.Palette;

/**
 * Colours of amounts between the 2nd and the 98th percentile; what lies beyond has the colour of the end, so that a few
 * strays do not take the colours from all others.
 *
 * @param clipped whether anything lies beyond
 * @param missing amounts that are not there
 */
record AmountScale(double low, double high, boolean clipped, int missing) {
    private static final double CLIP = 0.02;

    static AmountScale of(float[] values) {
        float[] known = new float[values.length];
        int size = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                known[size++] = value;
            }
        }
        if (size == 0) {
            return new AmountScale(0, 1, false, values.length);
        }
        float[] sorted = Arrays.copyOf(known, size);
        Arrays.sort(sorted);
        float low = sorted[(int) (CLIP * (size - 1))];
        float high = sorted[(int) Math.ceil((1 - CLIP) * (size - 1))];
        if (low == high) {
            low = sorted[0];
            high = sorted[size - 1];
        }
        return new AmountScale(
                low, high == low ? low + 1.0 : high, low > sorted[0] || high < sorted[size - 1], values.length - size);
    }

    /** 0 at the low end to 1 at the high one. */
    float at(float value) {
        return (float) Math.clamp((value - low) / (high - low), 0, 1);
    }

    /** The colour there, 0 to 1. */
    static Color colour(double at) {
        Color[] anchors = Palette.amounts();
        double place = Math.clamp(at, 0, 1) * (anchors.length - 1);
        int below = Math.min((int) place, anchors.length - 2);
        float share = (float) (place - below);
        float[] a = anchors[below].getRGBColorComponents(null);
        float[] b = anchors[below + 1].getRGBColorComponents(null);
        return new Color(a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2]));
    }
}
