package segue.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import segue.cluster.KChoice.Candidate;
import segue.matrix.FloatMatrix;

class ChooseKTest {
    private static final ChooseKOptions OPTIONS =
            ChooseKOptions.defaults().between(2, 7).withSample(600);

    @Test
    void four_planted_clusters_are_found_and_called_clear() {
        KChoice choice = ChooseK.among(Blobs.planted(1_600, 4, 4), OPTIONS);

        assertThat(choice.k()).isEqualTo(4);
        assertThat(choice.clear()).isTrue();
        assertThat(choice.why()).startsWith("k = 4");
        assertThat(choice.curve().get(2).stability()).isEqualTo(1);
        assertThat(choice.curve().get(2).silhouette()).isGreaterThan(0.5);
        assertThat(choice.curve()).extracting(Candidate::k).containsExactly(2, 3, 4, 5, 6, 7);
    }

    @Test
    void even_noise_on_a_plane_has_no_clear_k() {
        KChoice choice = ChooseK.among(Blobs.noise(1_600, 2), OPTIONS);

        assertThat(choice.clear()).isFalse();
        assertThat(choice.why()).startsWith("no clear k").contains("noise").contains("matter of taste");
    }

    @Test
    void even_noise_of_many_columns_has_no_clear_k() {
        KChoice choice = ChooseK.among(Blobs.noise(1_600, 8), OPTIONS);

        assertThat(choice.clear()).isFalse();
        assertThat(choice.curve().getFirst().stability()).isLessThan(0.8);
    }

    @Test
    void the_answer_is_the_same_on_any_number_of_threads() {
        FloatMatrix rows = Blobs.planted(900, 3, 3);

        assertThat(ChooseK.among(rows, OPTIONS.onThreads(3))).isEqualTo(ChooseK.among(rows, OPTIONS.onThreads(1)));
    }

    @Test
    void the_silhouette_of_four_points_is_as_counted_by_hand() {
        FloatMatrix rows = FloatMatrix.of(new float[] {0}, new float[] {1}, new float[] {10}, new float[] {12});
        Clusters pairs =
                new Clusters(new int[] {0, 0, 1, 1}, FloatMatrix.of(new float[] {0.5f}, new float[] {11}), 0, 1);

        double expected = (10.0 / 11 + 9.0 / 10 + 7.5 / 9.5 + 9.5 / 11.5) / 4;
        assertThat(new Silhouette(rows).of(pairs).mean()).isCloseTo(expected, within(1e-6));
    }

    @Test
    void a_row_alone_in_its_cluster_has_no_silhouette() {
        FloatMatrix rows = FloatMatrix.of(new float[] {0}, new float[] {9});
        Clusters alone = new Clusters(new int[] {0, 1}, rows, 0, 1);

        assertThat(new Silhouette(rows).of(alone).mean()).isZero();
    }

    @Test
    void references_fill_the_box_that_the_rows_fill() {
        FloatMatrix rows =
                FloatMatrix.of(new float[] {0, 0}, new float[] {4, 4}, new float[] {1, 1}, new float[] {3, 3});

        for (FloatMatrix noise : Reference.of(rows, 3, new Random(1))) {
            for (int row = 0; row < noise.rows(); row++) {
                assertThat(noise.get(row, 0)).isBetween(-2.84f, 2.84f);
                assertThat(noise.get(row, 1)).isCloseTo(0, within(1e-4f));
            }
        }
    }

    @Test
    void gaps_that_keep_growing_choose_no_k() {
        KChoice choice = KChoice.from(List.of(
                new Candidate(2, 0.30, 0.01, 0.3, 0.01, 0.9, 0.02),
                new Candidate(3, 0.40, 0.01, 0.5, 0.01, 0.9, 0.02),
                new Candidate(4, 0.35, 0.01, 0.7, 0.01, 0.9, 0.02)));

        assertThat(choice.clear()).isFalse();
        assertThat(choice.k()).isEqualTo(3);
        assertThat(choice.why()).contains("every further cluster still helps, up to 4");
    }

    @Test
    void clusters_that_another_sample_does_not_have_are_not_clear() {
        KChoice choice = KChoice.from(List.of(
                new Candidate(2, 0.30, 0.01, 0.3, 0.01, 0.5, 0.02),
                new Candidate(3, 0.40, 0.01, 0.2, 0.01, 0.9, 0.02)));

        assertThat(choice.clear()).isFalse();
        assertThat(choice.k()).isEqualTo(2);
        assertThat(choice.why()).contains("two samples agree on 2 clusters by only 0.50");
    }

    @Test
    void too_few_rows_are_refused() {
        assertThatThrownBy(() -> ChooseK.among(Blobs.noise(27, 2), OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("to judge up to 7 clusters needs at least 28 rows but there are 27");
    }

    @Test
    void options_out_of_range_are_refused() {
        assertThatThrownBy(() -> OPTIONS.between(1, 5)).hasMessage("low must be in [2, 5] but was 1");
        assertThatThrownBy(() -> OPTIONS.between(2, 500)).hasMessage("high must be in [2, 200] but was 500");
    }

    @Test
    void an_interrupt_stops_it() {
        FloatMatrix rows = Blobs.noise(400, 2);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ChooseK.among(rows, OPTIONS)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
