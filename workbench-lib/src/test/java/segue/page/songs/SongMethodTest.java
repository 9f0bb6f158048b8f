package segue.page.songs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.catalog.Catalog;
import segue.neighbors.Backend;
import segue.recommend.NewArtists;
import segue.recommend.Recommender;
import segue.recommend.Request;
import segue.recommend.Rules;

class SongMethodTest {
    private static String nameOf(Request request) {
        return SongMethod.of(request, Recommender.of(Catalog.sample()).space(), SongMethod.Weights.NONE)
                .name();
    }

    @Test
    void what_changes_the_songs_is_in_the_name_and_what_does_not_is_not() {
        Request request = Request.of(3)
                .withVariety(0.31)
                .withNovelty(0.2)
                .withRules(Rules.defaults().withNewArtists(NewArtists.defaults()));

        assertThat(nameOf(request)).isEqualTo("sound/euclidean/vary-0.3/novel-0.2/new-artists");
        assertThat(nameOf(Request.of(3).withN(40).withPage(2).withBackend(Backend.SCALAR)))
                .isEqualTo("sound/euclidean");
        assertThat(nameOf(Request.of(3, 4))).isEqualTo("sound/euclidean/several");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sound/euclidean",
                "sound/sqeuclidean/mine/vary-1/novel-0.9/new-artists/several",
                "weighted/cosine/farthest",
                "labels/manhattan",
                "sound/cosine/all"
            })
    void a_name_is_read_as_it_was_written_and_fits_the_database(String name) {
        assertThat(SongMethod.parse(name).name()).isEqualTo(name).hasSizeLessThanOrEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sound",
                "sound/",
                "sound/euclidean/",
                "Sound/euclidean",
                "sound/Euclidean",
                "sound/euclidean/vary-0",
                "sound/euclidean/vary-0.35",
                "sound/euclidean/vary-0.3/mine",
                "sound/euclidean/mine/mine",
                "sound/euclidean/mine/all",
                "sound/euclidean/farthest/vary-0.3",
                "sound/euclidean/<b>"
            })
    void anything_else_is_no_name(String name) {
        assertThatThrownBy(() -> SongMethod.parse(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void people_read_it_as_words() {
        assertThat(SongMethod.parse("sound/cosine/mine/vary-0.3").label())
                .isEqualTo("Cosine distance, by your taste, 30 % varied");
    }
}
