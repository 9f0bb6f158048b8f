package segue.recommend.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;

class SongNumbersTest {
    private static Track track(String id, float energy, String date, int key) {
        return new Track(
                id,
                id,
                List.of(),
                new AudioFeatures(0, 0, energy, 0, 0, 0, 0, 0, 0),
                OptionalInt.empty(),
                date.isEmpty() ? Optional.empty() : Optional.of(date),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                key < 0 ? OptionalInt.empty() : OptionalInt.of(key),
                OptionalInt.empty(),
                List.of(),
                Optional.empty());
    }

    private static Catalog songs(Track... tracks) {
        return new Catalog("by hand", List.of(tracks));
    }

    @Test
    void quantiles_are_those_of_the_normal_distribution() {
        assertThat(NormalQuantile.of(0.5)).isZero();
        assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(NormalQuantile.of(0.025)).isCloseTo(-1.959963984540054, within(1e-14));
        assertThat(NormalQuantile.of(0.0013498980316300933)).isCloseTo(-3, within(1e-13));
        assertThat(NormalQuantile.of(1e-20)).isCloseTo(-9.262340089798408, within(1e-12));
    }

    @Test
    void equal_values_get_their_mean_rank_and_outliers_no_more_than_their_rank() {
        NormalScores scores = NormalScores.of(3, 1, Float.NaN, 1, 1e30f);
        assertThat(scores.sorted()).containsExactly(1, 1, 3, 1e30f);
        // The ones are ranks 1 and 2: (1.5 - 0.5) / 4.
        assertThat(scores.of(1)).isEqualTo(NormalQuantile.of(1 / 4.0));
        assertThat(scores.of(3)).isEqualTo(NormalQuantile.of(2.5 / 4));
        assertThat(scores.of(1e30f)).isEqualTo(NormalQuantile.of(3.5 / 4));
        assertThat(scores.of(-7)).isEqualTo(NormalQuantile.of(0.002));
        assertThat(scores.of(Float.MAX_VALUE)).isEqualTo(NormalQuantile.of(0.998));
    }

    @Test
    void dates_of_any_precision_become_days() {
        assertThat(SongDate.days(track("a", 0, "1970-01-03", 0))).isEqualTo(2);
        assertThat(SongDate.days(track("a", 0, "1970-02", 0))).isEqualTo(31 + 14);
        assertThat(SongDate.days(track("a", 0, "1970", 0))).isEqualTo(181);
        for (String nonsense : List.of("", "soon", "1970-13", "1970-02-30", "1-2-3-4", "-", "99999999999")) {
            assertThat(SongDate.days(track("a", 0, nonsense, 0))).as(nonsense).isNaN();
        }
    }

    @Test
    void columns_that_tell_nothing_apart_are_left_out_and_a_missing_value_is_the_mean() {
        Catalog songs = songs(track("a", 0.1f, "1990", 0), track("b", 0.5f, "", 0), track("c", 0.9f, "2000", 0));
        SongNumbers numbers = SongNumbers.fit(songs, List.of(SongNumbers.Extra.values()));
        assertThat(numbers.columns()).containsExactly("energy", "release date");
        FloatMatrix of = numbers.of(songs);
        assertThat(of.get(1, 0)).isCloseTo(0, within(1e-6f));
        assertThat(of.get(1, 1)).isZero();
        assertThat(of.get(0, 0)).isCloseTo(-of.get(2, 0), within(1e-6f)).isNegative();
        assertThat(of.get(0, 1)).isCloseTo(-1, within(1e-6f));
    }

    @Test
    void keys_lie_on_the_circle_of_fifths() {
        List<Track> twelve = new ArrayList<>();
        for (int key = 0; key < 12; key++) {
            twelve.add(track("key " + key, 0.5f, "", key));
        }
        Catalog songs = new Catalog("keys", twelve);
        FloatMatrix of =
                SongNumbers.fit(songs, List.of(SongNumbers.Extra.KEY_AND_MODE)).of(songs);
        // From C to G is a step, to C sharp five, to F sharp the whole way across.
        assertThat(distance(of, 0, 7)).isLessThan(distance(of, 0, 2)).isLessThan(distance(of, 0, 1));
        assertThat(distance(of, 0, 6)).isCloseTo(2 * Math.sqrt(2), within(1e-5));
        assertThat(distance(of, 0, 7)).isCloseTo(distance(of, 0, 5), within(1e-5));
    }

    private static double distance(FloatMatrix of, int one, int other) {
        return Math.hypot(of.get(one, 0) - of.get(other, 0), of.get(one, 1) - of.get(other, 1));
    }

    @Test
    void songs_that_are_all_alike_have_no_numbers() {
        assertThatThrownBy(() -> SongNumbers.fit(songs(track("a", 1, "", 0)), List.of()))
                .hasMessage("1 songs, by hand: no number tells its songs apart");
    }
}
