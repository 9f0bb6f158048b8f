package segue.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Recordings as rows of text that {@link RecordingLayout} reads back. */
final class RecordingRows {
    private RecordingRows() {}

    static List<String> columns(FeatureSpace space) {
        List<String> columns =
                new ArrayList<>(List.of("path", "title", "artist", "year", "genre", "duration_seconds", "key", "mode"));
        columns.addAll(space.all());
        columns.add("same_recording_as");
        return columns;
    }

    static List<String> fields(Track track) {
        List<String> fields = new ArrayList<>();
        fields.add(track.id());
        fields.add(track.name());
        fields.add(Tables.joined(track.artists(), "; "));
        fields.add(text(track.year()));
        fields.add(Tables.joined(track.genres(), "|"));
        fields.add(
                track.durationMillis().isPresent()
                        ? String.format(
                                Locale.ROOT, "%.3f", track.durationMillis().getAsInt() / 1000.0)
                        : "");
        fields.add(text(track.key()));
        fields.add(text(track.mode()));
        for (String name : track.features().space().all()) {
            OptionalDouble value = track.features().get(name);
            fields.add(value.isPresent() ? Float.toString((float) value.getAsDouble()) : "");
        }
        fields.add(track.sameRecordingAs().orElse(""));
        return fields;
    }

    private static String text(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }
}
