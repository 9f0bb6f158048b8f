package segue.catalog.playlists;

import java.util.List;
import java.util.Set;

/**
 * What was read from playlist files.
 *
 * @param playlists over the rows of the catalogue
 * @param genres that the lists put on each row of the catalogue; empty sets where they say none
 * @param subgenres the finer labels, likewise
 * @param report of what was kept, and what not
 */
public record LoadedPlaylists(
        Playlists playlists, List<Set<String>> genres, List<Set<String>> subgenres, PlaylistReport report) {
    public LoadedPlaylists {
        genres = List.copyOf(genres);
        subgenres = List.copyOf(subgenres);
    }
}
