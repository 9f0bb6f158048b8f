package segue.audio.similarity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One descriptor in the vector by which recordings are compared.
 *
 * @param name of the column in {@code features.csv}
 * @param aspect what it is about
 * @param weight how far apart one standard deviation of it puts two recordings
 * @param logarithmic whether ratios count and not differences: variances, loudness, tempo
 */
public record Ingredient(String name, Aspect aspect, double weight, boolean logarithmic) {
    private static final int MFCCS = 20;
    private static final int PITCH_CLASSES = 12;
    private static final int CONTRAST_BANDS = 7;

    /** Of variances: half the squared distance of a mean, for they are measured less surely. */
    private static final double LESS = Math.sqrt(0.5);

    /** Of the few columns about loudness and harmony, which the many about timbre would drown. */
    private static final double MORE = 2;

    private static final double KEY = 0.5;

    private static final List<Ingredient> REQUIRED = required();
    private static final List<Ingredient> ALL = withContrast();

    /** The whole recipe, in the order of the vector. */
    public static List<Ingredient> all() {
        return ALL;
    }

    /** The ingredients that a table has, in the order of the vector. */
    public static List<Ingredient> in(Collection<String> columns) {
        return ALL.stream().filter(one -> columns.contains(one.name)).toList();
    }

    /** The columns that a table of recordings may not lack and this one does: all but the spectral contrast. */
    public static List<String> missingFrom(Collection<String> columns) {
        return REQUIRED.stream()
                .map(Ingredient::name)
                .filter(name -> !columns.contains(name))
                .toList();
    }

    private static List<Ingredient> required() {
        List<Ingredient> all = new ArrayList<>();
        for (int i = 1; i <= MFCCS; i++) {
            // The first coefficient is the mean level in decibels.
            addMeanAndVariance(all, "mfcc" + i, i == 1 ? Aspect.LOUDNESS : Aspect.TIMBRE, LESS);
        }
        for (String shape :
                List.of("spectral_centroid", "spectral_bandwidth", "rolloff", "zero_crossing_rate", "flatness")) {
            addMeanAndVariance(all, shape, Aspect.TIMBRE, LESS);
        }
        all.add(new Ingredient("rms_mean", Aspect.LOUDNESS, MORE, true));
        all.add(new Ingredient("rms_var", Aspect.LOUDNESS, MORE, true));
        all.add(new Ingredient("chroma_stft_mean", Aspect.HARMONY, MORE, false));
        all.add(new Ingredient("chroma_stft_var", Aspect.HARMONY, MORE, true));
        for (int i = 0; i < PITCH_CLASSES; i++) {
            all.add(new Ingredient("chroma" + i + "_mean", Aspect.HARMONY, KEY, false));
        }
        addMeanAndVariance(all, "onset_strength", Aspect.RHYTHM, 1);
        all.add(new Ingredient("tempo", Aspect.RHYTHM, 1, true));
        return List.copyOf(all);
    }

    private static List<Ingredient> withContrast() {
        List<Ingredient> all = new ArrayList<>(REQUIRED);
        for (int i = 1; i <= CONTRAST_BANDS; i++) {
            addMeanAndVariance(all, "contrast" + i, Aspect.TIMBRE, LESS);
        }
        return List.copyOf(all);
    }

    private static void addMeanAndVariance(List<Ingredient> to, String feature, Aspect aspect, double ofVariance) {
        to.add(new Ingredient(feature + "_mean", aspect, 1, false));
        to.add(new Ingredient(feature + "_var", aspect, ofVariance, true));
    }
}
