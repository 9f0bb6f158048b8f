package segue.catalog;

import java.util.OptionalDouble;

/** The numbers of a song by which it is compared with others. */
public sealed interface SongFeatures permits AudioFeatures, RecordingFeatures {
    /** What the numbers are; the same for all songs of a catalogue. */
    FeatureSpace space();

    /** The number in a column of {@link FeatureSpace#columns()}, always finite. */
    float value(int column);

    /** The number called so, in a column or {@linkplain FeatureSpace#shown() shown}; empty where it is not known. */
    OptionalDouble get(String name);
}
