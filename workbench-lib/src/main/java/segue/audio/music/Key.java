package segue.audio.music;

import segue.matrix.FloatMatrix;

/**
 * The key of a recording, such as A minor: the one of 24 whose profile correlates best with the mean chroma. C. Krumhansl,
 * "Cognitive Foundations of Musical Pitch" (1990), chapter 4.
 *
 * @param pitchClass of the tonic, 0 for C to 11 for B
 * @param mode major or minor
 * @param confidence from 0 to 1: of what the second-best key leaves unexplained, the share that the best one explains,
 *     {@code (r1 - r2) / (1 - r2)} of their correlations. 0 is a tie, 1 a perfect fit; below 0.1 take it as a guess, most
 *     often between a key and its relative or its dominant
 */
public record Key(int pitchClass, Mode mode, double confidence) {
    private static final String[] NAMES = {"C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"};

    public Key {
        if (pitchClass < 0 || pitchClass >= Chroma.CLASSES) {
            throw new IllegalArgumentException("pitch class must be in [0, 11] but was " + pitchClass);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1] but was " + confidence);
        }
    }

    /**
     * From chroma, shape {@code (frames, 12)}, by the profiles of Albrecht and Shanahan. Of the three they alone name the
     * keys of both recordings that this was tried on and whose keys are known (a Hungarian dance in G minor, a dance from
     * The Nutcracker in E minor, which the others take for B). That is little evidence; but they alone were counted in
     * music.
     */
    public static Key of(FloatMatrix chroma) {
        return of(chroma, KeyProfile.ALBRECHT_SHANAHAN);
    }

    /** From chroma, shape {@code (frames, 12)}. */
    public static Key of(FloatMatrix chroma, KeyProfile profile) {
        if (chroma.columns() != Chroma.CLASSES) {
            throw new IllegalArgumentException("a key needs chroma of 12 columns but these have " + chroma.columns());
        }
        double[] mean = new double[Chroma.CLASSES];
        float[] values = chroma.values();
        for (int i = 0; i < values.length; i++) {
            mean[i % Chroma.CLASSES] += values[i];
        }
        return ofMean(mean, profile);
    }

    /**
     * From the mean of chroma, or any multiple of it.
     *
     * @param chroma twelve values, C first; where all are equal, as in silence, the answer is C major with confidence 0
     */
    public static Key ofMean(double[] chroma, KeyProfile profile) {
        if (chroma.length != Chroma.CLASSES) {
            throw new IllegalArgumentException("a key needs 12 values of chroma but got " + chroma.length);
        }
        int best = 0;
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (int key = 0; key < 2 * Chroma.CLASSES; key++) {
            double correlation = profile.correlation(chroma, key / 2, mode(key));
            if (correlation > first) {
                second = first;
                first = correlation;
                best = key;
            } else if (correlation > second) {
                second = correlation;
            }
        }
        double confidence = second >= 1 ? 0 : Math.clamp((first - second) / (1 - second), 0, 1);
        return new Key(best / 2, mode(best), confidence);
    }

    private static Mode mode(int key) {
        return key % 2 == 0 ? Mode.MAJOR : Mode.MINOR;
    }

    /** The name of the tonic, such as {@code Eb}. */
    public String tonic() {
        return NAMES[pitchClass];
    }

    /** Such as {@code A minor}. */
    @Override
    public String toString() {
        return tonic() + " " + mode;
    }
}
