package segue.evaluate.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;
import segue.evaluate.SongLabels;
import segue.evaluate.Training;

class FactorisedRankerTest {
    private static final int SONGS = 60;

    /** Songs 0 to 19 stand in lists with each other, so do 20 to 39; of each kind ten more are listed nowhere. */
    private static Training training() {
        SplittableRandom random = new SplittableRandom(4);
        List<Playlist> lists = IntStream.range(0, 24)
                .mapToObj(list -> new Playlist(
                        "list " + list,
                        "",
                        random.ints(0, 20)
                                .distinct()
                                .limit(8)
                                .map(row -> row + (list % 2 == 0 ? 0 : 20))
                                .toArray()))
                .toList();
        Catalog songs = new Catalog("sixty", Catalog.sample().tracks().subList(0, SONGS));
        return new Training(
                songs,
                new Playlists(SONGS, lists),
                SongLabels.none(SONGS),
                SongLabels.none(SONGS),
                // Artists of one kind have the same tag.
                artist -> List.of(kindOf(songs, artist)));
    }

    private static String kindOf(Catalog songs, String artist) {
        int row = IntStream.range(0, SONGS)
                .filter(song -> songs.track(song).artists().contains(artist))
                .findFirst()
                .orElse(0);
        return row < 20 || row >= 40 && row < 50 ? "even" : "odd";
    }

    @Test
    void factors_find_the_songs_of_the_same_lists() {
        int[] found = FactorisedRanker.ofPlaylists(training()).rank(new int[] {1, 2, 3}, 17);
        assertThat(found).hasSize(17).doesNotContain(1, 2, 3);
        assertThat(Arrays.stream(found)).allMatch(row -> row < 20);
    }

    @Test
    void without_content_songs_that_nobody_listed_come_last() {
        int[] all = FactorisedRanker.ofPlaylists(training()).rank(new int[] {1}, SONGS);
        assertThat(all).hasSize(SONGS - 1).doesNotHaveDuplicates();
        assertThat(Arrays.stream(all).skip(39)).allMatch(row -> row >= 40);
    }

    @Test
    void with_content_songs_that_nobody_listed_are_found_by_what_is_known_of_them() {
        FactorisedRanker hybrid = FactorisedRanker.withContent(training());
        assertThat(likeTheSeeds(hybrid, 1, 2, 3)).isGreaterThan(8);
        assertThat(likeTheSeeds(hybrid, 21, 22, 23)).isLessThan(2);
    }

    /** How many of the ten unlisted songs of the first kind stand before the ten of the other, by the best ten of both. */
    private static long likeTheSeeds(FactorisedRanker ranker, int... seeds) {
        return Arrays.stream(ranker.rank(seeds, SONGS))
                .filter(row -> row >= 40)
                .limit(10)
                .filter(row -> row < 50)
                .count();
    }

    @Test
    void the_same_is_learned_each_time() {
        assertThat(FactorisedRanker.withContent(training()).rank(new int[] {5, 6}, SONGS))
                .isEqualTo(FactorisedRanker.withContent(training()).rank(new int[] {5, 6}, SONGS));
    }

    @Test
    void an_interrupt_stops_the_learning() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> FactorisedRanker.ofPlaylists(training())).isInstanceOf(CancellationException.class);
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
}
