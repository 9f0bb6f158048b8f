package segue.recommend.playlist;

import java.util.List;

/** Tags of artists, {@code segue.catalog.ArtistGenres::genresOf} for one; safe for use by several threads at once. */
@FunctionalInterface
public interface ArtistTags {
    /** Nobody has any. */
    ArtistTags NONE = artist -> List.of();

    /** The tags of an artist, by the name that a catalogue has; empty where none is known. */
    List<String> of(String artist);
}
