package segue.recommend.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;

/** Each part beside what its formula gives by hand. */
class PartsTest {
    private static final double CLOSE = 1e-5;

    /** 0 Alma, 1 Alma with Bo, 2 Bo, 3 Cleo, 4 nobody. */
    private final Catalog five = new SongsByHand()
            .add("One", "Alma")
            .add("Two", "Alma", "Bo")
            .add("Three", "Bo")
            .add("Four", "Cleo")
            .add("Five")
            .catalog();

    @Test
    void artists_of_the_list_speak_for_more_of_them_and_the_more_the_less_they_stand_elsewhere() {
        // Alma stands in two entries, Bo in one; Cleo in none.
        ArtistPart part = ArtistPart.of(SongArtists.of(five), SongsByHand.lists(5, new int[] {0, 2}, new int[] {0}));
        float[] values = part.values(0, 2, 3);

        double alma = 1 / 3.0;
        double bo = 1 / 2.0;
        double cleo = 1 / 2.0;
        assertThat(values[0]).isCloseTo((float) Math.log1p(alma / 0.2), within((float) CLOSE));
        assertThat(values[1]).isCloseTo((float) Math.log1p((alma + bo) / 0.2), within((float) CLOSE));
        assertThat(values[2]).isCloseTo((float) Math.log1p(bo / 0.2), within((float) CLOSE));
        assertThat(values[3]).isCloseTo((float) Math.log1p(cleo / 0.2), within((float) CLOSE));
        assertThat(values[4]).isZero();
        assertThat(part.values(0)[2]).isZero();
        assertThat(part.reasons(0).apply(1)).isEqualTo("same artist (Alma)");
        assertThat(part.reasons(0, 2).apply(1)).isEqualTo("same artist (Alma, Bo)");
        assertThat(part.reasons(0).apply(2)).isEmpty();
    }

    @Test
    void artists_that_stand_in_lists_together_speak_for_each_other() {
        // Alma stands in two lists, Bo in one, and there together.
        CompanionPart part =
                CompanionPart.of(SongArtists.of(five), SongsByHand.lists(5, new int[] {0, 2}, new int[] {0}));
        float[] values = part.values(0);

        double together = Math.log(2) * 1 / Math.sqrt((2 + 1) * (1 + 1));
        assertThat(values[0]).isZero();
        assertThat(values[1]).isCloseTo((float) Math.log1p(together / 0.009), within((float) CLOSE));
        assertThat(values[2]).isCloseTo((float) Math.log1p(together / 0.009), within((float) CLOSE));
        assertThat(values[3]).isZero();
        assertThat(values[4]).isZero();
        assertThat(part.reasons(0).apply(2)).isEqualTo("its artist stands in other lists with Alma");
        assertThat(part.reasons(0).apply(3)).isEmpty();
        assertThat(part.reasons(4).apply(3)).isEmpty();
    }

    @Test
    void artists_named_in_a_title_count_where_the_catalogue_knows_them() {
        SongArtists artists = SongArtists.of(new SongsByHand()
                .add("Night (feat. Bó & Somebody Else)", "Alma")
                .add("Day - Cleo Remix", "Alma")
                .add("With love", "Bo")
                .add("Cleo", "Cleo")
                .catalog());
        assertThat(artists.names()).containsExactly("Alma", "Bo", "Cleo");
        assertThat(artists.ofSongs().items()).containsExactly(0, 1, 0, 2, 1, 2);
        assertThat(artists.ofSongs().starts()).containsExactly(0, 2, 4, 5, 6);
    }

    @Test
    void hostile_titles_name_nobody_and_take_no_time() {
        String title = "(feat. ".repeat(2_000) + " - ".repeat(2_000) + "remix";
        assertThat(SongArtists.inTitle(title)).allMatch(name -> !name.isBlank());
    }

