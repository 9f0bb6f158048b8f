package segue.page.songs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.neighbors.Metric;

class SimilarityTest {
    @ParameterizedTest
    @EnumSource(names = "DOT", mode = EnumSource.Mode.EXCLUDE)
    void equal_songs_are_wholly_alike_and_alikeness_falls_with_distance(Metric metric) {
        assertThat(Similarity.of(metric, 0, 9)).isEqualTo(1);
        double before = 1;
        for (double distance = 0.1; distance < 2; distance += 0.1) {
            double now = Similarity.of(metric, distance, 9);
            assertThat(now).isBetween(0.0, before).isLessThan(before);
            before = now;
        }
    }

    @Test
    void one_standard_deviation_in_every_feature_is_the_same_by_euclid_and_manhattan() {
        assertThat(Similarity.of(Metric.EUCLIDEAN, 3, 9))
                .isCloseTo(Similarity.of(Metric.MANHATTAN, 9, 9), within(1e-12))
                .isCloseTo(0.3679, within(1e-4));
    }

    @Test
    void a_larger_dot_product_is_more_alike() {
        assertThat(Similarity.of(Metric.DOT, 0, 9)).isEqualTo(0.5);
        assertThat(Similarity.of(Metric.DOT, -9, 9)).isGreaterThan(0.7).isLessThan(1);
        assertThat(Similarity.of(Metric.DOT, 9, 9)).isLessThan(0.3).isPositive();
    }

    @Test
    void opposite_directions_are_not_alike_at_all_by_cosine() {
        assertThat(Similarity.of(Metric.COSINE, 2, 9)).isZero();
        assertThat(Similarity.of(Metric.COSINE, 2.000001, 9)).isZero();
        assertThat(Similarity.of(Metric.COSINE, 1, 9)).isEqualTo(0.5);
    }
}
