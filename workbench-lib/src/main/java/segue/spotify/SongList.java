package segue.spotify;

import java.util.List;
import segue.catalog.Catalog;
import segue.catalog.playlists.PlaylistFile;
import segue.catalog.playlists.PlaylistReport;

/**
 * Songs from an account, in its order.
 *
 * @param name of the list
 * @param songs that it names; one may stand in it twice
 * @param notes what a person should know: podcasts that were left out
 */
public record SongList(String name, List<SpotifySong> songs, List<String> notes) {
    public SongList {
        songs = List.copyOf(songs);
        notes = List.copyOf(notes);
    }

    /** What a song was recognised by. */
    public enum By {
        ID,
        /** Another release of the same recording. */
        ISRC,
        NAME
    }

    /**
     * A song of the account that the catalogue has.
     *
     * @param row of the catalogue
     */
    public record Recognised(SpotifySong song, int row, By by) {}

    /**
     * What of a list is in a catalogue.
     *
     * @param rows in the order of the list, each once
     * @param missing songs that the catalogue has not
     * @param report how many songs were recognised by what
     * @param recognised the song of each row, and what it was recognised by
     */
    public record Matched(int[] rows, List<SpotifySong> missing, PlaylistReport report, List<Recognised> recognised) {
        public Matched {
            missing = List.copyOf(missing);
            recognised = List.copyOf(recognised);
        }

        /** How many songs were recognised so. */
        public int count(By by) {
            return (int) recognised.stream().filter(one -> one.by() == by).count();
        }
    }

    /** The same as the playlist files that commands read. */
    public PlaylistFile asPlaylist() {
        return new PlaylistFile(name, songs.stream().map(SpotifySong::listed).toList(), notes);
    }

    /** Looks for the songs by id, then by artist and title; asks nobody. */
    public Matched in(Catalog catalog) {
        return in(catalog, song -> List.of());
    }

    /** Looks for the songs by id, then by the ids of other releases, then by artist and title. */
    Matched in(Catalog catalog, Recognition.Releases releases) {
        return new Recognition(catalog, releases).of(this);
    }
}
