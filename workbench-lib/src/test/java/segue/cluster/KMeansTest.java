package segue.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.lab.SongLike;
import segue.matrix.FloatMatrix;

class KMeansTest {
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults();

    private static Clusters fit(FloatMatrix rows, int k) {
        return KMeans.fit(rows, OPTIONS.withK(k));
    }

    @Test
    void planted_blobs_are_found_exactly() {
        Clusters found = fit(Blobs.planted(900, 4, 9), 9);

        assertThat(found.sizes()).containsOnly(100);
        for (int row = 9; row < 900; row++) {
            assertThat(found.label(row)).isEqualTo(found.label(row % 9));
        }
    }

    @Test
    void inertia_never_grows_by_a_pass() {
        List<Double> inertias = new ArrayList<>();

        KMeans.fit(
                SongLike.vectors(40_000, 9),
                OPTIONS.withK(12).withStarts(1),
                new PlainScan(),
                (pass, inertia) -> inertias.add(inertia));

        assertThat(inertias).hasSizeGreaterThan(3);
        for (int pass = 1; pass < inertias.size(); pass++) {
            assertThat(inertias.get(pass)).isLessThanOrEqualTo(inertias.get(pass - 1) * (1 + 1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void the_same_clusters_are_found_on_any_number_of_threads(int threads) {
        FloatMatrix rows = SongLike.vectors(20_000, 9);
        KMeansOptions options = OPTIONS.withK(7).withStarts(6);

        assertThat(KMeans.fit(rows, options.onThreads(threads))).isEqualTo(KMeans.fit(rows, options.onThreads(1)));
    }

    @Test
    void plain_java_finds_the_same_clusters_to_the_last_bit() {
        FloatMatrix rows = SongLike.vectors(3_000, 13);
        KMeansOptions options = OPTIONS.withK(6);

        assertThat(KMeans.fit(rows, options, new PlainScan(), (pass, inertia) -> {}))
                .isEqualTo(KMeans.fit(rows, options));
    }

    @Test
    void another_order_of_rows_gives_the_same_groups() {
        FloatMatrix rows = Blobs.planted(600, 3, 5);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 600).boxed().toList());
        Collections.shuffle(order, new Random(3));
        int[] shuffled = order.stream().mapToInt(Integer::intValue).toArray();

        Clusters straight = fit(rows, 5);
        Clusters mixed = fit(rows.selectRows(shuffled), 5);

        int[] back = new int[600];
        for (int at = 0; at < 600; at++) {
            back[shuffled[at]] = mixed.label(at);
        }
        assertThat(mixed.inertia()).isCloseTo(straight.inertia(), within(1e-3));
        assertThat(RandIndex.adjusted(straight.labels(), back)).isEqualTo(1);
    }

    @Test
    void the_largest_cluster_comes_first() {
        FloatMatrix rows = SongLike.vectors(5_000, 6);

        int[] sizes = fit(rows, 9).sizes();

        for (int cluster = 1; cluster < sizes.length; cluster++) {
            assertThat(sizes[cluster]).isLessThanOrEqualTo(sizes[cluster - 1]).isPositive();
        }
    }

    @Test
    void inertia_is_what_labels_and_centroids_say() {
        FloatMatrix rows = SongLike.vectors(2_000, 5);
        Clusters found = fit(rows, 4);

        double inertia = 0;
        for (int row = 0; row < rows.rows(); row++) {
            for (int column = 0; column < 5; column++) {
                inertia += Math.pow(rows.get(row, column) - found.centroids().get(found.label(row), column), 2);
            }
        }
        assertThat(found.inertia()).isCloseTo(inertia, within(inertia * 1e-5));
    }

    @Test
    void centroids_are_the_means_of_their_rows_once_at_rest() {
        FloatMatrix rows = Blobs.planted(300, 3, 3);
        Clusters found = fit(rows, 3);

        for (int cluster = 0; cluster < 3; cluster++) {
            int[] members = found.members(cluster);
            for (int column = 0; column < 3; column++) {
                int of = column;
                double mean = Arrays.stream(members)
                        .mapToDouble(row -> rows.get(row, of))
                        .average()
                        .orElseThrow();
                assertThat((double) found.centroids().get(cluster, column)).isCloseTo(mean, within(1e-4));
            }
        }
    }

    @Test
    void one_cluster_has_its_centroid_in_the_middle() {
        FloatMatrix rows =
                FloatMatrix.of(new float[] {0, 0}, new float[] {2, 0}, new float[] {0, 2}, new float[] {2, 2});

        Clusters found = fit(rows, 1);

        assertThat(found.centroids()).isEqualTo(FloatMatrix.of(new float[] {1, 1}));
        assertThat(found.inertia()).isEqualTo(8);
    }

    @Test
    void as_many_clusters_as_rows_leave_nothing_unexplained() {
        FloatMatrix rows = Blobs.noise(70, 2);

        Clusters found = fit(rows, 70);

        assertThat(found.inertia()).isZero();
        assertThat(found.sizes()).containsOnly(1);
    }

    @Test
    void duplicates_leave_no_cluster_empty() {
        float[][] rows = new float[500][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new float[] {Math.max(0, row - 490), 3};
        }

        Clusters found = fit(FloatMatrix.of(rows), 10);

        assertThat(found.sizes()).containsExactly(491, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(found.inertia()).isZero();
    }

    @Test
    void rows_that_a_sample_would_miss_are_found_where_every_one_is_needed() {
        float[][] rows = new float[30_000][];
        Arrays.setAll(rows, row -> new float[] {row < 29_998 ? 0 : row, 0});

        assertThat(fit(FloatMatrix.of(rows), 3).sizes()).containsExactly(29_998, 1, 1);
    }

    @Test
    void a_cluster_that_runs_empty_takes_the_farthest_row() {
        FloatMatrix rows = FloatMatrix.of(
                new float[] {0}, new float[] {1}, new float[] {2}, new float[] {50}, new float[] {51}, new float[] {90
                });
        float[] start = {1, 51, 1_000};

        Lloyd lloyd = new Lloyd(rows, Tiles.of(rows), start, 1, new PlainScan()).run(50, (pass, inertia) -> {});

        assertThat(lloyd.counts()).containsExactly(3, 2, 1);
        assertThat(lloyd.centroids()).containsExactly(1, 50.5f, 90);
    }

    @Test
    void a_constant_column_changes_nothing() {
        FloatMatrix rows = Blobs.planted(300, 2, 3);
        float[][] wider = new float[300][];
        Arrays.setAll(wider, row -> new float[] {rows.get(row, 0), 7, rows.get(row, 1)});

        assertThat(fit(FloatMatrix.of(wider), 3).labels())
                .isEqualTo(fit(rows, 3).labels());
    }

    @Test
    void too_few_different_rows_are_refused() {
        FloatMatrix rows = FloatMatrix.of(new float[] {0f}, new float[] {-0f}, new float[] {1}, new float[] {1});

        assertThatThrownBy(() -> fit(rows, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 clusters need as many different rows but there are only 2");
        assertThatThrownBy(() -> fit(rows, 5)).hasMessage("5 clusters need as many rows but there are 4");
        assertThat(fit(rows, 2).sizes()).containsExactly(2, 2);
    }

    @Test
    void values_whose_squares_overflow_are_refused_with_their_place() {
        FloatMatrix rows = FloatMatrix.of(new float[] {0, 1}, new float[] {1, 2e20f});

        assertThatThrownBy(() -> fit(rows, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1, column 1 is 2.0E20")
                .hasMessageContaining("put the columns on one scale");
    }

    @Test
    void rows_too_alike_for_squares_of_floats_are_refused() {
        FloatMatrix rows = FloatMatrix.of(new float[] {0}, new float[] {1e-30f}, new float[] {2e-30f});

        assertThatThrownBy(() -> fit(rows, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only 1 can be told apart");
    }

    @Test
    void an_interrupt_stops_it() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> fit(SongLike.vectors(2_000, 5), 4))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("k-means was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void an_interrupt_stops_it_on_several_threads_between_passes() {
        KMeansOptions options = OPTIONS.withK(8).withStarts(1).onThreads(3);

        assertThatThrownBy(() ->
                        KMeans.fit(SongLike.vectors(40_000, 9), options, CentroidScan.best(), (pass, inertia) -> {
                            if (pass == 2) {
                                Thread.currentThread().interrupt();
                            }
                        }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("k-means was interrupted after 2 passes over the rows");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void options_out_of_range_are_refused() {
        assertThatThrownBy(() -> OPTIONS.withK(0)).hasMessage("k must be in [1, 65,536] but was 0");
        assertThatThrownBy(() -> OPTIONS.withStarts(0)).hasMessage("starts must be in [1, 1,000] but was 0");
        assertThatThrownBy(() -> OPTIONS.onThreads(-1)).hasMessage("threads must be in [1, 1,024] but was -1");
    }
}
