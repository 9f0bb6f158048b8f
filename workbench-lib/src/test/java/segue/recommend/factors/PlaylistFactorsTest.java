package segue.recommend.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;
import segue.matrix.FloatMatrix;

class PlaylistFactorsTest {
    private static final int SONGS = 60;

    /** Songs 0 to 19 stand in lists with each other, so do 20 to 39. */
    private static Playlists playlists() {
        SplittableRandom random = new SplittableRandom(4);
        return new Playlists(
                SONGS,
                IntStream.range(0, 24)
                        .mapToObj(list -> new Playlist(
                                "list " + list,
                                "",
                                random.ints(0, 20)
                                        .distinct()
                                        .limit(8)
                                        .map(row -> row + (list % 2 == 0 ? 0 : 20))
                                        .toArray()))
                        .toList());
    }

    /** Songs 40 to 49 have the tag of the first kind, 50 to 59 that of the other; numbers say nothing. */
    private static SongContent content() {
        SplittableRandom random = new SplittableRandom(5);
        float[] numbers = new float[2 * SONGS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextDouble() - 0.5f;
        }
        List<int[]> tags = IntStream.range(0, SONGS)
                .mapToObj(row -> new int[] {row < 20 || row >= 40 && row < 50 ? 0 : 1})
                .toList();
        return SongContent.of(FloatMatrix.wrap(SONGS, 2, numbers), List.of(new SongContent.Labels(tags, 2, true)));
    }

    private static double mean(float[] values, int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(row -> values[row])
                .average()
                .orElseThrow();
    }

    @Test
    void songs_of_the_same_lists_are_expected_and_others_are_not() {
        float[] products = PlaylistFactors.of(playlists()).products(1, 2, 3);
        assertThat(mean(products, 0, 20)).isGreaterThan(0.2);
        assertThat(mean(products, 20, 40)).isCloseTo(0, within(0.05));
    }

    @Test
    void without_content_a_song_that_nobody_listed_has_no_factors() {
        PlaylistFactors factors = PlaylistFactors.of(playlists());
        assertThat(Arrays.copyOfRange(factors.products(1, 2), 40, SONGS)).containsOnly(0);
        assertThat(Arrays.copyOfRange(factors.cosines(1, 2), 40, SONGS)).containsOnly(0);
        assertThat(factors.cosines(45)).containsOnly(0);
        assertThat(factors.direction(45)).containsOnly(0);
        double squares = 0;
        for (float value : factors.direction(1)) {
            squares += value * value;
        }
        assertThat(squares).isCloseTo(1, within(1e-5));
    }

    @Test
    void with_content_it_has_those_that_what_is_known_of_it_tells() {
        PlaylistFactors factors = PlaylistFactors.of(playlists(), content());
        float[] first = factors.cosines(1, 2, 3);
        assertThat(mean(first, 40, 50)).isGreaterThan(mean(first, 50, 60) + 0.3);
        float[] other = factors.cosines(21, 22, 23);
        assertThat(mean(other, 50, 60)).isGreaterThan(mean(other, 40, 50) + 0.3);
        float[] unlisted = factors.cosines(44);
        assertThat(mean(unlisted, 0, 20)).isGreaterThan(mean(unlisted, 20, 40) + 0.3);
        for (float cosine : unlisted) {
            assertThat(cosine).isBetween(-1.0001f, 1.0001f);
        }
    }

    @Test
    void the_same_is_learned_each_time() {
        assertThat(PlaylistFactors.of(playlists(), content()).cosines(5, 6))
                .isEqualTo(PlaylistFactors.of(playlists(), content()).cosines(5, 6));
    }

    @Test
    void an_interrupt_stops_the_learning() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> PlaylistFactors.of(playlists())).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** The gradient of the sum that is to be least is 0 where {@link ImplicitFactors#solve} says. */
    @Test
    void a_solution_is_where_the_sum_of_squares_is_least() {
        SplittableRandom random = new SplittableRandom(9);
        double[][] factors = new double[12][3];
        for (double[] row : factors) {
            Arrays.setAll(row, f -> random.nextDouble() - 0.5);
        }
        int[] entries = {2, 5, 7};
        double[] expected = {0.3, -0.2, 0.1};
        ImplicitFactors squares = new ImplicitFactors(10, 0.5);
        int[] all = IntStream.range(0, 12).toArray();
        double[] x = squares.solve(squares.gram(factors, all), factors, entries, expected);
        for (int f = 0; f < 3; f++) {
            double slope = 0.5 * (x[f] - expected[f]);
            for (int row : all) {
                boolean entry = Arrays.binarySearch(entries, row) >= 0;
                double product = x[0] * factors[row][0] + x[1] * factors[row][1] + x[2] * factors[row][2];
                slope += (entry ? 11 : 1) * (product - (entry ? 1 : 0)) * factors[row][f];
            }
            assertThat(slope).isCloseTo(0, within(1e-10));
        }
    }

    /** {@code (F'F + penalty) W = F'Y}, solved by hand for one column of two values. */
    @Test
    void a_map_from_content_is_ridge_regression() {
        SongContent content =
                new SongContent(new int[][] {{0}, {0, 1}, {1}, {0, 1}}, new double[][] {{1}, {1, 1}, {2}, {1, -1}}, 2);
        ContentMap map = new ContentMap(content, new int[] {0, 1, 2}, 1, 0.5);
        map.learn(new double[][] {{1}, {3}, {2}, {99}});
        // F'F + .5 = ((2.5, 1), (1, 5.5)), F'y = (4, 7): W = (15, 13.5) / 12.75.
        assertThat(map.factors(3)[0]).isCloseTo((15 - 13.5) / 12.75, within(1e-9));
        assertThat(map.factors(2)[0]).isCloseTo(2 * 13.5 / 12.75, within(1e-9));
    }

    @Test
    void content_is_numbers_a_constant_and_labels() {
        SongContent content = SongContent.of(
                FloatMatrix.wrap(2, 1, new float[] {3, -1}),
                List.of(
                        new SongContent.Labels(List.of(new int[] {1}, new int[0]), 2, false),
                        new SongContent.Labels(List.of(new int[] {0, 3}, new int[] {2}), 4, true)));
        assertThat(content.width()).isEqualTo(1 + 1 + 2 + 4);
        assertThat(content.columns()[0]).containsExactly(0, 1, 3, 4, 7);
        assertThat(content.values()[0]).containsExactly(3, 1, 1, 1 / Math.sqrt(2), 1 / Math.sqrt(2));
        assertThat(content.columns()[1]).containsExactly(0, 1, 6);
        assertThat(content.values()[1]).containsExactly(-1, 1, 1);
    }
}
