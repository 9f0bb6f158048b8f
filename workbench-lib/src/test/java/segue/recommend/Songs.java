package segue.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;

/** Small seeded catalogues for tests of recommendations. */
final class Songs {
    static final int SIZE = 300;

    private Songs() {}

    /**
     * 300 songs at random. Song i is by artist i % 40, from the year 1960 + i % 60 and i % 80 + 1 popular, but every seventh
     * has neither year nor popularity; i % 3 = 0 is rock, 1 is pop, 2 has no genre; 200 + i seconds long.
     */
    static List<Track> tracks() {
        Random random = new Random(42);
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            tracks.add(song(
                    "s" + i,
                    "Song " + i,
                    "Artist " + i % 40,
                    features(random),
                    i % 7 == 0 ? OptionalInt.empty() : OptionalInt.of(1960 + i % 60),
                    OptionalInt.of(1_000 * (200 + i)),
                    i % 7 == 0 ? OptionalInt.empty() : OptionalInt.of(i % 80 + 1),
                    i % 3 == 0 ? List.of("classic rock") : i % 3 == 1 ? List.of("k-pop") : List.of()));
        }
        return tracks;
    }

    static Catalog catalog() {
        return new Catalog("test", tracks());
    }

    static Track like(Track other, String id, String name, AudioFeatures audio) {
        return new Track(
                id,
                name,
                other.artists(),
                audio,
                other.year(),
                other.releaseDate(),
                other.durationMillis(),
                other.popularity(),
                other.explicit(),
                other.key(),
                other.mode(),
                other.genres(),
                Optional.empty());
    }

    /** The same recording as another source would measure it. */
    static AudioFeatures measuredAgain(AudioFeatures audio) {
        return new AudioFeatures(
                audio.acousticness(),
                audio.danceability(),
                audio.energy(),
                audio.instrumentalness(),
                audio.liveness(),
                audio.loudness() - 0.5f,
                audio.speechiness(),
                audio.tempo() + 1,
                audio.valence());
    }

    private static AudioFeatures features(Random random) {
        return new AudioFeatures(
                random.nextFloat(),
                random.nextFloat(),
                random.nextFloat(),
                random.nextFloat(),
                random.nextFloat(),
                -20 * random.nextFloat() - 1,
                0.5f * random.nextFloat(),
                60 + 120 * random.nextFloat(),
                random.nextFloat());
    }

    private static Track song(
            String id,
            String name,
            String artist,
            AudioFeatures audio,
            OptionalInt year,
            OptionalInt millis,
            OptionalInt popularity,
            List<String> genres) {
        return new Track(
                id,
                name,
                List.of(artist),
                audio,
                year,
                Optional.empty(),
                millis,
                popularity,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                genres,
                Optional.empty());
    }
}
