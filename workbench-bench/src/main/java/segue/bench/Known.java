package segue.bench;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import segue.catalog.Catalog;
import segue.catalog.Track;

/** What a catalogue knows of songs beside their features. */
enum Known {
    DATE("date"),
    YEAR("year"),
    POPULARITY("popularity"),
    KEY_AND_MODE("key and mode"),
    DURATION("duration");

    private final String label;

    Known(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The catalogue as if no more were known of its songs than their features and this. */
    static Catalog only(Set<Known> known, Catalog songs) {
        return new Catalog(
                songs.source(),
                songs.tracks().stream()
                        .map(track -> new Track(
                                track.id(),
                                track.name(),
                                track.artists(),
                                track.features(),
                                known.contains(YEAR) ? track.year() : OptionalInt.empty(),
                                known.contains(DATE) ? track.releaseDate() : Optional.empty(),
                                known.contains(DURATION) ? track.durationMillis() : OptionalInt.empty(),
                                known.contains(POPULARITY) ? track.popularity() : OptionalInt.empty(),
                                track.explicit(),
                                known.contains(KEY_AND_MODE) ? track.key() : OptionalInt.empty(),
                                known.contains(KEY_AND_MODE) ? track.mode() : OptionalInt.empty(),
                                track.genres(),
                                track.sameRecordingAs()))
                        .toList());
    }
}
