package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;

class SongSearchTest {
    private static final AudioFeatures AUDIO = new AudioFeatures(0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final int UNKNOWN = -1;

    private final List<Track> tracks = new ArrayList<>();

    /** A small shelf: row 0 Halo, 1 Hallo, 2 Bohemian Rhapsody … in the order of these lines. */
    private SongSearch shelf() {
        song("Beyoncé", "Halo", 74);
        song("Rammstein", "Hallo", 80);
        song("Queen", "Bohemian Rhapsody", 60);
        song("Nirvana", "Smells Like Teen Spirit", 79);
        song("Metallica", "Nothing Else Matters", 70);
        song("AC/DC", "Thunderstruck", 70);
        song("Guns N' Roses", "Don't Cry", 65);
        song("Кино", "Группа крови", 50);
        song("椎名林檎", "丸の内サディスティック", 50);
        song("BTS", "봄날", 50);
        song("Beyoncé", "Sweet Dreams", 60);
        return search();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "halo beyonce, 0",
                "beyonce ha, 0",
                "BEYONCÉ  halo!, 0",
                "beyonse, 0",
                "ebyonce halo, 0",
                "rapsody bohemian, 2",
                "bohemian rapsody queen live, 2",
                "nirvanna smels, 3",
                "metalica, 4",
                "acdc, 5",
                "ac/d, 5",
                "guns and roses dont, 6",
                "guns n' roses don't, 6",
                "кино гру, 7",
                "林檎, 8",
                "サディ, 8",
                "봄, 9",
                "sweet beyonce, 10",
            })
    void what_is_typed_finds_what_is_meant(String text, int row) {
        assertThat(shelf().find(text, 5))
                .first()
                .extracting(SongSearch.Hit::row)
                .isEqualTo(row);
    }

    @Test
    void a_word_as_typed_comes_before_a_completed_and_that_before_a_mistyped_one() {
        song("A", "Hole", 90);
        song("B", "Homeless", 80);
        song("C", "Home", 10);
        assertThat(rows("home")).containsExactly(2, 1, 0);
    }

    @Test
    void a_song_with_every_word_comes_before_one_that_misses_a_word() {
        song("Queen", "Flash", 90);
        song("Queen", "Killer", 1);
        song("Qveen", "Killer", 50);
        assertThat(rows("killer queen")).containsExactly(1, 2, 0);
        assertThat(rows("killer queen xqzvkw")).startsWith(1, 2);
    }

    @Test
    void a_title_that_is_nothing_but_the_words_typed_comes_before_a_more_popular_longer_one() {
        song("A", "Hello Goodbye", 90);
        song("B", "Hello", 10);
        song("C", "Hello - Live", 20);
        assertThat(rows("hello")).containsExactly(2, 1, 0);
    }

    @Test
    void a_word_that_is_only_near_does_not_make_a_title_whole_where_none_was_mistyped() {
        song("A", "Live Love", 10);
        song("B", "True Love", 50);
        assertThat(rows("love")).containsExactly(1, 0);
    }

    @Test
    void equals_are_listed_by_popularity_then_row_and_unknown_popularity_is_neutral() {
        song("A", "Song", UNKNOWN);
        song("B", "Song", 10);
        song("C", "Song", 50);
        song("D", "Song", 90);
        song("E", "Song", UNKNOWN);
        assertThat(rows("song")).containsExactly(3, 0, 2, 4, 1);
    }

    @Test
    void the_same_recording_is_listed_once_as_its_most_popular_row() {
        song("A", "Song", 10);
        same("0", "A", "Song", 60);
        song("A", "Song", 30);
        same("0", "A feat. B", "Song", 20);
        assertThat(rows("song")).containsExactly(1, 2);
        assertThat(rows("feat song").getFirst()).isEqualTo(1);
    }

