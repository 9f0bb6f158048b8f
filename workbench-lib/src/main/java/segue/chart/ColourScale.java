package segue.chart;

import java.awt.Color;

/**
 * Colours for values between two ends; what lies beyond has the colour of the end. Few levels, so that the file of a picture
 * stays small; of the loudest 60 dB each has 5.
 *
 * @param anchors at equal distances from {@code low} to {@code high}
 * @param unit written over the bar that explains the colours
 */
record ColourScale(Color[] anchors, double low, double high, String unit) {
    static final int LEVELS = 12;

    /** So many decibels under the loudest. */
    static ColourScale decibels(double range) {
        return new ColourScale(Palette.sequential(), -range, 0, "dB");
    }

    /** As RGB; black for what is no number. */
    int rgb(double value) {
        return level((int) Math.floor((value - low) / (high - low) * LEVELS));
    }

    /** The colour of a level from 0 on. */
    int level(int level) {
        double at = Math.clamp(level, 0, LEVELS - 1) * (anchors.length - 1.0) / (LEVELS - 1);
        int below = Math.min((int) at, anchors.length - 2);
        double share = at - below;
        Color a = anchors[below];
        Color b = anchors[below + 1];
        return mix(a.getRed(), b.getRed(), share) << 16
                | mix(a.getGreen(), b.getGreen(), share) << 8
                | mix(a.getBlue(), b.getBlue(), share);
    }

    private static int mix(int a, int b, double share) {
        return (int) Math.round(a + share * (b - a));
    }
}
