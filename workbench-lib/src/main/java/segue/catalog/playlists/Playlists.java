package segue.catalog.playlists;

import java.nio.file.Path;
import java.util.List;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;

/**
 * Playlists over the songs of one catalogue: immutable. It knows rows, not songs, so that a part of it holds nothing of the
 * rest.
 *
 * @param songs rows of the catalogue
 * @param lists in the order met
 */
public record Playlists(int songs, List<Playlist> lists) {
    /** @throws IllegalArgumentException if a playlist has a row that the catalogue has not */
    public Playlists {
        lists = List.copyOf(lists);
        for (Playlist list : lists) {
            for (int row : list.songs()) {
                if (row >= songs) {
                    throw new IllegalArgumentException(
                            "playlist %s has row %d but the catalogue has %,d songs".formatted(list.id(), row, songs));
                }
            }
        }
    }

    /**
     * Reads playlists and looks for their songs in a catalogue.
     *
     * @param source a table with a row a playlist and song (keyed on {@code playlist_id}), a slice of the Million Playlist
     *     Dataset, any playlist file, or a folder of slices or of playlist files
     * @throws CatalogException where it cannot be read, or is no playlist
     */
    public static LoadedPlaylists load(Path source, Catalog catalog) {
        PlaylistCollector collector = new PlaylistCollector(catalog);
        PlaylistFiles.read(source, collector);
        return collector.result();
    }

    /**
     * Playlists that Segue invents, for the {@linkplain Catalog#sample() sample} of invented songs: who makes one likes a genre, a
     * time and a mood, knows popular songs best and is fond of some artists. What is found with them is no finding about people.
     * The same catalogue has the same lists everywhere.
     *
     * @throws IllegalArgumentException if no genre has 150 songs, or songs have no valence
     */
    public static Playlists invented(Catalog catalog) {
        return InventedPlaylists.of(catalog);
    }

    /** None, over a catalogue of so many songs. */
    public static Playlists none(int songs) {
        return new Playlists(songs, List.of());
    }

    public int size() {
        return lists.size();
    }

    /** Songs in all lists together, those that stand in several counted in each. */
    public long entries() {
        return lists.stream().mapToLong(Playlist::size).sum();
    }

    /** How many playlists each row of the catalogue stands in, shape {@code (songs)}. */
    public int[] counts() {
        int[] counts = new int[songs];
        for (Playlist list : lists) {
            for (int row : list.songs()) {
                counts[row]++;
            }
        }
        return counts;
    }

    /** The playlists that each row stands in, as ascending positions in {@link #lists}, shape {@code (songs)} of lists. */
    public int[][] listsOfSongs() {
        int[] counts = counts();
        int[][] of = new int[songs][];
        for (int row = 0; row < songs; row++) {
            of[row] = new int[counts[row]];
        }
        for (int list = lists.size() - 1; list >= 0; list--) {
            for (int row : lists.get(list).songs()) {
                of[row][--counts[row]] = list;
            }
        }
        return of;
    }

    @Override
    public String toString() {
        return "%,d playlists of %,d songs, over %,d songs".formatted(size(), entries(), songs);
    }
}
