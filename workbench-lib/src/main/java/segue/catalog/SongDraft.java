package segue.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A song while its rows are read. What is not known yet is null. */
final class SongDraft {
    final String id;
    String name = "";
    List<String> artists = List.of();
    /** The features of a song table, or else {@link #recording}. */
    AudioFeatures audio;

    RecordingFeatures recording;
    Integer year;
    String releaseDate;
    Integer durationMillis;
    Integer popularity;
    Boolean explicit;
    Integer key;
    Integer mode;
    List<String> genres = List.of();
    String sameRecordingAs;

    SongDraft(String id) {
        this.id = id;
    }

    SongFeatures features() {
        return audio == null ? recording : audio;
    }

    /** Fills what is missing from a later row of the same id and joins the genres; says what was added. */
    List<String> merge(SongDraft later) {
        List<String> added = new ArrayList<>();
        if (name.isEmpty() && !later.name.isEmpty()) {
            name = later.name;
            added.add("name");
        }
        if (artists.isEmpty() && !later.artists.isEmpty()) {
            artists = later.artists;
            added.add("artists");
        }
        year = fill(year, later.year, "year", added);
        releaseDate = fill(releaseDate, later.releaseDate, "release_date", added);
        durationMillis = fill(durationMillis, later.durationMillis, "duration_ms", added);
        popularity = fill(popularity, later.popularity, "popularity", added);
        explicit = fill(explicit, later.explicit, "explicit", added);
        key = fill(key, later.key, "key", added);
        mode = fill(mode, later.mode, "mode", added);
        sameRecordingAs = fill(sameRecordingAs, later.sameRecordingAs, "same_recording_as", added);
        addGenres(later.genres, label -> added.add("genre " + label));
        return added;
    }

    void addGenres(List<String> labels, Consumer<String> whenNew) {
        List<String> joined = null;
        for (String label : labels) {
            if (!(joined == null ? genres : joined).contains(label)) {
                joined = joined == null ? new ArrayList<>(genres) : joined;
                joined.add(label);
                whenNew.accept(label);
            }
        }
        genres = joined == null ? genres : List.copyOf(joined);
    }

    Track track() {
        return new Track(
                id,
                name,
                artists,
                features(),
                optional(year),
                Optional.ofNullable(releaseDate),
                optional(durationMillis),
                optional(popularity),
                Optional.ofNullable(explicit),
                optional(key),
                optional(mode),
                genres,
                Optional.ofNullable(sameRecordingAs));
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static <T> T fill(T mine, T other, String what, List<String> added) {
        if (mine != null || other == null) {
            return mine;
        }
        added.add(what);
        return other;
    }
}
