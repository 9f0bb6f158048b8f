package segue.spotify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import segue.catalog.Catalog;
import segue.catalog.playlists.ListedSong;
import segue.catalog.playlists.PlaylistFile;
import segue.catalog.playlists.PlaylistReport;
import segue.catalog.playlists.SongMatcher;

/**
 * Songs from an account, in its order.
 *
 * @param name of the list
 * @param songs that it names; one may stand in it twice
 * @param notes what a person should know: podcasts that were left out
 */
public record SongList(String name, List<SpotifySong> songs, List<String> notes) {
    private static final int EXAMPLES = 10;

    public SongList {
        songs = List.copyOf(songs);
        notes = List.copyOf(notes);
    }

    /**
     * What of a list is in a catalogue.
     *
     * @param rows in the order of the list, each once
     * @param missing songs that the catalogue has not
     * @param report how each song was recognised
     */
    public record Matched(int[] rows, List<SpotifySong> missing, PlaylistReport report) {}

    /** The same as the playlist files that commands read. */
    public PlaylistFile asPlaylist() {
        return new PlaylistFile(name, songs.stream().map(SpotifySong::listed).toList(), notes);
    }

    /** Looks for the songs by id, then by artist and title; asks nobody. */
    public Matched in(Catalog catalog) {
        return in(catalog, song -> List.of());
    }

    /** Where to ask for the ids of other releases of a song's recording. */
    @FunctionalInterface
    interface Releases {
        List<String> idsOf(SpotifySong song);
    }

    /** Looks for the songs by id, then by the ids of other releases, then by artist and title. */
    Matched in(Catalog catalog, Releases releases) {
        SongMatcher matcher = SongMatcher.of(catalog);
        Set<Integer> rows = new LinkedHashSet<>();
        List<SpotifySong> missing = new ArrayList<>();
        long byId = 0;
        long byIsrc = 0;
        long byName = 0;
        long repeated = 0;
        for (SpotifySong song : songs) {
            Optional<SongMatcher.Match> match = matcher.find(song.listed());
            boolean isrc = false;
            if (match.filter(found -> found.by() == SongMatcher.By.ID).isEmpty()) {
                Optional<SongMatcher.Match> other = releases.idsOf(song).stream()
                        .flatMap(id -> matcher.find(new ListedSong(id, "", List.of(), "", "", "")).stream())
                        .findFirst();
                isrc = other.isPresent();
                match = other.or(() -> matcher.find(song.listed()));
            }
            if (match.isEmpty()) {
                missing.add(song);
            } else if (!rows.add(match.get().row())) {
                repeated++;
            } else if (isrc) {
                byIsrc++;
            } else if (match.get().by() == SongMatcher.By.ID) {
                byId++;
            } else {
                byName++;
            }
        }
        List<String> all = new ArrayList<>(notes);
        if (byIsrc > 0) {
            all.add("%,d of those found by id are other releases of the same recording, by its ISRC".formatted(byIsrc));
        }
        PlaylistReport report = new PlaylistReport(
                1,
                rows.isEmpty() ? 0 : 1,
                songs.size(),
                byId + byIsrc,
                0,
                byName,
                repeated,
                missing.size(),
                missing.stream().limit(EXAMPLES).map(SpotifySong::toString).toList(),
                all);
        return new Matched(rows.stream().mapToInt(row -> row).toArray(), missing, report);
    }
}
