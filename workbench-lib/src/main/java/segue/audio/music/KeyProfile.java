package segue.audio.music;

import java.util.Arrays;

/** How much each degree of a key is heard, from the tonic upwards in semitones; three profiles that are in common use. */
public enum KeyProfile {
    /**
     * How well a tone fits after a cadence, as listeners rate it. C. Krumhansl and E. Kessler, "Tracing the dynamic changes
     * in perceived tonal organization in a spatial representation of musical keys", Psychological Review 89 (1982).
     */
    KRUMHANSL_KESSLER(
            new double[] {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88},
            new double[] {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17}),
    /**
     * The same, corrected by hand. D. Temperley, "What's key for key? The Krumhansl-Schmuckler
     * key-finding algorithm reconsidered", Music Perception 17 (1999).
     */
    TEMPERLEY(
            new double[] {5.0, 2.0, 3.5, 2.0, 4.5, 4.0, 2.0, 4.5, 2.0, 3.5, 1.5, 4.0},
            new double[] {5.0, 2.0, 3.5, 4.5, 2.0, 4.0, 2.0, 4.5, 3.5, 2.0, 1.5, 4.0}),
    /**
     * How often a tone occurs in 490 pieces of known key. J. Albrecht and D. Shanahan, "The use of large corpora to train a
     * new type of key-finding algorithm", Music Perception 31 (2013).
     */
    ALBRECHT_SHANAHAN(
            new double[] {0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.080, 0.008, 0.081},
            new double[] {0.220, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052});

    private final double[] major;
    private final double[] minor;

    KeyProfile(double[] major, double[] minor) {
        this.major = standardised(major);
        this.minor = standardised(minor);
    }

    /** Pearson's correlation of twelve values, C first, with the profile on a tonic; 0 where all of them are equal. */
    double correlation(double[] chroma, int tonic, Mode mode) {
        double[] values = standardised(chroma);
        double[] profile = mode == Mode.MAJOR ? major : minor;
        double sum = 0;
        for (int c = 0; c < Chroma.CLASSES; c++) {
            sum += values[c] * profile[Math.floorMod(c - tonic, Chroma.CLASSES)];
        }
        return sum;
    }

    /** With a mean of 0 and a euclidean length of 1. */
    private static double[] standardised(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double length = Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum());
        return Arrays.stream(values)
                .map(v -> length < 1e-12 ? 0 : (v - mean) / length)
                .toArray();
    }
}
