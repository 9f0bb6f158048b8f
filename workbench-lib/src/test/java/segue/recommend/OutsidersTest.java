package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.RecordingFile;
import segue.neighbors.Metric;

class OutsidersTest {
    @TempDir
    Path folder;

    private Catalog catalog;
    private Recommender recommender;

    @BeforeEach
    void load() throws IOException {
        catalog = Catalog.load(RecordingFile.invented(4, 6)
                .with(7, "same_recording_as", "family1/take0.flac")
                .write(folder));
        recommender = Recommender.of(catalog);
    }

    @Test
    void a_song_of_the_catalogue_finds_itself_and_then_what_is_recommended_for_it() {
        List<Recommendation> near = Outsiders.of(recommender).near(catalog.track(14), 6, Metric.EUCLIDEAN);
        List<Recommendation> recommended =
                recommender.recommend(Request.of(14)).stream().toList();

        assertThat(near.getFirst().row()).isEqualTo(14);
        assertThat(near.getFirst().distance()).isLessThan(1e-3f);
        assertThat(near.subList(1, 6))
                .extracting(Recommendation::row)
                .isEqualTo(recommended.stream().map(Recommendation::row).toList());
        assertThat(near.get(1).reasons().stream()
                        .mapToDouble(Recommendation.Reason::share)
                        .sum())
                .isCloseTo(1, Offset.offset(1e-6));
    }

    @Test
    void no_recording_comes_twice() {
        List<Recommendation> near = Outsiders.of(recommender).near(catalog.track(6), 24, Metric.COSINE);

        assertThat(near).hasSize(23).extracting(Recommendation::row).doesNotHaveDuplicates();
    }

    @Test
    void a_song_with_other_features_is_refused() {
        assertThatThrownBy(() -> Outsiders.of(recommender).near(Catalog.sample().track(0), 5, Metric.EUCLIDEAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be compared");
    }
}
