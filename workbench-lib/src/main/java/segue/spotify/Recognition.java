package segue.spotify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import segue.catalog.Catalog;
import segue.catalog.playlists.ListedSong;
import segue.catalog.playlists.PlaylistReport;
import segue.catalog.playlists.SongMatcher;

/** Looks for the songs of an account in a catalogue: by id, by the ids of other releases of the recording, by name. */
final class Recognition {
    private static final int EXAMPLES = 10;

    private final SongMatcher matcher;
    private final Releases releases;

    Recognition(Catalog catalog, Releases releases) {
        this.matcher = SongMatcher.of(catalog);
        this.releases = releases;
    }

    /** Where to ask for the ids of other releases of a song's recording. */
    @FunctionalInterface
    interface Releases {
        List<String> idsOf(SpotifySong song);
    }

    SongList.Matched of(SongList list) {
        Set<Integer> rows = new HashSet<>();
        List<SongList.Recognised> recognised = new ArrayList<>();
        List<SpotifySong> missing = new ArrayList<>();
        int repeated = 0;
        for (SpotifySong song : list.songs()) {
            Optional<SongList.Recognised> found = find(song);
            if (found.isEmpty()) {
                missing.add(song);
            } else if (rows.add(found.get().row())) {
                recognised.add(found.get());
            } else {
                repeated++;
            }
        }
        return new SongList.Matched(
                recognised.stream().mapToInt(SongList.Recognised::row).toArray(),
                missing,
                report(list, recognised, repeated, missing),
                recognised);
    }

    private Optional<SongList.Recognised> find(SpotifySong song) {
        Optional<SongMatcher.Match> match = matcher.find(song.listed());
        if (match.filter(found -> found.by() == SongMatcher.By.ID).isPresent()) {
            return match.map(found -> new SongList.Recognised(song, found.row(), SongList.By.ID));
        }
        return releases.idsOf(song).stream()
                .flatMap(id -> matcher.find(new ListedSong(id, "", List.of(), "", "", "")).stream())
                .findFirst()
                .map(found -> new SongList.Recognised(song, found.row(), SongList.By.ISRC))
                .or(() -> match.map(found -> new SongList.Recognised(song, found.row(), SongList.By.NAME)));
    }

    private static PlaylistReport report(
            SongList list, List<SongList.Recognised> recognised, int repeated, List<SpotifySong> missing) {
        Map<SongList.By, Integer> by = new EnumMap<>(SongList.By.class);
        recognised.forEach(one -> by.merge(one.by(), 1, Integer::sum));
        int byIsrc = by.getOrDefault(SongList.By.ISRC, 0);
        List<String> notes = new ArrayList<>(list.notes());
        if (byIsrc > 0) {
            notes.add(
                    "%,d of those found by id are other releases of the same recording, by its ISRC".formatted(byIsrc));
        }
        return new PlaylistReport(
                1,
                recognised.isEmpty() ? 0 : 1,
                list.songs().size(),
                by.getOrDefault(SongList.By.ID, 0) + byIsrc,
                0,
                by.getOrDefault(SongList.By.NAME, 0),
                repeated,
                missing.size(),
                missing.stream().limit(EXAMPLES).map(SpotifySong::toString).toList(),
                notes);
    }
}
