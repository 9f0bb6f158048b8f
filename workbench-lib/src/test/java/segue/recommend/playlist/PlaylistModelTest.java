package segue.recommend.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;

class PlaylistModelTest {
    private static final int SONGS = 1_500;
    private static Catalog songs;
    private static Playlists lists;
    private static PlaylistModel model;

    @TempDir
    private Path folder;

    /** The sample's first songs, and 40 lists of 25 songs by a handful of artists each. */
    @BeforeAll
    static void learn() {
        songs = new Catalog("sample", Catalog.sample().tracks().subList(0, SONGS));
        lists = byArtists(songs);
        model = PlaylistModel.fit(songs, lists, options());
    }

    private static PlaylistOptions options() {
        return PlaylistOptions.defaults().withTags(artist -> List.of(artist.substring(0, 1), "everybody"));
    }

    private static Playlists byArtists(Catalog songs) {
        SplittableRandom random = new SplittableRandom(2);
        List<Playlist> made = new ArrayList<>();
        for (int list = 0; list < 40; list++) {
            int decade = 1960 + 10 * (list % 6);
            int[] rows = IntStream.generate(() -> random.nextInt(songs.size()))
                    .filter(row -> Math.abs(songs.track(row).year().orElse(0) - decade) < 8)
                    .distinct()
                    .limit(25)
                    .toArray();
            made.add(new Playlist("list " + list, "", rows));
        }
        return new Playlists(songs.size(), made);
    }

    @Test
    void every_part_that_the_catalogue_knows_of_has_a_weight() {
        EnumSet<PartKind> beside = EnumSet.complementOf(EnumSet.of(PartKind.COMPANIONS));
        assertThat(model.weights()).containsOnlyKeys(beside.toArray(PartKind[]::new));
        // The lists were made by date.
        assertThat(model.weights().get(PartKind.DATE)).isPositive();
        assertThat(model.weights().values()).allMatch(weight -> weight >= 0);
    }

    @Test
    void companions_of_artists_speak_where_no_tags_are_known() {
        PlaylistModel untagged = PlaylistModel.fit(songs, lists, PlaylistOptions.defaults());
        EnumSet<PartKind> parts = EnumSet.complementOf(EnumSet.of(PartKind.TAGS));
        assertThat(untagged.weights()).containsOnlyKeys(parts.toArray(PartKind[]::new));
    }

    @Test
    void factors_say_whose_songs_are_listed_like_a_song() {
        PlaylistModel factors = PlaylistModel.fit(songs, lists, options().withParts(EnumSet.of(PartKind.FACTORS)));
        int[] seeds = lists.lists().getFirst().songs();
        List<String> artists = IntStream.of(seeds)
                .mapToObj(row -> songs.track(row).artists().getFirst())
                .toList();
        assertThat(factors.continueList(seeds, 5))
                .allMatch(song ->
                        artists.stream().map("listed like songs of "::concat).anyMatch(song.why()::equals));
    }

    @Test
    void a_saved_model_of_companions_answers_as_before() throws IOException {
        Path file = folder.resolve("companions.model");
        PlaylistModel companions =
                PlaylistModel.fit(songs, lists, PlaylistOptions.defaults().withParts(EnumSet.of(PartKind.COMPANIONS)));
        companions.save(file);
        int[] seeds = lists.lists().getFirst().songs();
        assertThat(companions.scores(seeds)).contains(0).isNotEqualTo(new float[SONGS]);
        assertThat(PlaylistModel.load(file, songs).scores(seeds)).isEqualTo(companions.scores(seeds));
    }

    @Test
    void the_amounts_of_the_parts_add_up_to_the_score_and_the_best_come_first() {
        List<Suggestion> found = model.continueList(lists.lists().getFirst().songs(), 50);
        assertThat(found).hasSize(50);
        for (int i = 0; i < found.size(); i++) {
            Suggestion one = found.get(i);
            double sum =
                    one.shares().stream().mapToDouble(Suggestion.Share::amount).sum();
            assertThat(sum).isCloseTo(one.score(), within(1e-4));
            assertThat(i == 0 || found.get(i - 1).score() >= one.score()).isTrue();
        }
        assertThat(found)
                .extracting(Suggestion::row)
                .doesNotContainAnyElementsOf(
                        IntStream.of(lists.lists().getFirst().songs()).boxed().toList());
        assertThat(model.continueRows(lists.lists().getFirst().songs(), 50))
                .containsExactly(found.stream().mapToInt(Suggestion::row).toArray());
    }

