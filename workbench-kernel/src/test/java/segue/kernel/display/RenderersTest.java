package segue.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.QuickChart;
import org.knowm.xchart.XYChart;
import segue.catalog.Catalog;
import segue.chart.ChartGrid;
import segue.chart.Charts;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RenderersTest {
    private final Renderers renderers = Renderers.installed();

    record Song(String name, int year) {}

    record Point(int x, int y) {}

    /** Named in {@code META-INF/services}, as a jar of one's own would do. */
    public static final class PointRenderer implements Renderer<Point> {
        @Override
        public Class<Point> type() {
            return Point.class;
        }

        @Override
        public MimeBundle render(Point point) {
            return MimeBundle.of("text/html", "<i>(" + point.x() + ", " + point.y() + ")</i>");
        }
    }

    @Test
    void a_renderer_found_as_a_service_shows_its_type_with_a_text_twin() {
        MimeBundle bundle = renderers.render(new Point(3, 4));
        assertThat(bundle.data())
                .containsEntry("text/html", "<i>(3, 4)</i>")
                .containsEntry("text/plain", "Point[x=3, y=4]");
    }

    @Test
    void the_sample_catalogue_and_a_grid_of_charts_show_themselves() {
        assertThat(renderers.render(Catalog.sample()).data().get("text/html"))
                .contains("sample data (invented songs)", "… 4,980 more rows");
        MimeBundle grid = renderers.render(ChartGrid.of(
                2, Charts.histogram("a", new float[] {1, 2}, 2), Charts.histogram("b", new float[] {3}, 2)));
        assertThat(grid.data()).containsKey("image/png").containsEntry("text/plain", "charts \"a, b\"");
        assertThat(grid.metadata().get("image/png")).containsEntry("width", 600);
    }

    @Test
    void a_long_table_shows_its_head_and_tells_the_rest() {
        Table table = Table.create(
                "songs",
                IntColumn.create("n", IntStream.range(0, 105_681).toArray()),
                StringColumn.create(
                        "s",
                        IntStream.range(0, 105_681).mapToObj(i -> "<" + i + ">").toList()));
        MimeBundle bundle = renderers.render(table);
        assertThat(bundle.data().get("text/html"))
                .contains("… 105,661 more rows")
                .contains("105,681 rows × 2 columns")
                .contains("&lt;0&gt;")
                .doesNotContain("<0>")
                .contains("text-align:right")
                .doesNotContain("<script");
        assertThat(bundle.data().get("text/plain"))
                .contains("… 105,661 more rows")
                .contains("<19>");
        assertThat(bundle.data().get("text/html").length()).isLessThan(20_000);
    }

    @Test
    void records_become_columns_and_maps_keys_and_values() {
        MimeBundle songs = renderers.render(List.of(new Song("A & B", 1994), new Song("C", 2001)));
        assertThat(songs.data().get("text/html"))
                .contains(">name<")
                .contains(">year<")
                .contains("A &amp; B");
        assertThat(songs.data().get("text/plain")).contains("2 rows × 2 columns");
        assertThat(renderers.render(Map.of("k", 1)).data().get("text/html"))
                .contains(">k<")
                .contains(">1<");
        assertThat(renderers.render(new int[] {3, 1}).data()).containsEntry("text/plain", "[3, 1]");
        assertThat(renderers.render(new int[][][] {{{1}, {2}}}).data().get("text/plain"))
                .contains("0  [1]  [2]", "1 row × 2 columns");
    }

    @Test
    void a_small_chart_is_svg_with_words_for_it_and_a_large_one_is_png() {
        XYChart chart = QuickChart.getChart("Title", "x", "y", "series", new double[] {1, 2}, new double[] {2, 1});
        MimeBundle small = renderers.render(chart);
        assertThat(small.data().get("image/svg+xml"))
                .startsWith("<svg role=\"img\" aria-label=")
                .contains("of series");
        double[] many = IntStream.range(0, 5_000).mapToDouble(i -> i).toArray();
        MimeBundle large = renderers.render(QuickChart.getChart("Title", "x", "y", "series", many, many));
        assertThat(large.data()).containsKey("image/png").doesNotContainKey("image/svg+xml");
        assertThat(renderers.render(chart, "image/png").data()).containsKey("image/png");
    }

    @Test
    void a_heat_map_is_png_and_keeps_its_style() {
        HeatMapChart chart = new HeatMapChartBuilder().build();
        chart.addSeries("heat", new int[] {1, 2}, new int[] {1, 2}, new int[][] {{1, 2}, {3, 4}});
        assertThat(renderers.render(chart).data()).containsKey("image/png");
        assertThat(chart.getStyler().getAntiAlias()).isTrue();
    }

    @Test
    void a_picture_is_png_with_its_size() {
        MimeBundle bundle = renderers.render(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB));
        assertThat(Base64.getDecoder().decode(bundle.data().get("image/png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(bundle.metadata().get("image/png")).containsEntry("width", 4);
    }

    @Test
    void anything_else_is_text_of_bounded_length_even_if_its_text_fails() {
        assertThat(renderers.render("x".repeat(30_000)).data().get("text/plain"))
                .endsWith("… 10,000 more characters");
        Object failing = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        };
        assertThat(renderers.render(failing).data().get("text/plain"))
                .contains("its toString failed")
                .contains("no text");
    }

    @Test
    void text_is_taken_for_the_form_that_is_named() {
        assertThat(renderers.render("<b>hi</b>", "text/html").data()).isEqualTo(Map.of("text/html", "<b>hi</b>"));
    }
}
