package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.catalog.Catalog;
import segue.catalog.RecordingFile;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;

class RecordingRecommendationsTest {
    @TempDir
    Path folder;

    private Catalog catalog(RecordingFile file) throws IOException {
        return Catalog.load(file.write(folder));
    }

    @ParameterizedTest
    @EnumSource
    void recordings_of_the_same_family_come_first(Metric metric) throws IOException {
        Recommender recommender = Recommender.of(catalog(RecordingFile.invented(6, 5)));

        assertThat(recommender.recommend(Request.of(7).withN(4).withMetric(metric)))
                .extracting(found -> found.track().id())
                .containsExactlyInAnyOrder(
                        "family1/take0.flac", "family1/take1.flac", "family1/take3.flac", "family1/take4.flac");
    }

    @ParameterizedTest
    @EnumSource
    void the_shares_of_the_groups_add_up_to_1(Metric metric) throws IOException {
        Recommender recommender = Recommender.of(catalog(RecordingFile.invented(4, 5)));

        for (Recommendation found : recommender.recommend(Request.of(0).withMetric(metric))) {
            assertThat(found.reasons())
                    .extracting(Recommendation.Reason::feature)
                    .containsExactlyInAnyOrder("timbre", "rhythm", "harmony", "loudness and dynamics");
            assertThat(found.reasons().stream()
                            .mapToDouble(Recommendation.Reason::share)
                            .sum())
                    .isEqualTo(1, within(1e-6));
        }
    }

    @Test
    void a_folder_of_recordings_can_be_asked_for() throws IOException {
        Recommender recommender = Recommender.of(catalog(RecordingFile.invented(6, 5)));

        for (String folder : List.of("family2", "family2/", "./family2//")) {
            Recommendations found = recommender.recommend(
                    Request.of(7).withN(50).withRules(Rules.defaults().within(folder)));
            assertThat(found).hasSize(5).allMatch(one -> one.track().id().startsWith("family2/"));
            assertThat(found.leftOut().getFirst().toString()).startsWith("25 of another folder: ");
        }
        assertThat(recommender
                        .recommend(Request.of(7).withRules(Rules.defaults().within("family")))
                        .notes())
                .containsExactly("the folder family leaves nothing of 30 songs");
    }

    @Test
    void songs_of_a_table_have_no_folders() {
        Request request = Request.of(7).withRules(Rules.defaults().within("jazz"));
        assertThatThrownBy(() -> Recommender.of(Songs.catalog()).recommend(request))
                .hasMessage("recordings in the folder jazz are asked for, but 300 songs, test have no paths");
        assertThatThrownBy(() -> Rules.defaults().within(" ")).hasMessageContaining("must have a name but was blank");
    }

    @Test
    void a_groups_share_is_its_part_of_the_squared_distance() throws IOException {
        Catalog catalog = catalog(RecordingFile.invented(4, 5));
        FloatMatrix points = catalog.points();
        Recommendation found = Recommender.of(catalog).recommend(Request.of(3)).getFirst();

        catalog.space().parts().forEach(part -> {
            double squares = part.columns().stream()
                    .mapToDouble(c -> Math.pow(points.get(3, c) - points.get(found.row(), c), 2))
                    .sum();
            Recommendation.Reason reason = found.reasons().stream()
                    .filter(one -> one.feature().equals(part.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(reason.share() * found.distance() * found.distance()).isEqualTo(squares, within(1e-3));
        });
    }

    @Test
    void two_recordings_at_random_differ_by_about_1_in_every_group() throws IOException {
        Catalog catalog = catalog(RecordingFile.invented(20, 5));
        List<Recommendation> all =
                Recommender.of(catalog).recommend(Request.of(0).withN(99));

        for (String group : List.of("timbre", "harmony", "rhythm", "loudness and dynamics")) {
            double squares = all.stream()
                    .flatMap(found -> found.reasons().stream())
                    .filter(reason -> reason.feature().equals(group))
                    .mapToDouble(reason -> reason.difference() * reason.difference())
                    .average()
                    .orElseThrow();
            assertThat(Math.sqrt(squares)).as(group).isBetween(0.6, 1.5);
        }
    }

    @Test
    void a_copy_in_another_format_is_not_recommended() throws IOException {
        Catalog catalog = catalog(RecordingFile.invented(2, 4).with(1, "same_recording_as", "family0/take0.flac"));

        assertThat(Recommender.of(catalog).recommend(Request.of(0).withN(10)))
                .hasSize(6)
                .extracting(found -> found.track().id())
                .doesNotContain("family0/take1.flac");
    }

    @Test
    void a_catalogue_of_one_recording_has_nothing_to_recommend() throws IOException {
        Recommender recommender = Recommender.of(catalog(RecordingFile.invented(1, 1)));

        assertThat(recommender.recommend(Request.of(0))).isEmpty();
    }

    @Test
    void the_reasons_name_groups_in_one_line() throws IOException {
        Recommendation found = Recommender.of(catalog(RecordingFile.invented(6, 5)))
                .recommend(Request.of(7))
                .getFirst();

        assertThat(found.why(false)).contains("close in");
        assertThat(found.reasons().getFirst().differenceText()).endsWith(" of the usual");
    }
}
