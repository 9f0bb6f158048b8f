package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Songs of one catalogue among those of another. */
class CatalogScaleTest {
    @TempDir
    Path folder;

    @Test
    void a_catalogue_has_the_same_points_on_its_own_scale() throws IOException {
        Catalog sample = Catalog.sample();
        Catalog recordings = Catalog.load(RecordingFile.invented(3, 4).write(folder));

        assertThat(sample.pointsOf(sample)).isEqualTo(sample.points());
        assertThat(recordings.pointsOf(recordings)).isEqualTo(recordings.points());
    }

    @Test
    void some_of_its_songs_have_the_points_that_they_have_among_all() {
        Catalog sample = Catalog.sample();
        Catalog few = new Catalog("few", sample.tracks().subList(10, 13));

        assertThat(sample.pointsOf(few)).isEqualTo(sample.points().selectRows(10, 11, 12));
        assertThat(few.points()).isNotEqualTo(sample.pointsOf(few));
    }

    @Test
    void some_of_its_songs_are_a_catalogue_in_the_order_asked_for() {
        Catalog sample = Catalog.sample();
        Catalog some = sample.selectRows(12, 3);

        assertThat(some.tracks()).containsExactly(sample.track(12), sample.track(3));
        assertThat(some).hasToString("2 songs, some of 5,000, sample data (invented songs)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sample.selectRows(3, 3))
                .withMessageContaining("stands in rows 0 and 1");
    }

    @Test
    void songs_with_other_features_cannot_be_compared() throws IOException {
        Catalog recordings = Catalog.load(RecordingFile.invented(2, 2).write(folder));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.sample().pointsOf(recordings))
                .withMessageContaining("features.csv")
                .withMessageContaining("they cannot be compared");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalog("nothing", List.of()).pointsOf(Catalog.sample()))
                .withMessageContaining("at least one row");
    }
}
