package segue.catalog.playlists;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;

/**
 * One playlist of a user: M3U, M3U8, XSPF, JSPF, CSV, or plain text with one track id a line.
 *
 * <pre>{@code
 * PlaylistFile mine = PlaylistFile.read(Path.of("party.m3u8"));
 * mine.in(catalog).rows();                       // its songs in the catalogue
 * }</pre>
 *
 * @param name of the list; that of the file where it says none
 * @param songs in its order, as the file names them
 * @param notes what a person should know: where the file breaks off, what was passed
 */
public record PlaylistFile(String name, List<ListedSong> songs, List<String> notes) {
    public PlaylistFile {
        songs = List.copyOf(songs);
        notes = List.copyOf(notes);
    }

    /**
     * Its songs in a catalogue.
     *
     * @param rows in the order of the list, each once
     * @param missing songs that the catalogue has not
     */
    public record Found(int[] rows, List<ListedSong> missing) {}

    /** @throws CatalogException where it cannot be read, names no song, or holds several playlists */
    public static PlaylistFile read(Path file) {
        Reading reading = new Reading();
        PlaylistFiles.read(file, reading);
        if (reading.lists.size() > 1) {
            throw new CatalogException(
                    file.toString(),
                    "it holds %,d playlists where one is wanted".formatted(reading.lists.size()),
                    "Give a file with one playlist");
        }
        if (reading.songs.isEmpty()) {
            throw new CatalogException(file.toString(), "it names no song", "Give a playlist that has songs");
        }
        return new PlaylistFile(reading.name, reading.songs, reading.notes);
    }

    /** Looks for the songs by id, then by the path of the recording, then by artist and title. */
    public Found in(Catalog catalog) {
        SongMatcher matcher = SongMatcher.of(catalog);
        Set<Integer> rows = new LinkedHashSet<>();
        List<ListedSong> missing = new ArrayList<>();
        for (ListedSong song : songs) {
            matcher.find(song).ifPresentOrElse(match -> rows.add(match.row()), () -> missing.add(song));
        }
        return new Found(rows.stream().mapToInt(row -> row).toArray(), missing);
    }

    private static final class Reading implements PlaylistSink {
        private final Set<String> lists = new LinkedHashSet<>();
        private final List<ListedSong> songs = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private String name = "";

        @Override
        public void song(String playlistId, String playlistName, ListedSong song) {
            lists.add(playlistId);
            name = playlistName.isEmpty() ? playlistId : playlistName;
            songs.add(song);
        }

        @Override
        public void nextFile() {
            // One file or a folder of them: either way the lists are counted.
        }

        @Override
        public void note(String what) {
            notes.add(what);
        }
    }
}
