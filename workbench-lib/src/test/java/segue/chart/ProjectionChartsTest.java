package segue.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.CategoryChart;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;
import segue.projection.Pca;

class ProjectionChartsTest {
    private final Catalog songs = Catalog.sample();
    private final FloatMatrix points = songs.points();
    private final Pca pca = Pca.fit(points, 9);

    @Test
    void explained_variance_adds_up_to_all_of_it() {
        CategoryChart chart = ProjectionCharts.explainedVariance("variance", pca);
        double[] together = chart.getSeries("together with those before").getYData();
        assertThat(together).hasSize(9).isSorted();
        assertThat(together[8]).isEqualTo(100, within(0.01));
        assertThat(chart.getSeries("each").getYData()[0]).isEqualTo(together[0]);
    }

    @Test
    void a_biplot_has_an_arrow_to_where_each_column_leads() {
        // The first column is all there is to see along the first component.
        FloatMatrix rows = FloatMatrix.of(
                new float[] {-3, 0.5f}, new float[] {3, 0.5f}, new float[] {-3, -0.5f}, new float[] {3, -0.5f});
        BufferedImage image =
                ChartFiles.image(ProjectionCharts.biplot("b", Pca.fit(rows, 2), rows, List.of("wide", "high")), 1);
        int arrow = 0xb84a00;
        int right = 0;
        int left = image.getWidth();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) == arrow) {
                    right = Math.max(right, x);
                    left = Math.min(left, x);
                }
            }
        }
        assertThat(right - left).isBetween(190, 250);
    }

    @Test
    void a_biplot_needs_two_components_and_a_name_a_column() {
        assertThatThrownBy(() -> ProjectionCharts.biplot("b", pca, points, List.of("energy")))
                .hasMessageContaining("9 components, 1 names of 9 columns");
        assertThatThrownBy(() -> ProjectionCharts.biplot(
                        "b", Pca.fit(points, 1), points, songs.space().columns()))
                .hasMessageContaining("1 components");
    }
}
