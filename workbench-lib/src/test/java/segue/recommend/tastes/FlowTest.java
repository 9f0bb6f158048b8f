package segue.recommend.tastes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.RecordingFile;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;

class FlowTest {
    private static final Catalog SAMPLE = Catalog.sample();
    private static final FloatMatrix POINTS = SAMPLE.points();

    private static double length(int... rows) {
        return Flow.length(SAMPLE, POINTS, rows, FlowOptions.defaults());
    }

    private static int[] order(int first, int... rows) {
        return Flow.order(
                SAMPLE, POINTS, rows, first < 0 ? OptionalInt.empty() : OptionalInt.of(first), FlowOptions.defaults());
    }

    private static int[] songs(int n, long seed) {
        return new Random(seed).ints(0, SAMPLE.size()).distinct().limit(n).toArray();
    }

    private static double shortest(double[][] steps, int[] path, int fixed) {
        if (fixed == path.length) {
            return ShortPath.length(steps, path);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = fixed; i < path.length; i++) {
            int[] other = path.clone();
            other[fixed] = path[i];
            other[i] = path[fixed];
            best = Math.min(best, shortest(steps, other, fixed + 1));
        }
        return best;
    }

    private static double[][] random(int n, long seed) {
        Random random = new Random(seed);
        double[][] at = new double[n][];
        Arrays.setAll(at, i -> new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()});
        double[][] steps = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double x = at[i][0] - at[j][0];
                double y = at[i][1] - at[j][1];
                double z = at[i][2] - at[j][2];
                steps[i][j] = Math.sqrt(x * x + y * y + z * z);
            }
        }
        return steps;
    }

    @Test
    void up_to_eight_songs_have_the_shortest_order_of_all() {
        for (int n = 1; n <= 8; n++) {
            for (int seed = 0; seed < 3; seed++) {
                double[][] steps = random(n, seed);
                int[] all = IntStream.range(0, n).toArray();

                assertThat(ShortPath.length(steps, ShortPath.of(steps, -1)))
                        .isEqualTo(shortest(steps, all, 0), within(1e-12));
                assertThat(ShortPath.length(steps, ShortPath.of(steps, 0)))
                        .isEqualTo(shortest(steps, all, 1), within(1e-12));
            }
        }
    }

    @Test
    void improved_paths_are_rarely_longer_than_the_shortest() {
        double found = 0;
        double best = 0;
        for (int seed = 0; seed < 30; seed++) {
            double[][] steps = random(8, seed);
            int[] path = ShortPath.improved(steps, seed % 2 == 0 ? -1 : 0);
            assertThat(path).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
            double length = ShortPath.length(steps, path);
            double shortest = shortest(steps, IntStream.range(0, 8).toArray(), seed % 2 == 0 ? 0 : 1);
            assertThat(length).isGreaterThan(shortest - 1e-12);
            found += length;
            best += shortest;
        }
        assertThat(found / best).isLessThan(1.02);
    }

    @Test
    void the_order_is_much_shorter_than_the_given_one_and_has_the_same_songs() {
        for (int n : new int[] {13, 50, 200}) {
            int[] given = songs(n, n);
            int[] ordered = order(-1, given);

            assertThat(ordered).containsExactlyInAnyOrder(given);
            assertThat(length(ordered)).isLessThan(0.7 * length(given));
        }
    }

    @Test
    void no_turn_and_no_move_of_a_song_shortens_it() {
        int[] ordered = order(-1, songs(40, 9));
        double length = length(ordered);
        for (int i = 0; i < ordered.length; i++) {
            for (int j = i + 1; j < ordered.length; j++) {
                int[] turned = ordered.clone();
                for (int a = i, b = j; a < b; a++, b--) {
                    turned[a] = ordered[b];
                    turned[b] = ordered[a];
                }
                assertThat(length(turned)).isGreaterThan(length - 1e-6);
            }
        }
    }

    @Test
    void the_first_song_stays_first() {
        for (int n : new int[] {1, 2, 7, 30}) {
            int[] given = songs(n, 4);
            int first = given[n / 2];
            assertThat(order(first, given)[0]).isEqualTo(first);
        }
    }

    @Test
    void double_tempo_is_as_near_as_the_same_tempo() {
        assertThat(Steps.tempo(70, 140)).isZero();
        assertThat(Steps.tempo(100, 103))
                .isEqualTo(Steps.tempo(50, 103), within(1e-12))
                .isLessThan(0.2);
        assertThat(Steps.tempo(70, 99)).isGreaterThan(1.9);
        assertThat(Steps.tempo(Double.NaN, 99)).isEqualTo(1);
    }

    private static Track in(OptionalInt key, OptionalInt mode) {
        return PlantedListener.song("k", "k", "", new float[9], "", key, mode);
    }

    @Test
    void keys_stand_on_the_circle_of_fifths_and_minor_ones_at_their_relative_major() {
        Track c = in(OptionalInt.of(0), OptionalInt.of(1));
        double fifth = Steps.key(c, in(OptionalInt.of(7), OptionalInt.of(1)));
        double fourth = Steps.key(c, in(OptionalInt.of(5), OptionalInt.of(1)));
        double relative = Steps.key(c, in(OptionalInt.of(9), OptionalInt.of(0)));
        double tritone = Steps.key(c, in(OptionalInt.of(6), OptionalInt.of(1)));

        assertThat(Steps.key(c, c)).isZero();
        assertThat(relative).isPositive().isLessThan(fifth);
        assertThat(fourth).isEqualTo(fifth);
        assertThat(tritone).isEqualTo(6 * fifth, within(1e-12));
        assertThat(Steps.key(c, in(OptionalInt.empty(), OptionalInt.empty()))).isEqualTo(1);
        assertThat(Steps.key(in(OptionalInt.of(2), OptionalInt.of(0)), in(OptionalInt.of(9), OptionalInt.of(0))))
                .isEqualTo(fifth);
    }

    @Test
    void recordings_flow_family_by_family(@TempDir Path folder) throws IOException {
        Catalog recordings = Catalog.load(RecordingFile.invented(4, 5).write(folder));
        int[] mixed = IntStream.range(0, 20).map(i -> i * 7 % 20).toArray();
        int[] ordered = Flow.order(recordings, mixed);

        long changes = IntStream.range(1, 20)
                .filter(i -> ordered[i] / 5 != ordered[i - 1] / 5)
                .count();
        assertThat(changes).isEqualTo(3);
    }

    @Test
    void bad_lists_are_told_why() {
        assertThatThrownBy(() -> order(-1, 3, 4, 3)).hasMessageContaining("each song must stand in the list once");
        assertThatThrownBy(() -> order(9, 3, 4)).hasMessageContaining("row 9, is not in the list");
        assertThatThrownBy(() -> order(-1, songs(501, 1))).hasMessageContaining("up to 500 songs but there are 501");
        assertThat(order(-1)).isEmpty();
    }
}
