package segue.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.bench.TypedQueries.Manner;
import segue.bench.TypedQueries.Query;
import segue.catalog.Catalog;
import segue.recommend.SongSearch;

/** How often the song that is meant stands among the first ten, over real songs. */
class SongSearchRecallTest {
    private static final int QUERIES = 2_000;

    private static Catalog catalog;
    private static SongSearch search;

    @BeforeAll
    static void build() {
        assumeTrue(System.getenv("SEGUE_DATA") != null, "SEGUE_DATA is not set: there is no real catalogue to search");
        catalog = Catalog.open();
        search = SongSearch.of(catalog);
    }

    @ParameterizedTest
    @CsvSource({"EXACT, 0.99", "COMPLETED, 0.98", "ONE_TYPO, 0.97", "SWAPPED, 0.99"})
    void the_song_that_is_meant_is_among_the_first_ten(Manner manner, double least) {
        List<Query> queries = new TypedQueries(catalog, 42).draw(QUERIES, manner);
        long found = queries.stream().filter(SongSearchRecallTest::isFound).count();
        double recall = (double) found / QUERIES;
        System.out.printf(Locale.ROOT, "recall@10 %s %.4f%n", manner, recall);
        assertThat(recall).isGreaterThanOrEqualTo(least);
    }

    private static boolean isFound(Query query) {
        return search.find(query.text(), 10).stream().anyMatch(hit -> hit.row() == query.row());
    }

    @ParameterizedTest
    @CsvSource({
        "beyonse halo, Beyoncé, Halo",
        "nirvanna smels, Nirvana, Smells Like Teen Spirit",
        "metalica nothing else, Metallica, Nothing Else Matters",
        "bohemian rapsody queen live, Queen, Bohemian Rhapsody",
        "acdc thunderstruck, AC/DC, Thunderstruck",
        "ac/dc thunders, AC/DC, Thunderstruck",
        "pink just like a pill, P!nk, Just Like a Pill",
        "kesha tik tok, Kesha, TiK ToK",
        "motorhead ace of sp, Motörhead, Ace of Spades",
        "hoppipolla sigur ros, Sigur Rós, Hoppípolla",
        "simon and garfunkel sound of silence, Simon & Garfunkel, The Sound of Silence",
        "guns and roses sweet child, Guns N' Roses, Sweet Child O' Mine",
        "dont stop beleiving journey, Journey, Don't Stop Believin'",
    })
    void what_people_type_finds_what_they_mean(String text, String artist, String title) {
        SongSearch.Hit first = search.find(text, 10).getFirst();
        assertThat(catalog.track(first.row()).artistLine()).containsIgnoringCase(artist);
        assertThat(catalog.track(first.row()).name()).startsWithIgnoringCase(title);
    }

    @Test
    void letters_that_no_song_has_in_a_row_find_nothing() {
        assertThat(search.find("xqzvkw", 10)).isEmpty();
        assertThat(search.find("wqxkzjv hgqfxzz", 10)).isEmpty();
    }
}