    @Test
    void reasons_say_what_speaks_for_a_song() {
        int[] seeds = lists.lists().getFirst().songs();
        assertThat(model.continueList(seeds, 30))
                .anyMatch(song -> song.why().contains("released within a year of "))
                .anyMatch(song -> song.why().contains(" in the title"));
        PlaylistModel bySound =
                PlaylistModel.fit(songs, lists, PlaylistOptions.ofSound().withUsualWeights());
        assertThat(bySound.continueList(seeds, 5)).allMatch(song -> song.why().startsWith("like them in "));
    }

    @Test
    void a_song_that_nobody_lists_is_judged_like_its_twin_that_somebody_does() {
        int listed = lists.lists().getFirst().songs()[0];
        Track twin = songs.track(listed);
        List<Track> more = new ArrayList<>(songs.tracks());
        more.add(new Track(
                "twin",
                twin.name(),
                twin.artists(),
                twin.features(),
                twin.year(),
                twin.releaseDate(),
                twin.durationMillis(),
                twin.popularity(),
                twin.explicit(),
                twin.key(),
                twin.mode(),
                twin.genres(),
                Optional.empty()));
        PlaylistModel learned =
                PlaylistModel.fit(new Catalog("and a twin", more), new Playlists(SONGS + 1, lists.lists()), options());
        float[] scores = learned.scores(lists.lists().get(6).songs());
        assertThat(scores[SONGS]).isEqualTo(scores[listed]);
    }

    @Test
    void the_same_is_learned_each_time_and_the_order_of_seeds_does_not_count() {
        PlaylistModel again = PlaylistModel.fit(songs, lists, options());
        assertThat(again.weights()).isEqualTo(model.weights());
        assertThat(again.scores(3, 1, 2)).isEqualTo(model.scores(1, 2, 3)).isEqualTo(model.scores(1, 2, 3, 3, 1));
        assertThat(PlaylistModel.fit(songs, lists, options().withSeed(9)).weights())
                .isNotEqualTo(model.weights());
    }

    @Test
    void a_saved_model_answers_as_before() throws IOException {
        Path file = folder.resolve("lists.model");
        model.save(file);
        PlaylistModel read = PlaylistModel.load(file, songs);
        assertThat(read.weights()).isEqualTo(model.weights());
        assertThat(read.scores(5, 50, 500)).isEqualTo(model.scores(5, 50, 500));
        assertThat(read.continueList(new int[] {5, 50}, 9).toString())
                .isEqualTo(model.continueList(new int[] {5, 50}, 9).toString());
    }

