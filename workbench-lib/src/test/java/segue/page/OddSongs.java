package segue.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;

/** {@link InventedSongs} and some whose names are hard to set: {@code arabic}, {@code hebrew}, {@code long}, {@code unbroken}. */
final class OddSongs {
    private OddSongs() {}

    static Catalog catalog() {
        List<Track> tracks = new ArrayList<>(InventedSongs.catalog().tracks());
        Track first = tracks.getFirst();
        tracks.add(named(first, tracks.get(40), "arabic", "أنت عمري", "أم كلثوم"));
        tracks.add(named(first, tracks.get(41), "hebrew", "ירושלים של זהב (Live 1967)", "שולי נתן"));
        tracks.add(named(
                first,
                tracks.get(42),
                "long",
                "A Song Whose Name Goes On and On ".repeat(12).strip(),
                "Somebody ".repeat(20)));
        tracks.add(named(
                first,
                tracks.get(43),
                "unbroken",
                "Llanfairpwllgwyngyllgogerychwyrndrobwll".repeat(4),
                "X".repeat(120)));
        return new Catalog(InventedSongs.SOURCE, tracks);
    }

    /** With nearly the features of the first song, so that it is found for it, and neither year nor genre. */
    private static Track named(Track near, Track other, String id, String name, String artist) {
        float share = 0.9f;
        AudioFeatures a = near.audio();
        AudioFeatures b = other.audio();
        return new Track(
                id,
                name,
                List.of(artist),
                new AudioFeatures(
                        mix(share, a.acousticness(), b.acousticness()),
                        mix(share, a.danceability(), b.danceability()),
                        mix(share, a.energy(), b.energy()),
                        mix(share, a.instrumentalness(), b.instrumentalness()),
                        mix(share, a.liveness(), b.liveness()),
                        mix(share, a.loudness(), b.loudness()),
                        mix(share, a.speechiness(), b.speechiness()),
                        mix(share, a.tempo(), b.tempo()),
                        mix(share, a.valence(), b.valence())),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.empty());
    }

    private static float mix(float share, float a, float b) {
        return share * a + (1 - share) * b;
    }
}
