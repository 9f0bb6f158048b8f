package segue.catalog.listening;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the entries of listening files: {@code read = byId + byName + repeated + missing + podcasts + local + nameless
 * + refused}.
 *
 * @param files that were read, those in zip archives among them
 * @param others files beside them that are something else
 * @param read entries: plays, and songs of libraries and playlists
 * @param byId found in the catalogue by their id
 * @param byName found by artist and title
 * @param repeated entries that say again what is known: a song that is saved already, or a play that another file tells of
 * @param missing entries whose song is not in the catalogue
 * @param podcasts episodes and chapters of audiobooks; left out
 * @param local files of the person's own disk; left out
 * @param nameless entries with neither a song's name nor its id; left out
 * @param refused entries that are not as they should be; left out
 * @param examples songs that the catalogue has not, the most played first, at most 10
 * @param notes what else to know: which entries were refused and why, where a file breaks off
 */
public record ListeningReport(
        int files,
        int others,
        long read,
        long byId,
        long byName,
        long repeated,
        long missing,
        long podcasts,
        long local,
        long nameless,
        long refused,
        List<String> examples,
        List<String> notes) {
    public ListeningReport {
        examples = List.copyOf(examples);
        notes = List.copyOf(notes);
    }

    /** Entries that are now in the history or the library. */
    public long kept() {
        return byId + byName;
    }

    /** One line, and one more for each thing to know. */
    public String summary() {
        List<String> lines = new ArrayList<>();
        lines.add(line());
        lines.addAll(notes);
        return String.join("\n", lines);
    }

    /** The counts in one line. */
    public String line() {
        StringBuilder line = new StringBuilder("%,d entries of %s read, %,d kept (%,d by id, %,d by name)"
                .formatted(read, files == 1 ? "a file" : "%,d files".formatted(files), kept(), byId, byName));
        add(line, missing, "not in the catalogue");
        add(line, repeated, "repeated");
        add(line, podcasts, "of podcasts or audiobooks");
        add(line, local, "of local files");
        add(line, nameless, "without a name");
        add(line, refused, "refused");
        return line.toString();
    }

    private static void add(StringBuilder line, long count, String what) {
        if (count > 0) {
            line.append(", %,d %s".formatted(count, what));
        }
    }
}
