package segue.catalog;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A song of a song table while rows are joined; may be sent from one process to another. What is not known is null. */
public final class SongDraft implements Serializable {
    private static final long serialVersionUID = 1;

    final String id;
    final RowPlace place;
    String name = "";

    @SuppressWarnings("serial") // the lists of the JDK can be sent
    List<String> artists = List.of();
    /** The features of a song table, or else {@link #recording}. */
    AudioFeatures audio;

    transient RecordingFeatures recording;
    Integer year;
    String releaseDate;
    Integer durationMillis;
    Integer popularity;
    Boolean explicit;
    Integer key;
    Integer mode;

    @SuppressWarnings("serial")
    List<String> genres = List.of();

    String sameRecordingAs;

    SongDraft(String id, RowPlace place) {
        this.id = id;
        this.place = place;
    }

    /** Which song it is. */
    public String id() {
        return id;
    }

    /** Of its first row. */
    public RowPlace place() {
        return place;
    }

    /** The id of the earlier song that this one is said to be the recording of, or null. */
    public String sameRecordingAs() {
        return sameRecordingAs;
    }

    /** @param earlier the id of a song that there is, or null */
    public void sameRecordingAs(String earlier) {
        sameRecordingAs = earlier;
    }

    /** What the titles of one recording's songs have in common; empty where there is no title. */
    public String titleKey() {
        return TextKey.ofTitle(name);
    }

    /**
     * Adds a later row of the same id: the first row wins, what it lacks is filled, and genres are joined.
     *
     * @param log is told of it
     */
    public void join(SongDraft later, CleaningLog log) {
        if (!features().equals(later.features())) {
            log.changed(
                    "features of a repeated id differ, the first row's were kept",
                    later.place,
                    CleaningLog.AFTER_CLEANING);
        }
        log.merged(later.place, id, merge(later));
    }

    /** Gives a song without a genre label those of its artists; returns whether there were any. */
    public boolean fillGenres(ArtistGenres known) {
        if (!genres.isEmpty()) {
            return false;
        }
        artists.forEach(artist -> addGenres(known.genresOf(artist), label -> {}));
        return !genres.isEmpty();
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

    /** The song as it stands now. */
    public Track track() {
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
