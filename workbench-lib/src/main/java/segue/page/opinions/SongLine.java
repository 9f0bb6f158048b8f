package segue.page.opinions;

import java.util.List;
import segue.catalog.Track;

/** A song with no more than says which it is. */
record SongLine(String id, String name, List<String> artists, Integer year) {
    static SongLine of(Track track) {
        return new SongLine(
                track.id(),
                track.name(),
                track.artists(),
                track.year().isPresent() ? track.year().getAsInt() : null);
    }
}
