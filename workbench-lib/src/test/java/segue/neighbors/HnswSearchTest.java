package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.hnsw.HnswIndex;
import segue.neighbors.hnsw.HnswOptions;

/** What an approximate back end must do too: k rows, true distances, ties by row, and most of the nearest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HnswSearchTest {
    /** With 40 candidates, 2,000 rows are enough for the graph to be searched. */
    private static final HnswOptions QUICK = new HnswOptions(12, 80, 40, 7, 1);

    private final FloatMatrix songs = Reference.clustered(1, 6_500, 13);
    private final HnswIndex index = HnswIndex.build(songs, Metric.EUCLIDEAN, HnswOptions.defaults());

    static List<Metric> metrics() {
        return List.of(Metric.EUCLIDEAN, Metric.SQUARED_EUCLIDEAN, Metric.COSINE, Metric.DOT);
    }

    @Test
    void finds_99_percent_at_defaults_of_13_and_of_64_columns() {
        assertThat(index.recall(10).value()).isBetween(.99, 1.0);
        HnswIndex wide = HnswIndex.build(Reference.clustered(2, 6_500, 64), Metric.COSINE, HnswOptions.defaults());
        assertThat(wide.recall(10).value()).isBetween(.99, 1.0);
        assertThat(wide.recall(10).queries()).isEqualTo(1_000);
    }

    @Test
    void more_candidates_find_more_and_too_few_show_in_the_recall() {
        HnswIndex rough =
                HnswIndex.build(Reference.clustered(6, 3_000, 13), Metric.EUCLIDEAN, new HnswOptions(2, 4, 1, 1, 1));
        assertThat(rough.recall(10).value()).isLessThan(.9);
        assertThat(rough.withEf(100).recall(10).value())
                .isGreaterThan(rough.recall(10).value());
    }

    @Test
    void an_exact_index_knows_its_recall_without_work() {
        NeighborIndex exact = NeighborIndex.of(songs, Metric.EUCLIDEAN, Backend.SCALAR);
        assertThat(exact.recall(10)).isEqualTo(new Recall(1, 0, 10));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void distances_are_those_of_the_oracle_to_the_last_bit_and_sorted(Metric metric) {
        FloatMatrix data = Reference.clustered(3, 2_500, 9);
        FloatMatrix queries = data.selectRows(IntStream.range(0, 40).toArray());
        NeighborTable found = HnswIndex.build(data, metric, QUICK).nearest(queries, 10);
        NeighborTable exact = NeighborIndex.of(data, metric, Backend.SCALAR).nearest(queries, 2_500);
        int right = 0;
        for (int q = 0; q < 40; q++) {
            Neighbors all = exact.of(q);
            float[] byRow = new float[2_500];
            IntStream.range(0, 2_500).forEach(i -> byRow[all.rows()[i]] = all.distances()[i]);
            Neighbors ten = found.of(q);
            for (int i = 0; i < 10; i++) {
                assertThat(ten.distances()[i]).isEqualTo(byRow[ten.rows()[i]]);
                right += ten.distances()[i] <= all.distances()[9] ? 1 : 0;
            }
            assertThat(ten.distances()).isSorted();
            assertThat(IntStream.of(ten.rows()).distinct().count()).isEqualTo(10);
        }
        assertThat(right).isGreaterThan(metric == Metric.DOT ? 320 : 390);
    }

    @Test
    void columns_count_by_their_weights() {
        Distance weighted = Metric.EUCLIDEAN.weighted(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 9);
        HnswIndex byWeight = HnswIndex.build(songs, weighted, QUICK, ProgressListener.NONE);
        assertThat(byWeight.recall(5).value()).isGreaterThan(.95);
        assertThat(byWeight.searchRow(5, Search.nearest(5)).distances())
                .containsExactly(NeighborIndex.of(songs, weighted, Backend.SCALAR)
                        .searchRow(5, Search.nearest(5))
                        .distances());
    }

    @ParameterizedTest
    @EnumSource(names = {"MANHATTAN", "CHEBYSHEV"})
    void a_metric_that_the_graph_has_not_is_refused(Metric metric) {
        assertThatThrownBy(() -> NeighborIndex.of(songs, metric, Backend.HNSW))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("HNSW cannot search by " + metric.label()
                        + ", only by euclidean, sqeuclidean, cosine and dot: use tree or simd.");
    }

    @Test
    void the_farthest_are_refused() {
        assertThatThrownBy(() -> index.farthest(songs.row(0), 3))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("HNSW finds the nearest rows, not the farthest: use tree or simd.");
    }

    @Test
    void auto_is_exact_and_never_chooses_it() {
        assertThat(NeighborIndex.of(songs, Metric.EUCLIDEAN).choice(100_000).backend())
                .isNotEqualTo(Backend.HNSW);
        assertThat(index.backend()).isEqualTo(Backend.HNSW);
    }

    @Test
    void rows_of_equal_values_are_all_found_and_go_by_row() {
        float[] values = songs.values().clone();
        int[] copies =
                new Random(5).ints(0, 6_500).distinct().limit(3_000).sorted().toArray();
        for (int row : copies) {
            System.arraycopy(songs.values(), 0, values, row * 13, 13);
        }
        FloatMatrix data = FloatMatrix.wrap(6_500, 13, values);
        HnswIndex duplicates = HnswIndex.build(data, Metric.EUCLIDEAN, QUICK);
        int[] expected = NeighborIndex.of(data, Metric.EUCLIDEAN, Backend.SCALAR)
                .nearest(data.row(0), 50)
                .rows();
        assertThat(duplicates.nearest(data.row(0), 50).rows()).containsExactly(expected);
        assertThat(IntStream.of(duplicates
                                .searchRow(copies[0], Search.nearest(3_000))
                                .rows())
                        .boxed())
                .isSubsetOf(with(copies, 0));
        assertThat(duplicates.recall(10).value()).isGreaterThan(.95);
    }

    private static Integer[] with(int[] rows, int one) {
        return IntStream.concat(IntStream.of(rows), IntStream.of(one)).boxed().toArray(Integer[]::new);
    }

    @Test
    void a_matrix_of_one_row_repeated_is_answered_by_row() {
        FloatMatrix same = FloatMatrix.wrap(3_000, 2, new float[6_000]);
        HnswIndex one = HnswIndex.build(same, Metric.EUCLIDEAN, QUICK);
        assertThat(one.nearest(new float[] {1, 1}, 3).rows()).containsExactly(0, 1, 2);
        assertThat(one.searchRow(1, Search.nearest(3).withoutSelf()).rows()).containsExactly(0, 2, 3);
    }

    @Test
    void leaves_out_the_row_itself() {
        NeighborTable graph = index.graph(Search.nearest(5).withoutSelf().onThreads(2));
        for (int row = 0; row < 6_500; row++) {
            assertThat(graph.of(row).rows()).hasSize(5).doesNotContain(row);
        }
    }

    @Test
    void finds_k_rows_under_any_filter_and_the_true_ones_under_a_narrow_one() {
        NeighborIndex oracle = NeighborIndex.of(songs, Metric.EUCLIDEAN, Backend.SIMD);
        for (int oneIn : new int[] {2, 10, 100, 2_000}) {
            Random random = new Random(oneIn);
            Search search = Search.nearest(3).among(6_500, row -> random.nextInt(oneIn) == 0);
            FloatMatrix queries = songs.selectRows(0, 100, 200, 300, 400, 500);
            NeighborTable found = index.withEf(50).search(queries, search);
            NeighborTable exact = oracle.search(queries, search);
            assertThat(found.k()).isEqualTo(exact.k());
            assertThat(IntStream.of(found.rows()).allMatch(search.among()::get)).isTrue();
            assertThat(Recall.of(found, exact).value()).isGreaterThan(oneIn < 100 ? .9 : .9999);
        }
        assertThat(index.search(songs.row(0), Search.nearest(3).among(new BitSet()))
                        .size())
                .isZero();
    }

    @Test
    void finds_k_rows_where_all_that_are_admitted_are_far_away() {
        float[] query = songs.row(0);
        int[] byDistance = NeighborIndex.of(songs, Metric.EUCLIDEAN, Backend.SIMD)
                .nearest(query, 6_500)
                .rows();
        BitSet farHalf = new BitSet();
        IntStream.range(3_000, 6_500).forEach(i -> farHalf.set(byDistance[i]));
        Neighbors found = index.withEf(20).search(query, Search.nearest(5).among(farHalf));
        assertThat(found.rows())
                .containsExactly(
                        byDistance[3_000], byDistance[3_001], byDistance[3_002], byDistance[3_003], byDistance[3_004]);
    }

    @Test
    void k_near_the_number_of_rows_and_beyond_gives_them_all() {
        for (int k : new int[] {6_499, 6_500, 90_000}) {
            int[] found = index.nearest(songs.row(3), k).rows();
            assertThat(IntStream.of(found).distinct().count()).isEqualTo(Math.min(k, 6_500));
        }
        assertThat(index.nearest(songs.row(3), 0).size()).isZero();
        assertThat(index.graph(0).rows()).isEmpty();
    }

    @Test
    void empty_data_gives_nothing_and_few_rows_the_oracles_answer() {
        NeighborIndex none = NeighborIndex.of(FloatMatrix.wrap(0, 3, new float[0]), Metric.EUCLIDEAN, Backend.HNSW);
        assertThat(none.nearest(new float[3], 5).size()).isZero();
        assertThat(none.graph(5).rows()).isEmpty();
        assertThat(none.recall(5)).isEqualTo(new Recall(1, 0, 0));
        NeighborIndex one = NeighborIndex.of(FloatMatrix.of(new float[] {1, 2}), Metric.COSINE, Backend.HNSW);
        assertThat(one.nearest(new float[] {3, 3}, 5).rows()).containsExactly(0);
        assertThat(one.graph(5).k()).isZero();
        FloatMatrix few = Reference.coarse(1, 300, 3);
        assertThat(NeighborIndex.of(few, Metric.DOT, Backend.HNSW).graph(7).rows())
                .containsExactly(NeighborIndex.of(few, Metric.DOT, Backend.SCALAR)
                        .graph(7)
                        .rows());
        NeighborIndex noColumns =
                NeighborIndex.of(FloatMatrix.wrap(4, 0, new float[0]), Metric.EUCLIDEAN, Backend.HNSW);
        assertThat(noColumns.nearest(new float[0], 2).rows()).containsExactly(0, 1);
    }

    @Test
    void values_near_the_ends_of_float_find_as_many() {
        for (int exponent : new int[] {-120, 120}) {
            float[] values = songs.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.scalb(values[i], exponent);
            }
            FloatMatrix scaled = FloatMatrix.wrap(6_500, 13, values);
            HnswIndex small = HnswIndex.build(scaled, Metric.COSINE, QUICK);
            assertThat(small.recall(5).value()).isGreaterThan(.95);
        }
        FloatMatrix far = FloatMatrix.of(new float[] {3e30f}, new float[] {-3e30f}, new float[] {1});
        assertThat(NeighborIndex.of(far, Metric.EUCLIDEAN, Backend.HNSW)
                        .nearest(new float[] {0}, 3)
                        .rows())
                .containsExactly(2, 0, 1);
    }

    @Test
    void what_does_not_fit_is_refused_with_the_reason() {
        assertThatThrownBy(() -> index.nearest(new float[2], 1))
                .hasMessage("the index holds vectors of 13 values but the query has 2");
        assertThatThrownBy(() -> index.searchRow(6_500, Search.nearest(1)))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> HnswOptions.defaults().withM(1)).hasMessage("m must be in [2, 128] but was 1");
        assertThatThrownBy(() -> HnswOptions.defaults().withEf(0)).hasMessage("ef must be in [1, 1000000] but was 0");
        assertThatThrownBy(() -> HnswOptions.defaults().withEfConstruction(15))
                .hasMessage("efConstruction must be in [16, 10000] but was 15");
    }

    @Test
    void the_same_seed_gives_the_same_answers_and_another_one_another_graph() {
        FloatMatrix data = Reference.random(8, 3_000, 20);
        HnswOptions rough = new HnswOptions(3, 5, 5, 1, 1);
        int[] once = HnswIndex.build(data, Metric.EUCLIDEAN, rough).graph(5).rows();
        assertThat(HnswIndex.build(data, Metric.EUCLIDEAN, rough).graph(5).rows())
                .containsExactly(once);
        assertThat(HnswIndex.build(data, Metric.EUCLIDEAN, rough.withSeed(2))
                        .graph(5)
                        .rows())
                .isNotEqualTo(once);
    }

    @Test
    void built_on_several_threads_it_finds_as_many() {
        HnswIndex shared = HnswIndex.build(songs, Metric.EUCLIDEAN, QUICK.withThreads(3));
        assertThat(shared.recall(10).value()).isGreaterThan(.95);
    }

    @Test
    void a_batch_answers_like_its_queries_one_by_one_on_any_number_of_threads() {
        FloatMatrix queries = Reference.random(5, 100, 13);
        for (int threads : new int[] {1, 2, 7}) {
            NeighborTable batch = index.search(queries, Search.nearest(4).onThreads(threads));
            for (int q = 0; q < 100; q++) {
                assertThat(batch.of(q).rows())
                        .containsExactly(index.nearest(queries.row(q), 4).rows());
            }
        }
    }

    @Test
    void building_tells_how_far_it_is_and_stops_when_interrupted() {
        int[] last = {0};
        HnswIndex.build(songs, new Distance(Metric.COSINE), QUICK, (done, total) -> {
            assertThat(done).isGreaterThan(last[0]);
            assertThat(total).isEqualTo(6_500);
            last[0] = done;
        });
        assertThat(last[0]).isEqualTo(6_500);
        Thread me = Thread.currentThread();
        try {
            assertThatThrownBy(() ->
                            HnswIndex.build(songs, new Distance(Metric.COSINE), QUICK, (done, total) -> me.interrupt()))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("building the graph was interrupted after 256 of 6,500 points");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
