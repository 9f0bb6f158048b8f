package segue.chart;

import java.awt.Color;

/** The colours of every picture. */
public final class Palette {
    /** Ink for titles and labels. */
    public static final Color INK = new Color(0x26, 0x2b, 0x33);
    /** For what should recede: ticks, axis titles. */
    public static final Color QUIET = new Color(0x5b, 0x64, 0x70);
    /** Grid lines. */
    public static final Color GRID = new Color(0xe3, 0xe7, 0xec);

    private static final Color[] SERIES = {
        new Color(0x1f, 0x5f, 0xa8), // blue
        new Color(0xe0, 0x7b, 0x00), // orange
        new Color(0x0b, 0x7a, 0x5c), // bluish green
        new Color(0xcc, 0x79, 0xa7), // reddish purple
        new Color(0x7c, 0xc4, 0xee), // sky blue
        new Color(0x8f, 0x24, 0x13), // vermilion
        new Color(0x8a, 0x7a, 0x16), // olive
        new Color(0x4b, 0x3b, 0x8f), // indigo
        new Color(0x6b, 0x72, 0x7c), // slate
    };

    private static final Color[] DIVERGING = {
        new Color(0x5f, 0x94, 0xd0), new Color(0xf7, 0xf7, 0xf5), new Color(0xe8, 0x96, 0x3c)
    };

    private static final Color[] SEQUENTIAL = {
        new Color(0x0d, 0x10, 0x20),
        new Color(0x32, 0x27, 0x6e),
        new Color(0x7e, 0x35, 0x8c),
        new Color(0xc9, 0x4c, 0x5c),
        new Color(0xee, 0x8f, 0x3a),
        new Color(0xfc, 0xf4, 0xc4)
    };

    private static final Color[] AMOUNTS = {
        new Color(0x2b, 0x1f, 0x6b),
        new Color(0x7a, 0x2a, 0x8a),
        new Color(0xc4, 0x3f, 0x6a),
        new Color(0xec, 0x7b, 0x35),
        new Color(0xf6, 0xbf, 0x2f)
    };

    private Palette() {}

    /** Nine colours for series, after Okabe and Ito (2008); the first six stay far apart for colour-blind eyes. */
    public static Color[] series() {
        return SERIES.clone();
    }

    /** Blue through near-white to orange, for values around 0; light enough to write on in black. */
    public static Color[] diverging() {
        return DIVERGING.clone();
    }

    /** Near-black through violet and orange to pale yellow, for amounts; ever lighter, so that it reads in grey too. */
    public static Color[] sequential() {
        return SEQUENTIAL.clone();
    }

    /** Indigo through red to amber, for amounts on white ground: ever lighter, and never so light that it is lost. */
    public static Color[] amounts() {
        return AMOUNTS.clone();
    }
}