    @Test
    void a_model_of_other_songs_or_a_damaged_one_is_refused() throws IOException {
        Path file = folder.resolve("lists.model");
        model.save(file);
        Catalog fewer = new Catalog("fewer", songs.tracks().subList(0, SONGS - 1));
        assertThatThrownBy(() -> PlaylistModel.load(file, fewer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("learned over other songs than 1,499 songs");
        byte[] bytes = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 40; i++) {
            byte[] damaged = bytes.clone();
            damaged[12 + random.nextInt(bytes.length - 12)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertThatThrownBy(() -> PlaylistModel.load(file, songs)).isInstanceOf(IOException.class);
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> PlaylistModel.load(file, songs)).hasMessageContaining("damaged or cut short");
    }

    @Test
    void lists_of_one_song_and_of_a_thousand_are_continued() {
        assertThat(model.continueList(new int[] {7}, 10)).hasSize(10);
        int[] thousand = IntStream.range(0, 1_000).toArray();
        assertThat(model.continueList(thousand, 10))
                .hasSize(10)
                .allMatch(song -> song.row() >= 1_000 && Float.isFinite(song.score()));
        int[] all = IntStream.range(0, SONGS).toArray();
        assertThat(model.continueList(all, 10)).isEmpty();
        assertThat(model.continueList(new int[] {7}, 1_000_000)).hasSize(SONGS - 1);
        assertThat(model.continueList(new int[] {7}, 0)).isEmpty();
    }

    @Test
    void a_list_of_one_artist_goes_on_with_that_artist() {
        SongsByHand made = new SongsByHand();
        IntStream.range(0, 30).forEach(i -> made.add("Song " + i, i % 3 == 0 ? "Alma" : "Other " + i));
        Catalog few = made.catalog();
        PlaylistModel artist = PlaylistModel.fit(
                few,
                SongsByHand.lists(30, new int[] {0, 3, 6}, new int[] {1, 2}),
                PlaylistOptions.defaults().withParts(EnumSet.of(PartKind.ARTISTS)));
        List<Suggestion> found = artist.continueList(new int[] {0, 3, 6, 9}, 6);
        assertThat(found).extracting(song -> song.track().artistLine()).containsOnly("Alma");
        assertThat(found.getFirst().why()).isEqualTo("same artist (Alma)");
    }

    @Test
    void seeds_that_are_not_in_the_catalogue_are_refused_in_words() {
        assertThatThrownBy(() -> model.continueList(new int[0], 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one of its songs, but none was given that 1,500 songs, sample has");
        assertThatThrownBy(() -> model.scores(-1)).hasMessage("a seed must be a row in [0, 1,500) but was -1");
        assertThatThrownBy(() -> model.scores(SONGS)).hasMessage("a seed must be a row in [0, 1,500) but was 1,500");
        assertThatThrownBy(() -> model.continueList(new int[] {1}, -1)).hasMessage("n must be at least 0 but was -1");
        assertThatThrownBy(() -> PlaylistModel.fit(songs, Playlists.none(3), options()))
                .hasMessage("the playlists are over 3 songs but the catalogue has 1,500");
        assertThatThrownBy(() -> options().withParts(List.of())).hasMessageContaining("at least one part");
    }

    @Test
    void without_playlists_the_usual_weights_are_taken() {
        PlaylistModel untaught = PlaylistModel.fit(songs, Playlists.none(SONGS), options());
        assertThat(untaught.weights())
                .allSatisfy((part, weight) -> assertThat(weight).isEqualTo(part.usualWeight()));
        assertThat(untaught.continueList(new int[] {7}, 10)).hasSize(10);
    }

    @Test
    void what_the_catalogue_does_not_know_is_left_out() {
        SongsByHand made = new SongsByHand();
        IntStream.range(0, 20).forEach(i -> made.add("t" + i));
        Catalog bare = made.catalog();
        PlaylistModel sound = PlaylistModel.fit(bare, Playlists.none(20), PlaylistOptions.defaults());
        assertThat(sound.weights()).containsOnlyKeys(PartKind.SOUND);
        assertThat(sound.continueList(new int[] {0}, 3)).hasSize(3);
        assertThatThrownBy(() -> PlaylistModel.fit(
                        bare, Playlists.none(20), PlaylistOptions.defaults().without(PartKind.SOUND)))
                .hasMessageContaining("knows nothing of");
    }

    @Test
    void songs_that_lack_some_values_are_judged_by_the_others() {
        SongsByHand made = new SongsByHand();
        for (int i = 0; i < 40; i++) {
            made.add(
                    "t" + i,
                    i % 2 == 0 ? Optional.of("19" + (60 + i)) : Optional.of("unknown"),
                    i % 3 == 0 ? OptionalInt.of(1 + i) : OptionalInt.empty(),
                    "Artist " + i % 5);
        }
        Catalog gaps = made.catalog();
        PlaylistModel learned = PlaylistModel.fit(gaps, Playlists.none(40), PlaylistOptions.defaults());
        Map<PartKind, Double> weights = learned.weights();
        assertThat(weights).containsKeys(PartKind.DATE, PartKind.POPULARITY, PartKind.ARTISTS);
        for (float score : learned.scores(1, 5)) {
            assertThat(score).isFinite();
        }
    }

    @Test
    void an_interrupt_stops_the_learning() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> PlaylistModel.fit(songs, lists, options())).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
