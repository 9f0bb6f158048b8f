package segue.recommend.tastes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.catalog.RecordingFile;
import segue.catalog.Track;
import segue.recommend.Recommender;

class TastesTest {
    private static final Catalog CATALOG = PlantedListener.catalog();
    private static final TasteSpace SPACE = TasteSpace.of(CATALOG);

    private static Tastes tastes(int... songs) {
        return Tastes.of(SPACE, TasteOptions.defaults(), songs);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void planted_tastes_are_found_again(int planted) {
        for (int songs : new int[] {8, 12, 60}) {
            int[] ofFamilies = IntStream.generate(() -> songs).limit(planted).toArray();
            List<Taste> found = tastes(PlantedListener.likes(ofFamilies)).all();

            assertThat(found).as("of %d songs each", songs).hasSize(planted);
            for (Taste taste : found) {
                assertThat(Arrays.stream(taste.songs())
                                .map(row -> row % PlantedListener.FAMILIES)
                                .distinct())
                        .hasSize(1);
                assertThat(taste.share()).isEqualTo(1.0 / planted, within(1e-12));
                assertThat(taste.songs())
                        .contains(CATALOG.rowOf(taste.medoid().id()).orElseThrow());
            }
        }
    }

    @Test
    void a_rare_taste_is_found_beside_a_common_one() {
        assertThat(tastes(PlantedListener.likes(60, 5)).all())
                .extracting(taste -> taste.songs().length)
                .containsExactly(60, 5);
    }

    @Test
    void songs_at_random_are_not_split_into_tastes_of_their_own() {
        Random random = new Random(3);
        int[] songs = random.ints(12, PlantedListener.OF_FAMILIES, PlantedListener.SONGS)
                .toArray();

        assertThat(tastes(songs).count()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1_000})
    void any_number_of_songs_makes_a_full_playlist(int songs) {
        int[] liked =
                IntStream.range(0, songs).map(i -> i * 7 % 1_201).distinct().toArray();
        TastePlaylist playlist = tastes(liked).playlist(50);

        assertThat(playlist.songs()).hasSize(50);
        assertThat(playlist.rows()).doesNotHaveDuplicates().doesNotContain(liked);
        assertThat(playlist.given().stream().mapToInt(given -> given).sum()).isEqualTo(50);
        assertThat(playlist.tastes()).hasSize(playlist.given().size());
    }

    @Test
    void equal_songs_are_one_taste() {
        float[] same = new float[] {1, 1, 1, 1, 1, 1, 1, 100, 1};
        List<Track> tracks = new ArrayList<>(CATALOG.tracks());
        for (int i = 0; i < 40; i++) {
            tracks.add(PlantedListener.song("same" + i, "Same " + i, "", same, ""));
        }
        Tastes tastes = Tastes.of(
                new Catalog("with equal songs", tracks),
                IntStream.range(PlantedListener.SONGS, PlantedListener.SONGS + 30)
                        .toArray());

        assertThat(tastes.count()).isEqualTo(1);
        assertThat(tastes.playlist(20).songs()).hasSize(20);
    }

    @Test
    void each_taste_draws_its_quota_from_its_own_neighbours() {
        TastePlaylist playlist = tastes(PlantedListener.likes(30, 15, 5)).playlist(20);

        assertThat(playlist.quotas()).containsExactly(12, 6, 2);
        assertThat(playlist.given()).isEqualTo(playlist.quotas());
        for (TasteSong song : playlist.songs()) {
            assertThat(song.nearest() % PlantedListener.FAMILIES).isEqualTo(song.taste());
            if (song.row() < PlantedListener.OF_FAMILIES) {
                assertThat(song.row() % PlantedListener.FAMILIES).isEqualTo(song.taste());
            }
            assertThat(song.liked()).isEqualTo(CATALOG.track(song.nearest()));
            assertThat(song.distance())
                    .isEqualTo(
                            Math.sqrt(Commonness.squaredDistance(SPACE.points(), song.row(), song.nearest())),
                            within(1e-12));
        }
    }

    @Test
    void tastes_take_turns_so_that_every_beginning_of_the_list_is_fair() {
        TastePlaylist playlist = tastes(PlantedListener.likes(30, 15, 15))
                .playlist(TastePlaylistOptions.defaults().withN(40).withFlowing(false));

        for (int n : new int[] {4, 8, 20, 32, 40}) {
            assertThat(playlist.songs().stream()
                            .limit(n)
                            .filter(song -> song.taste() == 0)
                            .count())
                    .as("first %d", n)
                    .isBetween(n / 2 - 1L, n / 2 + 1L);
        }
    }

    @Test
    void an_artist_has_no_more_songs_than_allowed() {
        for (int most : new int[] {1, 2, 3}) {
            TastePlaylist playlist = tastes(PlantedListener.likes(20, 20))
                    .playlist(TastePlaylistOptions.defaults().withPerArtist(most));

            assertThat(playlist.songs().stream()
                            .collect(Collectors.groupingBy(song -> song.track().artistLine(), Collectors.counting()))
                            .values())
                    .allMatch(count -> count <= most);
            assertThat(playlist.songs()).hasSize(50);
        }
    }

    @Test
    void no_liked_song_brings_most_of_the_list() {
        int[] odd = IntStream.concat(Arrays.stream(PlantedListener.likes(40)), IntStream.of(PlantedListener.SONGS - 1))
                .toArray();

        assertThat(tastes(odd).playlist(40).songs().stream()
                        .collect(Collectors.groupingBy(TasteSong::nearest, Collectors.counting()))
                        .values())
                .allMatch(count -> count <= 3);
    }

    @Test
    void other_copies_of_a_recording_never_come() {
        List<Track> tracks = new ArrayList<>(CATALOG.tracks());
        float[] values = new float[9];
        for (int row : new int[] {0, 6, 600}) {
            for (int f = 0; f < 9; f++) {
                values[f] = CATALOG.track(row).features().value(f);
            }
            Track of = CATALOG.track(row);
            tracks.add(PlantedListener.song("marked " + row, "Other title", "Someone " + row, values, of.id()));
            tracks.add(PlantedListener.song(
                    "named " + row,
                    of.name().toUpperCase(java.util.Locale.ROOT) + " - 2011 Remaster",
                    of.artistLine(),
                    values,
                    ""));
        }
        Tastes tastes = Tastes.of(new Catalog("with copies", tracks), PlantedListener.likes(40));
        List<String> ids =
                tastes.playlist(TastePlaylistOptions.defaults().withN(200).withPerArtist(200)).songs().stream()
                        .map(song -> song.track().id())
                        .toList();

        assertThat(ids).hasSize(200).doesNotContain("marked 0", "named 0", "marked 6", "named 6");
        assertThat(ids.stream()
                        .filter(Set.of("s600", "marked 600", "named 600")::contains)
                        .count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void a_taste_that_runs_dry_leaves_its_places_to_the_others() {
        Catalog few = new Catalog(
                "12 songs of one family and all of another",
                IntStream.range(0, PlantedListener.OF_FAMILIES)
                        .filter(row -> row % 6 == 0 || row % 6 == 1 && row < 72)
                        .mapToObj(CATALOG::track)
                        .toList());
        int[] liked = IntStream.range(0, few.size())
                .filter(row -> few.track(row).artistLine().startsWith("Artist 1") || row < 12)
                .limit(22)
                .toArray();
        TastePlaylistOptions hundred =
                TastePlaylistOptions.defaults().withN(100).withPerArtist(100);
        TastePlaylist playlist = Tastes.of(few, liked).playlist(hundred);

        assertThat(playlist.songs()).hasSize(100);
        assertThat(playlist.given()).isNotEqualTo(playlist.quotas());
    }

    @Test
    void a_small_catalogue_gives_what_it_has() {
        Catalog ten = new Catalog("ten", CATALOG.tracks().subList(0, 10));
        Tastes tastes = Tastes.of(ten, 0, 1, 2);

        assertThat(tastes.playlist(50).rows()).hasSize(7).doesNotContain(0, 1, 2);
        assertThat(Tastes.of(ten, IntStream.range(0, 10).toArray()).playlist(50).songs())
                .isEmpty();
    }

    @Test
    void the_answer_is_the_same_each_time_and_in_any_order_of_the_songs() {
        int[] liked = PlantedListener.likes(20, 20, 9);
        int[] turned = IntStream.range(0, liked.length)
                .map(i -> liked[liked.length - 1 - i])
                .toArray();

        assertThat(Tastes.of(CATALOG, turned).playlist(50).rows())
                .isEqualTo(tastes(liked).playlist(50).rows());
    }

    @Test
    void recordings_have_tastes_too() throws IOException {
        Catalog recordings = Catalog.load(RecordingFile.invented(12, 30).write(folder));
        int[] liked = IntStream.concat(IntStream.range(30, 42), IntStream.range(90, 98))
                .toArray();
        Tastes tastes = Tastes.of(recordings, liked);

        assertThat(tastes.all()).extracting(taste -> taste.songs().length).containsExactly(12, 8);
        TastePlaylist playlist =
                tastes.playlist(TastePlaylistOptions.defaults().withN(10).withPerArtist(10));
        assertThat(playlist.given()).containsExactly(6, 4);
        assertThat(Arrays.stream(playlist.rows())).allMatch(row -> row / 30 == 1 || row / 30 == 3);
    }

    @TempDir
    Path folder;

    @Test
    void bad_wishes_are_told_what_is_possible() {
        assertThatThrownBy(() -> tastes()).hasMessageContaining("at least one is needed");
        assertThatThrownBy(() -> tastes(1, 1_500)).hasMessageContaining("must be a row in [0, 1,500) but was 1,500");
        assertThatThrownBy(() -> tastes(1).playlist(0)).hasMessage("n must be in [1, 500] but was 0");
        assertThatThrownBy(() -> TasteOptions.defaults().withSpread(Double.NaN))
                .hasMessage("spread must be in (0, 10] but was NaN");
        assertThatThrownBy(() -> TasteSpace.of(CATALOG, CATALOG.points().selectRows(1, 2)))
                .hasMessageContaining("2 points were given for 1,500 songs");
    }

    @Test
    void copies_of_songs_change_no_playlist_over_a_recommender() {
        List<Track> more = new ArrayList<>(CATALOG.tracks());
        for (int i = 0; i < 20; i++) {
            Track song = CATALOG.track(40 * i);
            float[] values = new float[9];
            for (int f = 0; f < 9; f++) {
                values[f] = song.features().value(f);
            }
            more.add(
                    PlantedListener.song("copy" + i, song.name(), song.artists().getFirst(), values, song.id()));
        }
        TasteSpace once = TasteSpace.of(Recommender.of(CATALOG));
        TasteSpace copied = TasteSpace.of(Recommender.of(new Catalog("with copies", more)));
        int[] liked = PlantedListener.likes(12, 8, 20);

        assertThat(Tastes.of(copied, TasteOptions.defaults(), liked)
                        .playlist(50)
                        .rows())
                .containsExactly(Tastes.of(once, TasteOptions.defaults(), liked)
                        .playlist(50)
                        .rows());
    }
}
