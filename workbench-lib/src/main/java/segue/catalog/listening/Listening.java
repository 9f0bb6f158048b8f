package segue.catalog.listening;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;

/**
 * What the files of a service tell of one person, as far as a catalogue has the songs.
 *
 * @param library what is kept, and what is not wanted
 * @param history what was played
 * @param report of what was read, and what not
 */
public record Listening(Library library, ListeningHistory history, ListeningReport report) {
    /** Clocks of players are not exact. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /**
     * Reads what a service handed out. What a file is, is told by what stands in it, not by its name; in what order files are
     * read does not matter.
     *
     * @param source a file ({@code YourLibrary.json}, {@code Playlist1.json}, {@code StreamingHistory*.json}, {@code
     *     Streaming_History_Audio_*.json}, {@code endsong_*.json}, ListenBrainz' JSON, a CSV of Last.fm plays), plain or gzip; a
     *     zip archive of such files; or a folder of all these. Other files in an archive or folder are passed
     * @throws CatalogException where it cannot be read, or tells nothing of listening
     */
    public static Listening read(Path source, Catalog catalog) {
        return read(source, catalog, Instant.now().plus(AHEAD));
    }

    /** @param latest later plays are refused */
    static Listening read(Path source, Catalog catalog, Instant latest) {
        ListeningCollector collector = new ListeningCollector(catalog, latest.toEpochMilli());
        ListeningFiles.read(source, collector);
        return collector.result();
    }

    /** Rows of every song that is no news to the person: kept, heard, or not wanted; ascending. */
    public Set<Integer> known() {
        Set<Integer> known = new TreeSet<>(favourable());
        known.addAll(library.banned());
        return known;
    }

    private Set<Integer> favourable() {
        Set<Integer> rows = new TreeSet<>(library.saved());
        rows.addAll(history.liked());
        library.banned().forEach(rows::remove);
        return rows;
    }

    /**
     * Songs that stand for the person's taste: those heard most often, the first one most, then those that are kept but were
     * never heard, by row; where there are too many of the latter, every so many-th of them.
     *
     * @param n at most so many, at least 0
     * @return rows, none twice, and none of a song that is not wanted
     */
    public List<Integer> favourites(int n) {
        Set<Integer> left = favourable();
        List<Integer> rows = new ArrayList<>();
        for (SongPlays song : history.mostPlayed(history.size())) {
            if (left.remove(song.row()) && rows.size() < n) {
                rows.add(song.row());
            }
        }
        List<Integer> unheard = List.copyOf(left); // ascending, as the set is
        int room = Math.min(n - rows.size(), unheard.size());
        for (int i = 0; i < room; i++) {
            rows.add(unheard.get((int) ((long) i * unheard.size() / room)));
        }
        return rows;
    }
}
