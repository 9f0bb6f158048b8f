package segue.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import segue.audio.Descriptors;

/** What was measured in one recording: the descriptors it is compared by, and some that are shown. */
public final class RecordingFeatures implements SongFeatures {
    private final RecordingSpace space;
    private final List<String> names;
    private final float[] values;

    /**
     * @param names the space's {@link RecordingSpace#all()}, one list for all songs
     * @param values one a name, NaN where a value that is only shown is not known
     */
    RecordingFeatures(RecordingSpace space, List<String> names, float... values) {
        this.space = space;
        this.names = names;
        this.values = values;
    }

    /**
     * What was measured in a recording, as a song of a catalogue of recordings.
     *
     * @param space of that catalogue
     * @throws IllegalArgumentException if the space is none of recordings, or a descriptor that it compares by is not finite
     */
    public static RecordingFeatures of(FeatureSpace space, Descriptors descriptors) {
        if (!(space instanceof RecordingSpace recordings)) {
            throw new IllegalArgumentException("recordings are not measured in " + space);
        }
        List<String> names = recordings.all();
        float[] values = new float[names.size()];
        for (int i = 0; i < values.length; i++) {
            float value = (float) descriptors.get(names.get(i)).orElse(Double.NaN);
            if (!Float.isFinite(value) && i < recordings.columns().size()) {
                throw new IllegalArgumentException("%s cannot be measured in it".formatted(names.get(i)));
            }
            values[i] = Float.isFinite(value) ? value : Float.NaN;
        }
        return new RecordingFeatures(recordings, names, values);
    }

    @Override
    public FeatureSpace space() {
        return space;
    }

    @Override
    public float value(int column) {
        return values[column];
    }

    @Override
    public OptionalDouble get(String name) {
        int at = names.indexOf(name);
        return at < 0 || Float.isNaN(values[at]) ? OptionalDouble.empty() : OptionalDouble.of(values[at]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordingFeatures that
                && names.equals(that.names)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** The values that are shown, {@code "tempo 117.5, loudness_lufs -14.2"}. */
    @Override
    public String toString() {
        return space.shown().stream()
                .filter(name -> get(name).isPresent())
                .map(name -> "%s %.4g".formatted(name, get(name).getAsDouble()))
                .collect(Collectors.joining(", "));
    }
}
