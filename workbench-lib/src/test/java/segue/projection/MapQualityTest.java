package segue.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;

class MapQualityTest {
    @Test
    void the_data_themselves_keep_every_neighbour() {
        FloatMatrix data = Samples.clusters(300, 3, 4, 1);
        assertThat(MapQuality.of(data, data, Metric.EUCLIDEAN)).isEqualTo(new MapQuality(1, 10, 300));
    }

    @Test
    void a_map_by_chance_keeps_as_many_as_chance_does() {
        MapQuality quality =
                MapQuality.of(Samples.clusters(1_001, 3, 1, 1), Samples.clusters(1_001, 2, 1, 2), Metric.EUCLIDEAN);
        assertThat(quality.preservation()).isCloseTo(0.01, within(0.01));
    }

    @Test
    void where_every_other_row_is_a_neighbour_all_are_kept() {
        FloatMatrix line = FloatMatrix.of(new float[] {0}, new float[] {1}, new float[] {3});
        FloatMatrix map = FloatMatrix.of(new float[] {0}, new float[] {5}, new float[] {1});
        assertThat(MapQuality.of(line, map, Metric.EUCLIDEAN)).isEqualTo(new MapQuality(1, 2, 3));
    }

    @Test
    void rows_that_the_map_has_not_seen_are_judged_by_its_rows() {
        TsneMap map =
                Tsne.map(Samples.clusters(300, 3, 4, 1), TsneOptions.defaults().withPerplexity(10));
        assertThat(MapQuality.of(map)).isEqualTo(MapQuality.of(map.data(), map.coordinates(), Metric.EUCLIDEAN));

        MapQuality placed =
                MapQuality.ofPlaced(map, Samples.clusters(340, 3, 4, 1).selectRows(300, 310, 320, 339));
        assertThat(placed.rows()).isEqualTo(4);
        assertThat(placed.neighbors()).isEqualTo(10);
        assertThat(placed.preservation()).isBetween(0.2, 1.0);
        assertThatThrownBy(() -> MapQuality.ofPlaced(map, FloatMatrix.wrap(0, 3, new float[0])))
                .hasMessageContaining("at least one row");
    }

    @Test
    void a_map_of_other_rows_is_refused() {
        assertThatThrownBy(() ->
                        MapQuality.of(Samples.clusters(5, 3, 4, 1), Samples.clusters(4, 2, 1, 2), Metric.EUCLIDEAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 points of 5 rows");
    }
}
