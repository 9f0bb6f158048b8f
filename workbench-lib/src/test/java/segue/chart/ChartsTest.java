package segue.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;
import segue.matrix.FloatMatrix;

class ChartsTest {
    @TempDir
    Path folder;

    private static BufferedImage paint(IChart chart) {
        BufferedImage image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        chart.paint(image.createGraphics(), chart.getWidth(), chart.getHeight());
        return image;
    }

    private static Set<Color> colours(BufferedImage image) {
        Set<Color> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(new Color(image.getRGB(x, y)));
            }
        }
        return colours;
    }

    @Test
    void a_histogram_counts_every_value_once_the_largest_too() {
        XYChart chart = Charts.histogram("energy", new float[] {0, 0.1f, 0.5f, 0.9f, 1, 1}, 4);
        double[] heights = chart.getSeries("songs").getYData();
        assertThat(Arrays.copyOf(heights, 4)).containsExactly(2, 0, 1, 3);
        assertThat(chart.getSeries("songs").getXData()[4]).isEqualTo(1, within(1e-9));
        assertThat(colours(paint(chart))).contains(Palette.series()[0], Color.WHITE);
    }

    @Test
    void an_interval_is_a_line_as_long_as_it_is_wide() {
        IChart chart = Charts.intervals(
                "found again",
                "recall",
                List.of("wide", "none"),
                new double[] {0.5, 0.5},
                new double[] {0, 0.5},
                1,
                0.5);
        BufferedImage image = paint(chart);
        int[] longest = new int[2];
        for (int row = 0; row < 2; row++) {
            int y = 40 + 22 * row + 11;
            for (int x = 0; x < image.getWidth(); x++) {
                longest[row] += new Color(image.getRGB(x, y)).equals(Palette.series()[0]) ? 1 : 0;
            }
        }
        assertThat(longest[0]).isGreaterThan(500);
        assertThat(longest[1]).isBetween(4, 12);
    }

    @Test
    void intervals_need_as_many_ends_as_names() {
        assertThatThrownBy(() -> Charts.intervals("t", "v", List.of("a", "b"), new double[2], new double[1], 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("as many values, lows and highs as names");
    }

    @Test
    void values_that_are_all_equal_make_one_bar() {
        double[] heights = Charts.histogram("mode", new float[] {3, 3, 3}, 5)
                .getSeries("songs")
                .getYData();
        assertThat(Arrays.stream(heights, 0, 5).sum()).isEqualTo(3);
    }

    @Test
    void a_heat_map_paints_high_values_orange_and_low_ones_blue() {
        FloatMatrix values = FloatMatrix.of(new float[] {1, -1}, new float[] {0, 1});
        Set<Color> colours = colours(paint(Charts.heatMap("t", List.of("a", "b"), List.of("c", "d"), values, 1)));
        assertThat(colours).contains(Palette.diverging());
    }

    @Test
    void a_grid_is_as_large_as_its_charts_and_paints_each() {
        IChart line = Charts.lines("l", "x", "y", new double[] {1, 2}, Map.of("s", new double[] {3, 4}));
        IChart bars = Charts.bars("b", "v", List.of("one", "two"), new double[] {1, 2});
        ChartGrid grid = ChartGrid.of(2, line, bars, line);
        assertThat(grid.getWidth()).isEqualTo(2 * 720);
        assertThat(grid.getHeight()).isEqualTo(2 * 400);
        assertThat(grid.getTitle()).isEqualTo("l, b, l");
        BufferedImage image = paint(grid);
        assertThat(colours(image.getSubimage(0, 0, 720, 400))).contains(Palette.series()[0]);
        assertThat(colours(image.getSubimage(720, 0, 720, 400))).contains(Palette.series()[0]);
        assertThat(colours(image.getSubimage(720, 400, 720, 400))).containsOnly(Color.WHITE);
    }

    @Test
    void a_grid_with_a_heading_is_higher_by_it_and_begins_with_its_title() {
        IChart line = Charts.lines("l", "x", "y", new double[] {1, 2}, Map.of("s", new double[] {3, 4}));
        ChartGrid grid = ChartGrid.of(1, line).withHeading("All of it", "since yesterday");
        assertThat(grid.getHeight()).isEqualTo(66 + 400);
        assertThat(grid.getTitle()).isEqualTo("All of it: l");
        assertThat(colours(paint(grid).getSubimage(0, 0, 720, 36))).contains(Palette.INK);
    }

    @Test
    void a_value_without_an_interval_is_a_hollow_dot() {
        Axis axis = Axis.linear("score", 0, 10);
        IntervalRow row = new IntervalRow("once", 5, Double.NaN, Double.NaN, "one score");
        IChart chart = Charts.intervals("t", axis, List.of(row), "", 560, 340);
        assertThat(chart.getHeight()).isEqualTo(340);
        BufferedImage image = paint(chart);
        int y = (40 + 340 - 46) / 2;
        int first = 0;
        while (!new Color(image.getRGB(first, y)).equals(Palette.series()[0])) {
            first++;
        }
        assertThat(new Color(image.getRGB(first + 5, y))).isEqualTo(Color.WHITE);
    }

    @Test
    void a_chart_is_written_as_png_or_svg_by_its_ending() throws IOException {
        IChart chart = Charts.bars("b", "v", List.of("one"), new double[] {1});
        ChartFiles.write(chart, folder.resolve("c.png"));
        ChartFiles.write(chart, folder.resolve("c.SVG"));
        assertThat(ImageIO.read(folder.resolve("c.png").toFile()).getWidth()).isEqualTo(720);
        assertThat(Files.readString(folder.resolve("c.SVG"))).contains("<svg");
        assertThatThrownBy(() -> ChartFiles.write(chart, folder.resolve("c.gif")))
                .hasMessageContaining("a chart is written as .png or .svg");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void empty_data_is_refused_with_what_is_needed() {
        assertThatThrownBy(() -> Charts.histogram("t", new float[0], 5)).hasMessageContaining("0 values, 5 bins");
        assertThatThrownBy(() -> Charts.lines("t", "x", "y", new double[0], Map.of()))
                .hasMessageContaining("at least one point");
        assertThatThrownBy(() -> Charts.bars("t", "v", List.of("a"), new double[0]))
                .hasMessageContaining("got 0 and 1");
        assertThatThrownBy(() -> ChartGrid.of(0)).hasMessageContaining("got 0 and 0");
    }

    @Test
    void the_colours_of_series_stay_apart_for_colour_blind_eyes() {
        for (double[][] eyes : new double[][][] {PROTANOPIA, DEUTERANOPIA}) {
            Color[] series = Palette.series();
            for (int a = 0; a < 6; a++) {
                for (int b = 0; b < a; b++) {
                    assertThat(apart(seen(series[a], eyes), seen(series[b], eyes)))
                            .as("series %d and %d", b, a)
                            .isGreaterThan(40);
                }
            }
        }
    }

    /** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    private static double[] seen(Color colour, double[][] eyes) {
        double[] linear = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double light = eyes[i][0] * linear[0] + eyes[i][1] * linear[1] + eyes[i][2] * linear[2];
            seen[i] = 255 * Math.pow(Math.clamp(light, 0, 1), 1 / 2.2);
        }
        return seen;
    }

    private static double linear(int channel) {
        return Math.pow(channel / 255.0, 2.2);
    }

    private static double apart(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
