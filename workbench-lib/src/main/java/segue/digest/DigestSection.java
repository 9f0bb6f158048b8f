package segue.digest;

import java.util.List;
import java.util.Optional;
import segue.catalog.Track;
import segue.recommend.Recommendation;

/**
 * Songs of a digest that have one reason.
 *
 * @param heading the reason, one line of plain text
 * @param start the song that they are like; empty where each has its own
 */
public record DigestSection(String heading, Optional<Track> start, List<Recommendation> songs) {
    public DigestSection {
        songs = List.copyOf(songs);
    }
}
