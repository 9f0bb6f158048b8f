package segue.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;

/**
 * A catalogue of 242 invented songs: 240 with seeded features and full data (ids {@code s0} to {@code s239}; every second
 * one has no year), one whose name is markup, and one that is the same recording as {@code s0}.
 */
final class InventedSongs {
    static final String SOURCE = "sample data (invented songs)";
    static final String MARKUP =
            "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
    static final String FIRST_NAME = "Amber Lantern";
    static final String FIRST_ARTIST = "Héloïse Marlow";

    private static final String[] COLOURS = {"Amber", "Cobalt", "Crimson", "Indigo", "Ivory", "Olive", "Scarlet", "Teal"
    };
    private static final String[] THINGS = {
        "Lantern", "Harbour", "Window", "Meadow", "Engine", "Ribbon", "Compass", "Thunder", "Orchard", "Signal"
    };
    private static final String[] ARTISTS = {FIRST_ARTIST, "Northern Quay", "Tobias Fenn"};
    private static final String[] GENRES = {"folk", "techno", "soul"};

    private InventedSongs() {}

    static Catalog catalog() {
        Random random = new Random(42);
        List<Track> tracks = new ArrayList<>();
        for (String artist : ARTISTS) {
            for (String thing : THINGS) {
                for (String colour : COLOURS) {
                    int row = tracks.size();
                    List<String> genres =
                            row % 4 == 3 ? List.of() : List.of(GENRES[row % 3], colour.toLowerCase() + " wave");
                    tracks.add(
                            track("s" + row, colour + " " + thing, artist, features(random), genres, Optional.empty()));
                }
            }
        }
        Track first = tracks.getFirst();
        tracks.add(track(
                "markup", MARKUP, "Robert <b>Tables</b>", features(random), List.of("<i>pop</i>"), Optional.empty()));
        tracks.add(track("copy", FIRST_NAME, FIRST_ARTIST, first.audio(), List.of(), Optional.of("s0")));
        return new Catalog(SOURCE, tracks);
    }

    private static AudioFeatures features(Random random) {
        return new AudioFeatures(
                random.nextFloat(),
                random.nextFloat(),
                random.nextFloat(),
                random.nextFloat(),
                random.nextFloat(),
                -30 * random.nextFloat(),
                random.nextFloat(),
                60 + 120 * random.nextFloat(),
                random.nextFloat());
    }

    private static Track track(
            String id, String name, String artist, AudioFeatures audio, List<String> genres, Optional<String> sameAs) {
        OptionalInt year = id.hashCode() % 2 == 0 ? OptionalInt.of(1990) : OptionalInt.empty();
        return new Track(
                id,
                name,
                List.of(artist),
                audio,
                year,
                Optional.empty(),
                OptionalInt.of(215_000),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                genres,
                sameAs);
    }
}
