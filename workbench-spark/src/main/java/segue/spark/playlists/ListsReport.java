package segue.spark.playlists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of the entries of playlist files: {@code read = kept + repeated + unnamed}, as {@link
 * segue.catalog.playlists.PlaylistReport} counts them against a catalogue of all songs that have an id.
 *
 * @param files that were read
 * @param playlists that have a song with an id
 * @param songs different ones
 * @param read entries
 * @param kept each song once a list
 * @param repeated entries of a song that its playlist has already
 * @param unnamed entries without an id
 * @param notes where a file breaks off, what was left out; {@value #NOTES} at most, by file, and one that says that there are more
 */
public record ListsReport(
        int files, long playlists, long songs, long read, long kept, long repeated, long unnamed, List<String> notes) {
    static final int NOTES = 100;

    public ListsReport {
        List<String> first = new ArrayList<>(notes.subList(0, Math.min(NOTES, notes.size())));
        if (notes.size() > NOTES) {
            first.add("and more of this kind");
        }
        notes = List.copyOf(first);
    }

    /** One line, and one more for each thing to know. */
    public String summary() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d entries read from %,d %s, %,d kept in %,d playlists of %,d songs, %,d repeated, %,d without an id",
                read,
                files,
                files == 1 ? "file" : "files",
                kept,
                playlists,
                songs,
                repeated,
                unnamed));
        lines.addAll(notes);
        return String.join("\n", lines);
    }
}