    @Test
    void tags_count_by_how_rare_they_are_less_what_is_usual() {
        Map<String, List<String>> tags =
                Map.of("Alma", List.of("rock"), "Bo", List.of("rock", "jazz"), "Cleo", List.of("jazz"));
        TagPart part = TagPart.of(SongArtists.of(five), artist -> tags.get(artist));
        float[] values = part.values(0);

        // Both tags are of two of three artists: as rare as each other. Alma (1, 0), Alma and Bo and Bo alone (1, 1) /
        // sqrt 2.
        double half = Math.sqrt(0.5);
        double rock = 1 + half + half;
        double jazz = half + half + 1;
        double length = Math.hypot(rock, jazz);
        assertThat(values[0]).isCloseTo((float) (1 - rock / length), within((float) CLOSE));
        assertThat(values[2]).isCloseTo((float) (half - half * (rock + jazz) / length), within((float) CLOSE));
        assertThat(values[3]).isCloseTo((float) (0 - jazz / length), within((float) CLOSE));
        assertThat(values[4]).isZero();
        assertThat(part.reasons(0).apply(2)).isEqualTo("tags rock");
        assertThat(part.reasons(0).apply(3)).isEmpty();
        assertThat(part.values(4)).containsOnly(0);
    }

    @Test
    void words_speak_by_how_much_more_often_the_seeds_have_them() {
        SongsByHand songs = new SongsByHand();
        IntStream.range(0, 3).forEach(i -> songs.add("Love me", "x"));
        IntStream.range(0, 3).forEach(i -> songs.add("Rain", "x"));
        IntStream.range(0, 3).forEach(i -> songs.add("A lonely title " + "abc".charAt(i), "x"));
        WordPart part = WordPart.of(songs.add("Unique", "x").catalog());
        float[] values = part.values(0, 1);

        // A third less one song of ten has each word; "unique" is too rare, "a" too short.
        assertThat(part.words()).containsExactly("lonely", "love", "me", "rain", "title");
        double q = 0.3;
        double present = Math.log((2 + 3 * q) / ((2 + 3) * q));
        double absent = Math.log(3 * q / ((2 + 3) * q));
        double love = 2 * present / Math.sqrt(3);
        double rain = absent / Math.sqrt(3);
        double lonely = 2 * absent / Math.sqrt(3);
        double mean = (3 * love + 3 * rain + 3 * lonely) / 9;
        assertThat(values[2]).isCloseTo((float) (love - mean), within((float) CLOSE));
        assertThat(values[3]).isCloseTo((float) (rain - mean), within((float) CLOSE));
        assertThat(values[6]).isCloseTo((float) (lonely - mean), within((float) CLOSE));
        assertThat(values[9]).isZero();
        assertThat(part.reasons(0, 1).apply(2)).isEqualTo("\"love\" and \"me\" in the title");
        assertThat(part.reasons(0, 1).apply(3)).isEmpty();
    }

    @Test
    void a_number_speaks_for_the_songs_near_to_the_seeds() {
        float[] numbers = new float[400];
        for (int song = 0; song < 400; song++) {
            numbers[song] = song;
        }
        numbers[399] = Float.NaN;
        HistogramPart part = HistogramPart.of(PartKind.POPULARITY, numbers);
        float[] values = part.values(200, 201, 202);
        assertThat(values[203]).isGreaterThan(values[230]).isGreaterThan(values[100]);
        assertThat(values[203]).isPositive();
        assertThat(values[10]).isNegative().isEqualTo(values[395]);
        assertThat(values[399]).isZero();
        assertThat(part.values(399)).containsOnly(0);
        assertThat(part.values(200, 201, 202, 399)).isEqualTo(values);
        assertThat(part.reasons(200, 201, 202).apply(203)).isEqualTo("popularity 203, theirs mostly 200 to 202");
        assertThat(part.reasons(200).apply(399)).isEmpty();
    }

    @Test
    void two_bins_are_as_worked_out_by_hand() {
        HistogramPart part = HistogramPart.of(PartKind.DATE, 0, 0, 10_000, 10_000);
        // Equal numbers share a bin: 10 and 30 of 40, which lie too far apart to be smoothed into each other.
        double near = HistogramPart.smooth(hot(10))[10];
        double like = Math.log((near + 4 * 0.5) / ((1 + 4) * 0.5));
        double unlike = Math.log(4 * 0.5 / ((1 + 4) * 0.5));
        float[] values = part.values(0);
        assertThat(part.bins()).containsExactly(10, 10, 30, 30);
        assertThat(values[1]).isCloseTo((float) ((like - unlike) / 2), within((float) CLOSE));
        assertThat(values[2]).isCloseTo((float) ((unlike - like) / 2), within((float) CLOSE));
        assertThat(part.reasons(0).apply(1)).isEqualTo("released within a year of 1 of 1");
        assertThat(part.reasons(0).apply(2)).isEmpty();
    }

