package segue.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.matrix.FloatMatrix;

class BlockIndexTest {
    private static FloatMatrix rows(FloatMatrix data, int from, int to) {
        int columns = data.columns();
        return FloatMatrix.wrap(to - from, columns, Arrays.copyOfRange(data.values(), from * columns, to * columns));
    }

    private static PartialNeighbors search(FloatMatrix data, int block, Distance distance, Search search) {
        PartialNeighbors all = null;
        for (int from = 0; from < data.rows(); from += block) {
            FloatMatrix some = rows(data, from, Math.min(from + block, data.rows()));
            PartialNeighbors found = new BlockIndex(some, from, distance).search(data, 0, search);
            all = all == null ? found : found.with(all, search.k());
        }
        return all;
    }

    private static void assertLikeOneIndex(FloatMatrix data, int block, Distance distance, Search search) {
        NeighborTable expected =
                NeighborIndex.of(data, distance, Backend.SCALAR).graph(search);
        NeighborTable found =
                search(data, block, distance, search).table(distance.metric(), search.farthest(), expected.k());
        assertThat(found.rows()).isEqualTo(expected.rows());
        assertThat(found.distances()).isEqualTo(expected.distances());
    }

    @ParameterizedTest
    @EnumSource
    void blocks_together_find_what_one_index_finds(Metric metric) {
        for (int rows : new int[] {1, 13, 207, 509}) {
            for (int block : new int[] {1 + rows / 7, rows}) {
                for (FloatMatrix data :
                        new FloatMatrix[] {Reference.random(5, rows, 13), Reference.coarse(3, rows, 3)}) {
                    for (int k : new int[] {1, 10, 300}) {
                        Search nearest = Search.nearest(k).onThreads(1);
                        assertLikeOneIndex(data, block, new Distance(metric), nearest.withoutSelf());
                        assertLikeOneIndex(data, block, new Distance(metric), nearest);
                        assertLikeOneIndex(
                                data,
                                block,
                                new Distance(metric),
                                nearest.withFarthest(true).withoutSelf());
                    }
                }
            }
        }
    }

    @Test
    void weights_count_as_in_one_index() {
        assertLikeOneIndex(
                Reference.random(5, 207, 3),
                50,
                Metric.EUCLIDEAN.weighted(1, 0.25f, 0),
                Search.nearest(5).withoutSelf());
    }

    @Test
    void distances_that_rounding_makes_equal_keep_the_order_of_their_keys() {
        // The squares of these differ, their roots as floats do not.
        float nearer = 1.0000001f;
        float farther = 1.0000002f;
        FloatMatrix data = FloatMatrix.wrap(3, 2, new float[] {1e-3f, nearer, 1.1e-3f, nearer, 0, farther});
        FloatMatrix query = FloatMatrix.wrap(1, 2, new float[] {0, 0});
        NeighborTable expected = NeighborIndex.of(data, Metric.EUCLIDEAN).search(query, Search.nearest(3));
        PartialNeighbors found = null;
        for (int row = 2; row >= 0; row--) {
            PartialNeighbors one = new BlockIndex(rows(data, row, row + 1), row, new Distance(Metric.EUCLIDEAN))
                    .search(query, 0, Search.nearest(3));
            found = found == null ? one : found.with(one, 3);
        }
        assertThat(found.table(Metric.EUCLIDEAN, false, 3).rows()).isEqualTo(expected.rows());
    }

    @Test
    void messages_name_rows_of_the_whole_table() {
        FloatMatrix tooLong = FloatMatrix.wrap(2, 1, new float[] {1, 1e30f});
        assertThatThrownBy(() -> new BlockIndex(tooLong, 500, new Distance(Metric.DOT)))
                .hasMessageStartingWith("row 501 is 1.00e+30 long");
        BlockIndex index = new BlockIndex(rows(tooLong, 0, 1), 0, new Distance(Metric.DOT));
        assertThatThrownBy(() -> index.search(tooLong, 70, Search.nearest(1))).hasMessageStartingWith("query 71 is");
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        BlockIndex index = new BlockIndex(Reference.random(1, 9, 4), 0, new Distance(Metric.COSINE));
        FloatMatrix queries = Reference.random(1, 2, 4);
        assertThatThrownBy(() -> index.search(Reference.random(1, 2, 5), 0, Search.nearest(1)))
                .hasMessage("the index holds vectors of 4 values but the queries have 5");
        assertThatThrownBy(() -> index.search(queries, 0, Search.nearest(1).among(new BitSet())))
                .hasMessage("a search block by block is among all rows");
        assertThatThrownBy(() -> index.search(queries, 0, Search.nearest(3)).table(Metric.COSINE, false, 4))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("query 0 has fewer than 4 neighbours");
    }
}
