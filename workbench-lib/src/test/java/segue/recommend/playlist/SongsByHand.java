package segue.recommend.playlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;

/** Songs of which a test says only what it needs. */
final class SongsByHand {
    private final List<Track> tracks = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(5);

    /** With features drawn by chance. */
    SongsByHand add(String title, String... artists) {
        return add(title, Optional.empty(), OptionalInt.empty(), artists);
    }

    SongsByHand add(String title, Optional<String> date, OptionalInt popularity, String... artists) {
        float[] features = new float[9];
        for (int f = 0; f < 9; f++) {
            features[f] = (float) random.nextDouble();
        }
        return add(title, date, popularity, features, artists);
    }

    SongsByHand add(String title, Optional<String> date, OptionalInt popularity, float[] features, String... artists) {
        tracks.add(new Track(
                "s" + tracks.size(),
                title,
                List.of(artists),
                AudioFeatures.of(features),
                OptionalInt.empty(),
                date,
                OptionalInt.empty(),
                popularity,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.empty()));
        return this;
    }

    Catalog catalog() {
        return new Catalog("songs by hand", tracks);
    }

    static Playlists lists(int songs, int[]... rows) {
        return new Playlists(
                songs,
                Arrays.stream(rows).map(of -> new Playlist("list", "", of)).toList());
    }
}
