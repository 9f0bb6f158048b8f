package segue.chart.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;

/**
 * 600 seeded songs in three clouds, called "Song 7" by "Artist 7", of the genres folk, techno and soul by turns (every tenth
 * has none), of years from 1950 (every seventh has none). The last rows have names that are hard to show.
 */
final class MappedSongs {
    static final List<String> HARD_NAMES = List.of(
            "</script><script>document.title='owned'</script>",
            "<img src=x onerror=\"document.title='owned'\">",
            "line\u2028and\u2029separators \"quoted\" 'too' & \\",
            "\u202Eright to left\u202C עברית",
            "lone \uD83D surrogate",
            "Ünïcödé Ærø – Beyoncé \uD83C\uDFB8",
            "zero\0inside, and\na line",
            "",
            "\uFEFFmark");
    static final int SIZE = 600;
    static final int FIRST_HARD = SIZE - HARD_NAMES.size();
    static final List<String> GENRES = List.of("folk", "techno", "soul");

    private MappedSongs() {}

    static Catalog catalog() {
        List<Track> tracks = new ArrayList<>();
        for (int row = 0; row < SIZE; row++) {
            String name = row < FIRST_HARD ? "Song " + row : HARD_NAMES.get(row - FIRST_HARD);
            tracks.add(new Track(
                    "id/" + row + "&x",
                    name,
                    row == 5 ? List.of() : List.of("Artist " + row % 40, "Guest <b>" + row % 3 + "</b>"),
                    new AudioFeatures(0, 0, row / (float) SIZE, 0, 0, -10, 0, 120, 0),
                    year(row),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    row % 10 == 9 ? List.of() : List.of(GENRES.get(row % 3), "wave"),
                    Optional.empty()));
        }
        return new Catalog("songs in three clouds", tracks);
    }

    static OptionalInt year(int row) {
        return row % 7 == 6 ? OptionalInt.empty() : OptionalInt.of(1950 + row % 70);
    }

    static FloatMatrix coordinates() {
        Random random = new Random(7);
        float[] values = new float[2 * SIZE];
        for (int row = 0; row < SIZE; row++) {
            values[2 * row] = (float) (random.nextGaussian() + 6 * (row % 3));
            values[2 * row + 1] = (float) (random.nextGaussian() + 4 * (row % 2));
        }
        return FloatMatrix.wrap(SIZE, 2, values);
    }

    static Colouring genre() {
        int[] groups = new int[SIZE];
        for (int row = 0; row < SIZE; row++) {
            groups[row] = row % 10 == 9 ? -1 : row % 3;
        }
        return new Colouring.Groups("genre", GENRES, groups);
    }

    static Colouring year() {
        float[] years = new float[SIZE];
        for (int row = 0; row < SIZE; row++) {
            years[row] = year(row).isPresent() ? year(row).getAsInt() : Float.NaN;
        }
        return new Colouring.Amounts("year", years);
    }

    static Colouring energy() {
        float[] energies = new float[SIZE];
        for (int row = 0; row < SIZE; row++) {
            energies[row] = row / (float) SIZE;
        }
        return new Colouring.Amounts("energy", energies);
    }

    static SongMap map() {
        return SongMap.of(catalog(), coordinates())
                .colouredBy(genre(), year(), energy())
                .pointingOut(SongMap.GroupMarks.LABELS)
                .marking("id/17&x");
    }
}
