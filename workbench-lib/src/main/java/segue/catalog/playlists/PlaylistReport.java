package segue.catalog.playlists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of the entries of playlist files: {@code read = kept + repeated + unmatched}.
 *
 * @param files that were read
 * @param playlists that have a song in the catalogue
 * @param read entries
 * @param byId kept, found in the catalogue by their id
 * @param byPath kept, found by the path of the recording
 * @param byName kept, found by artist and title
 * @param repeated entries of a song that its playlist has already
 * @param unmatched entries whose song is not in the catalogue
 * @param examples the first few of them
 * @param notes what else to know: where a file breaks off, what was left out
 */
public record PlaylistReport(
        int files,
        int playlists,
        long read,
        long byId,
        long byPath,
        long byName,
        long repeated,
        long unmatched,
        List<String> examples,
        List<String> notes) {
    public PlaylistReport {
        examples = List.copyOf(examples);
        notes = List.copyOf(notes);
    }

    /** Entries that are now in a playlist. */
    public long kept() {
        return byId + byPath + byName;
    }

    /** One line, and one more for each thing to know. */
    public String summary() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d entries read, %,d kept in %,d playlists (%,d by id, %,d by path, %,d by name), %,d repeated,"
                        + " %,d not in the catalogue",
                read,
                kept(),
                playlists,
                byId,
                byPath,
                byName,
                repeated,
                unmatched));
        lines.addAll(notes);
        return String.join("\n", lines);
    }
}
