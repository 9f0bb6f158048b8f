package segue.recommend.tastes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.catalog.Track;

/** Keeps out what the listener has, recordings that were drawn before, and more songs by an artist than are wanted. */
final class Rules {
    private final Catalog catalog;
    private final int perArtist;
    private final Set<String> recordings = new HashSet<>();
    private final Map<String, Integer> artists = new HashMap<>();

    /** @param perArtist 0 for no rules */
    Rules(Catalog catalog, int perArtist, int... liked) {
        this.catalog = catalog;
        this.perArtist = perArtist;
        if (perArtist > 0) {
            for (int row : liked) {
                recordings.addAll(keys(catalog.track(row)));
            }
        }
    }

    /** Whether a song may be drawn; if so it counts as drawn. */
    boolean allow(int row) {
        if (perArtist == 0) {
            return true;
        }
        Track song = catalog.track(row);
        List<String> keys = keys(song);
        List<String> by = song.artists().stream().map(TextKey::of).distinct().toList();
        if (keys.stream().anyMatch(recordings::contains)
                || by.stream().anyMatch(artist -> artists.getOrDefault(artist, 0) >= perArtist)) {
            return false;
        }
        recordings.addAll(keys);
        by.forEach(artist -> artists.merge(artist, 1, Integer::sum));
        return true;
    }

    /** What a recording is known by: its id, and its title with the artist named first; those of the one it is marked as too. */
    private List<String> keys(Track song) {
        List<String> keys = new ArrayList<>();
        addNames(song, keys);
        song.sameRecordingAs().ifPresent(id -> {
            keys.add("id\n" + id);
            catalog.rowOf(id).ifPresent(row -> addNames(catalog.track(row), keys));
        });
        return keys;
    }

    private static void addNames(Track song, List<String> keys) {
        keys.add("id\n" + song.id());
        if (!song.artists().isEmpty() && !song.name().isBlank()) {
            keys.add(TextKey.of(song.artists().getFirst()) + "\n" + TextKey.ofTitle(song.name()));
        }
    }
}
