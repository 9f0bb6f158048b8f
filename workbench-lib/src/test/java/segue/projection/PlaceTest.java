package segue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void nothing_new_has_no_place() {
        assertThat(map.place(held.selectRows()).rows()).isZero();
    }

    @Test
    void a_row_from_far_away_has_a_place_too() {
        float[] far = new float[8];
        Arrays.fill(far, 1e6f);
        assertThat(map.place(FloatMatrix.of(far)).rows()).isEqualTo(1);
    }

    @Test
    void rows_of_other_columns_are_refused() {
        assertThatThrownBy(() -> map.place(Samples.clusters(3, 5, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the map is of rows of 8 values, but these have 5");
    }
}
