package segue.recommend.tastes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;

/**
 * A catalogue of 1,200 songs in six families of 200, far apart, and 300 at random; a listener likes some songs of a few
 * families. Row {@code r} below 1,200 is of family {@code r % 6}; four songs in a row are by one artist.
 */
final class PlantedListener {
    static final int FAMILIES = 6;
    static final int OF_FAMILIES = 1_200;
    static final int SONGS = 1_500;

    private PlantedListener() {}

    static Catalog catalog() {
        Random random = new Random(11);
        float[][] centres = new float[FAMILIES][9];
        for (int family = 0; family < FAMILIES; family++) {
            for (int f = 0; f < 9; f++) {
                centres[family][f] = 1.5f * (float) random.nextGaussian();
            }
        }
        List<Track> tracks = new ArrayList<>();
        for (int row = 0; row < SONGS; row++) {
            float[] values = new float[9];
            for (int f = 0; f < 9; f++) {
                values[f] = row < OF_FAMILIES
                        ? centres[row % FAMILIES][f] + 0.35f * (float) random.nextGaussian()
                        : 1.5f * (float) random.nextGaussian();
            }
            values[7] = 100 + 10 * values[7];
            tracks.add(song(
                    "s" + row, "Song " + row, "Artist " + row % FAMILIES + "-" + row / (4 * FAMILIES), values, ""));
        }
        return new Catalog("six planted families", tracks);
    }

    static Track song(String id, String name, String artist, float[] values, String sameAs) {
        return song(id, name, artist, values, sameAs, OptionalInt.empty(), OptionalInt.empty());
    }

    static Track song(
            String id, String name, String artist, float[] values, String sameAs, OptionalInt key, OptionalInt mode) {
        return new Track(
                id,
                name,
                artist.isEmpty() ? List.of() : List.of(artist),
                AudioFeatures.of(values),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                key,
                mode,
                List.of(),
                sameAs.isEmpty() ? Optional.empty() : Optional.of(sameAs));
    }

    /** So many songs of each of the first families. */
    static int[] likes(int... ofFamilies) {
        return IntStream.range(0, ofFamilies.length)
                .flatMap(family -> IntStream.range(0, ofFamilies[family]).map(i -> i * FAMILIES + family))
                .toArray();
    }
}