    @Test
    void scores_fall_strictly() {
        List<SongSearch.Hit> hits = shelf().find("b", 10);
        assertThat(hits).hasSizeGreaterThan(2);
        assertThat(hits)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(SongSearch.Hit::score).reversed());
        assertThat(hits).extracting(SongSearch.Hit::score).doesNotHaveDuplicates();
    }

    @Test
    void an_answer_begins_alike_whether_or_not_mistakes_had_to_be_tried() {
        for (int i = 0; i < 600; i++) {
            song(i % 3 == 0 ? "House" : "Mouse", "Number " + i, i % 50);
        }
        SongSearch search = search();
        List<Integer> withMistakes = rows(search, "house", 1000);
        assertThat(withMistakes).hasSize(600);
        assertThat(withMistakes.subList(0, 200)).allMatch(row -> row % 3 == 0);
        assertThat(rows(search, "house", 5)).isEqualTo(withMistakes.subList(0, 5));
    }

    @Test
    void nonsense_finds_nothing() {
        SongSearch search = shelf();
        for (String text : List.of("", "   ", "?!", "xqzvkw", "zzzzzzzzzzzz", "\uD83D\uDC94")) {
            assertThat(search.find(text, 10)).as(text).isEmpty();
        }
    }

    @Test
    void a_common_word_beside_unknown_ones_is_not_enough() {
        for (int i = 0; i < 100; i++) {
            song("The Band " + i, "Song", 50);
        }
        assertThat(rows("the xqzvkw wvkqjx")).isEmpty();
    }

    @Test
    void text_is_looked_at_up_to_two_hundred_characters() {
        assertThat(rows(shelf(), "halo" + " ".repeat(SongSearch.MAX_TEXT) + "nirvana", 10))
                .first()
                .isEqualTo(0);
        assertThat(search().find("halo " + "x".repeat(1_000_000), 10)).isNotEmpty();
    }

    @Test
    void an_empty_catalogue_finds_nothing() {
        assertThat(search().find("halo", 10)).isEmpty();
    }

    @Test
    void a_limit_out_of_range_is_refused_with_the_range() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shelf().find("halo", 0))
                .withMessage("limit must be in [1, 1000] but was 0");
        assertThatNullPointerException().isThrownBy(() -> shelf().find(null, 1));
    }

    @Test
    void any_text_is_answered_alike_each_time_over_any_titles() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            song(RandomText.of(random, 12), RandomText.of(random, 30), random.nextInt(101));
        }
        SongSearch search = search();
        SongSearch again = search();
        for (int i = 0; i < 5_000; i++) {
            String text = RandomText.of(random, 230);
            List<SongSearch.Hit> hits = search.find(text, 10);
            assertThat(hits).isEqualTo(again.find(text, 10)).hasSizeLessThanOrEqualTo(10);
            assertThat(hits).extracting(SongSearch.Hit::row).doesNotHaveDuplicates();
        }
    }

    @Test
    void several_threads_get_the_answers_that_one_gets() {
        SongSearch search = shelf();
        List<String> texts = List.of("halo", "b", "beyonse", "metalica nothing", "the", "guns and roses");
        List<List<SongSearch.Hit>> alone =
                texts.stream().map(text -> search.find(text, 5)).toList();
        List<List<SongSearch.Hit>> together = IntStream.range(0, 6_000)
                .parallel()
                .mapToObj(i -> search.find(texts.get(i % texts.size()), 5))
                .toList();
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % texts.size()));
        }
    }

    private void song(String artist, String title, int popularity) {
        add(artist, title, popularity, Optional.empty());
    }

    private void same(String first, String artist, String title, int popularity) {
        add(artist, title, popularity, Optional.of(first));
    }

    private void add(String artist, String title, int popularity, Optional<String> sameRecordingAs) {
        tracks.add(new Track(
                Integer.toString(tracks.size()),
                title,
                List.of(artist),
                AUDIO,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                popularity == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(popularity),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                sameRecordingAs));
    }

    private SongSearch search() {
        return SongSearch.of(new Catalog("a few songs", tracks));
    }

    private List<Integer> rows(String text) {
        return rows(search(), text, 10);
    }

    private static List<Integer> rows(SongSearch search, String text, int limit) {
        return search.find(text, limit).stream().map(SongSearch.Hit::row).toList();
    }
}
