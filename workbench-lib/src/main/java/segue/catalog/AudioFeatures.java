package segue.catalog;

import java.io.Serializable;
import java.util.OptionalDouble;

/** The nine {@linkplain Feature audio features} of one song; every value is finite. */
public record AudioFeatures(
        float acousticness,
        float danceability,
        float energy,
        float instrumentalness,
        float liveness,
        float loudness,
        float speechiness,
        float tempo,
        float valence)
        implements SongFeatures, Serializable {

    public AudioFeatures {
        float[] all = {
            acousticness, danceability, energy, instrumentalness, liveness, loudness, speechiness, tempo, valence
        };
        for (Feature feature : Feature.values()) {
            if (!Float.isFinite(all[feature.ordinal()])) {
                throw new IllegalArgumentException(
                        feature.columnName() + " must be finite but was " + all[feature.ordinal()]);
            }
        }
    }

    /** From an array in the order of {@link Feature}. */
    public static AudioFeatures of(float[] values) {
        if (values.length != Feature.values().length) {
            throw new IllegalArgumentException(
                    "a song has %d audio features but got %d".formatted(Feature.values().length, values.length));
        }
        return new AudioFeatures(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8]);
    }

    @Override
    public FeatureSpace space() {
        return SongTableSpace.NINE_FEATURES;
    }

    @Override
    public float value(int column) {
        return get(Feature.values()[column]);
    }

    @Override
    public OptionalDouble get(String name) {
        int column = space().columns().indexOf(name);
        return column < 0 ? OptionalDouble.empty() : OptionalDouble.of(value(column));
    }

    public float get(Feature feature) {
        return switch (feature) {
            case ACOUSTICNESS -> acousticness;
            case DANCEABILITY -> danceability;
            case ENERGY -> energy;
            case INSTRUMENTALNESS -> instrumentalness;
            case LIVENESS -> liveness;
            case LOUDNESS -> loudness;
            case SPEECHINESS -> speechiness;
            case TEMPO -> tempo;
            case VALENCE -> valence;
        };
    }
}
