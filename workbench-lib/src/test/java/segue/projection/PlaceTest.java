package segue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;

class PlaceTest {
    private static final int CLUSTERS = 6;
    private static final int ROWS = 4_200;
    private static final TsneOptions OPTIONS =
            TsneOptions.defaults().withPerplexity(10).withIterations(150).onThreads(2);

    private static FloatMatrix all;
    private static FloatMatrix held;
    private static TsneMap map;

    @BeforeAll
    static void make() {
        all = Samples.clusters(ROWS + 120, 8, CLUSTERS, 2);
        held = all.selectRows(IntStream.range(ROWS, ROWS + 120).toArray());
        map = Tsne.map(all.selectRows(IntStream.range(0, ROWS).toArray()), OPTIONS);
    }

    private static double inTheirCluster(TsneMap map, FloatMatrix places, int first) {
        NeighborTable near =
                NeighborIndex.of(map.coordinates(), Metric.EUCLIDEAN).nearest(places, 5);
        long right = IntStream.range(0, near.rows().length)
                .filter(e -> near.rows()[e] % CLUSTERS == (first + e / 5) % CLUSTERS)
                .count();
        return (double) right / near.rows().length;
    }

    @ParameterizedTest
    @CsvSource({"600, 2", "600, 3", "4200, 2"})
    void new_rows_are_placed_among_their_like_and_the_map_does_not_move(int rows, int dimensions) {
        TsneMap standing = rows == ROWS && dimensions == 2
                ? map
                : Tsne.map(all.selectRows(IntStream.range(0, rows).toArray()), OPTIONS.withDimensions(dimensions));
        float[] before = standing.coordinates().values().clone();

        FloatMatrix places = standing.place(held);

        assertThat(places.rows()).isEqualTo(120);
        assertThat(places.columns()).isEqualTo(dimensions);
        assertThat(inTheirCluster(standing, places, ROWS)).isGreaterThan(0.97);
        assertThat(standing.coordinates().values()).containsExactly(before);
    }

    @Test
    void a_place_does_not_depend_on_what_else_is_placed_or_on_threads() {
        FloatMatrix together = map.place(held, 3);
        for (int row : new int[] {0, 17, 119}) {
            assertThat(map.place(held.selectRows(row), 1).row(0)).containsExactly(together.row(row));
        }
    }

    @Test
    void held_out_rows_keep_about_as_many_of_their_neighbours_as_rows_of_the_map() {
        FloatMatrix rest = map.data();
        FloatMatrix places = map.place(held);
        double ofPlaced = kept(
                NeighborIndex.of(rest, Metric.EUCLIDEAN).nearest(held, 10).rows(),
                NeighborIndex.of(map.coordinates(), Metric.EUCLIDEAN)
                        .nearest(places, 10)
                        .rows());

        double ofMapped =
                MapQuality.of(rest, map.coordinates(), Metric.EUCLIDEAN).preservation();
        assertThat(ofMapped).isGreaterThan(0.3);
        assertThat(ofPlaced).isGreaterThan(0.7 * ofMapped);
    }

    /** The share of each ten that are among the other ten. */
    private static double kept(int[] wanted, int[] found) {
        long kept = IntStream.range(0, wanted.length)
                .filter(e -> {
                    int from = e - e % 10;
                    return IntStream.range(from, from + 10).anyMatch(other -> found[other] == wanted[e]);
                })
                .count();
        return (double) kept / wanted.length;
    }

    @Test
    void a_row_that_is_on_the_map_is_placed_next_to_itself() {
        int[] some = IntStream.range(0, 200).map(i -> 21 * i).toArray();
        FloatMatrix places = map.place(map.data().selectRows(some));
        NeighborTable near =
                NeighborIndex.of(map.coordinates(), Metric.EUCLIDEAN).nearest(places, 20);
        long besideItself = IntStream.range(0, some.length)
                .filter(i -> Arrays.stream(near.of(i).rows()).anyMatch(row -> row == some[i]))
                .count();
        assertThat(besideItself).isGreaterThan(180);
    }

    @Test
    void duplicates_are_placed_at_one_place() {
        FloatMatrix places = map.place(held.selectRows(3, 3, 3));
        assertThat(places.row(1)).containsExactly(places.row(0));
        assertThat(places.row(2)).containsExactly(places.row(0));
    }

    @Test
    void nothing_new_has_no_place() {
        assertThat(map.place(held.selectRows()).rows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {1e3f, 1e6f, 1e15f})
    void a_row_from_far_away_has_a_place_on_the_map_or_at_its_edge(float value) {
        float[] far = new float[8];
        Arrays.fill(far, value);
        FloatMatrix place = map.place(FloatMatrix.of(far));
        for (int d = 0; d < 2; d++) {
            float[] axis = map.coordinates().column(d);
            Arrays.sort(axis);
            assertThat(place.get(0, d)).isBetween(axis[0] - 11, axis[axis.length - 1] + 11);
        }
    }

    @Test
    void a_row_beyond_any_distance_is_refused_with_what_to_do() {
        float[] beyond = new float[8];
        Arrays.fill(beyond, 1e30f);
        assertThatThrownBy(() -> map.place(FloatMatrix.of(held.row(0), beyond)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("row 1 is infinitely far from the map");
    }

    @Test
    void rows_of_other_columns_are_refused() {
        assertThatThrownBy(() -> map.place(Samples.clusters(3, 5, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the map is of rows of 8 values, but these have 5");
    }
}
