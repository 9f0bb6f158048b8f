package segue.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One song. What the source did not say is empty, never 0.
 *
 * @param id the source's identifier, never blank; of a recording its path
 * @param name the title; may be the literal text {@code NA}; empty where the source names none
 * @param artists in the order of the source; empty where it names none
 * @param features the nine audio features of a song table, or what was measured in a recording
 * @param year of release
 * @param releaseDate of 4, 7 or 10 characters ({@code 1994}, {@code 1994-06}, {@code 1994-06-07})
 * @param durationMillis length of the recording
 * @param popularity 1 to 100; the readers take a source's 0 as unknown
 * @param explicit whether the words are marked explicit
 * @param key pitch class, 0 = C to 11 = B
 * @param mode 1 = major, 0 = minor
 * @param genres labels joined from every row of the song, in the order met
 * @param sameRecordingAs the id of the first song with the same recording (same artist, title and features)
 */
public record Track(
        String id,
        String name,
        List<String> artists,
        SongFeatures features,
        OptionalInt year,
        Optional<String> releaseDate,
        OptionalInt durationMillis,
        OptionalInt popularity,
        Optional<Boolean> explicit,
        OptionalInt key,
        OptionalInt mode,
        List<String> genres,
        Optional<String> sameRecordingAs) {

    public Track {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a track needs an id");
        }
        artists = List.copyOf(artists);
        genres = List.copyOf(genres);
    }

    /**
     * The nine audio features.
     *
     * @throws UnsupportedOperationException if the song is a recording that was measured here, which has none of them
     */
    public AudioFeatures audio() {
        if (features instanceof AudioFeatures nine) {
            return nine;
        }
        throw new UnsupportedOperationException(this
                + " was measured from its recording and has none of the nine features of song tables: ask features()"
                + " for what was measured");
    }

    /** The same song with other labels. */
    public Track withGenres(List<String> other) {
        return new Track(
                id,
                name,
                artists,
                features,
                year,
                releaseDate,
                durationMillis,
                popularity,
                explicit,
                key,
                mode,
                other,
                sameRecordingAs);
    }

    /** The artists joined for reading, {@code "Warren G, The Twinz"}; {@code "unknown artist"} where none is named. */
    public String artistLine() {
        return artists.isEmpty() ? "unknown artist" : String.join(", ", artists);
    }

    /** {@code "Warren G, The Twinz – Recognize (1994)"}. */
    @Override
    public String toString() {
        return artistLine() + " – " + name + (year.isPresent() ? " (" + year.getAsInt() + ")" : "");
    }
}