    private static double[] hot(int bin) {
        double[] counts = new double[HistogramPart.BINS];
        counts[bin] = 1;
        return counts;
    }

    @Test
    void smoothing_deals_out_what_there_is() {
        double[] smooth = HistogramPart.smooth(hot(0));
        assertThat(IntStream.range(0, 40).mapToDouble(i -> smooth[i]).sum()).isCloseTo(1, within(1e-12));
        assertThat(smooth[0]).isGreaterThan(smooth[1]).isGreaterThan(0.3);
        assertThat(smooth[1] / smooth[0]).isCloseTo(Math.exp(-0.5 / 2.25), within(1e-12));
    }

    /** One column, four songs, two lists: everything can be written down. */
    @Test
    void one_column_of_sound_is_as_worked_out_by_hand() {
        FloatMatrix numbers =
                FloatMatrix.of(new float[] {-1}, new float[] {-0.5f}, new float[] {0.5f}, new float[] {1});
        SoundPart part =
                SoundPart.of(List.of("energy"), numbers, SongsByHand.lists(4, new int[] {0, 1}, new int[] {2, 3}));
        // About the two means the squares add up to 4 x 1/16 at 2 degrees of freedom, the catalogue's 2.5 / 3 counts as
        // 30.
        double b = 2.5 / 3;
        double sw = (4 / 16.0 + 30 * b) / 32;
        double mu = (1 + 0) / 2.0;
        double[] expected = new double[4];
        for (int song = 0; song < 4; song++) {
            double x = numbers.get(song, 0);
            expected[song] = -0.5 * (x - mu) * (x - mu) / sw + 0.5 * x * x / b;
        }
        double mean = (expected[0] + expected[1] + expected[2] + expected[3]) / 4;
        float[] values = part.values(3);
        for (int song = 0; song < 4; song++) {
            assertThat(values[song]).isCloseTo((float) (expected[song] - mean), within((float) CLOSE));
            assertThat(part.shares(new int[] {3}, song)[0]).isCloseTo(expected[song], within(1e-5));
        }
        assertThat(part.reasons(3).apply(2)).isEqualTo("like them in energy");
    }

    @Test
    void the_shares_of_columns_add_up_to_what_sound_says() {
        SplittableRandom random = new SplittableRandom(8);
        float[] values = new float[60 * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() + (i % 4 > 0 ? values[i - 1] / 2 : 0);
        }
        FloatMatrix numbers = FloatMatrix.wrap(60, 4, values);
        SoundPart part = SoundPart.of(
                List.of("a", "b", "c", "d"),
                numbers,
                SongsByHand.lists(
                        60,
                        IntStream.range(0, 20).toArray(),
                        IntStream.range(10, 40).toArray()));
        int[] seeds = {1, 2, 30};
        float[] said = part.values(seeds);
        double first =
                IntStream.range(0, 4).mapToDouble(c -> part.shares(seeds, 5)[c]).sum();
        double second = IntStream.range(0, 4)
                .mapToDouble(c -> part.shares(seeds, 50)[c])
                .sum();
        assertThat(said[5] - said[50]).isCloseTo((float) (first - second), within(1e-4f));
    }

    @Test
    void a_column_that_depends_on_another_is_no_obstacle() {
        float[] values = new float[40];
        for (int song = 0; song < 20; song++) {
            values[2 * song] = song % 7;
            values[2 * song + 1] = 2 * (song % 7);
        }
        SoundPart part = SoundPart.of(
                List.of("a", "twice a"), FloatMatrix.wrap(20, 2, values), SongsByHand.lists(20, new int[] {0, 1, 2}));
        for (float value : part.values(3)) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void popularity_that_all_share_tells_nothing_apart() {
        assertThat(HistogramPart.of(PartKind.POPULARITY, 5, 5, 5).tellsApart()).isFalse();
        assertThat(HistogramPart.of(PartKind.POPULARITY, Float.NaN, Float.NaN).tellsApart())
                .isFalse();
    }
}
