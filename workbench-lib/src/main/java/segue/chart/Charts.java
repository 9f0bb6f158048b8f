package segue.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import segue.matrix.FloatMatrix;

/** The charts of the notebooks, in the {@linkplain SegueTheme one look}. Data that is missing is left out by the caller. */
public final class Charts {
    static final int WIDTH = 720;
    static final int HEIGHT = 400;
    private static final int SMALL_WIDTH = 300;
    private static final int SMALL_HEIGHT = 210;
    private static final int BAR_HEIGHT = 24;

    private Charts() {}

    /**
     * How often values fall into equal bins; small enough for a {@link ChartGrid}.
     *
     * @param values at least one, finite
     * @param bins at least 1
     */
    public static XYChart histogram(String title, float[] values, int bins) {
        if (values.length == 0 || bins < 1) {
            throw new IllegalArgumentException(
                    "a histogram needs values and at least one bin but got %d values, %d bins"
                            .formatted(values.length, bins));
        }
        float low = values[0];
        float high = values[0];
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double width = high > low ? ((double) high - low) / bins : 1;
        double[] counts = new double[bins];
        for (float value : values) {
            counts[Math.min(bins - 1, (int) ((value - low) / width))]++;
        }
        // A step of no height closes the last bar.
        double[] edges = new double[bins + 1];
        double[] heights = Arrays.copyOf(counts, bins + 1);
        for (int i = 0; i <= bins; i++) {
            edges[i] = low + i * width;
        }
        heights[bins] = counts[bins - 1];
        XYChart chart = new XYChart(SMALL_WIDTH, SMALL_HEIGHT, new SegueTheme());
        chart.setTitle(title);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setXAxisTickMarkSpacingHint(60);
        chart.getStyler().setXAxisDecimalPattern(high - low > 10 ? "0" : "0.0");
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setYAxisTickLabelsFormattingFunction(Charts::compact);
        chart.addSeries("songs", edges, heights).setXYSeriesRenderStyle(XYSeriesRenderStyle.StepArea);
        return chart;
    }

    /** 12,000 as 12k and 1,500 as 1.5k: the axis of a small chart has no room for more. */
    private static String compact(double value) {
        String text = value >= 1_000 ? "%.1fk".formatted(value / 1_000) : "%.1f".formatted(value);
        return text.replace(".0", "");
    }

    /**
     * One line a series over a shared x axis.
     *
     * @param x ascending, length n
     * @param series name to values, each of length n; drawn in the order of the map; at least one
     */
    public static XYChart lines(String title, String xTitle, String yTitle, double[] x, Map<String, double[]> series) {
        if (x.length == 0 || series.isEmpty()) {
            throw new IllegalArgumentException("a line chart needs at least one point and one series");
        }
        XYChart chart = new XYChart(WIDTH, HEIGHT, new SegueTheme());
        chart.setTitle(title);
        chart.setXAxisTitle(xTitle);
        chart.setYAxisTitle(yTitle);
        chart.getStyler().setXAxisDecimalPattern(x[x.length - 1] - x[0] > 5 ? "0" : "0.0");
        chart.getStyler().setLegendVisible(series.size() > 1);
        series.forEach((name, y) -> chart.addSeries(name, x, y).setLineWidth(2f));
        return chart;
    }

    /**
     * One horizontal bar a name, the first on top; the picture grows with them.
     *
     * @param names at least one, distinct
     * @param values of the same length
     */
    public static HorizontalBarChart bars(String title, String valueTitle, List<String> names, double[] values) {
        return bars(title, valueTitle, names, values, WIDTH, 110 + BAR_HEIGHT * names.size());
    }

    /** {@link #bars(String, String, List, double[])} in a picture of a given size; few bars are no thicker for that. */
    public static HorizontalBarChart bars(
            String title, String valueTitle, List<String> names, double[] values, int width, int height) {
        if (names.isEmpty() || names.size() != values.length) {
            throw new IllegalArgumentException(
                    "a bar chart needs as many values as names, and at least one, but got %d and %d"
                            .formatted(values.length, names.size()));
        }
        HorizontalBarChart chart = new HorizontalBarChart(width, height, new SegueTheme());
        chart.setTitle(title);
        chart.setXAxisTitle(valueTitle);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setPlotGridLinesVisible(false);
        // The hint of the x axis rules the names too: bars closer than it lose theirs.
        chart.getStyler().setXAxisTickMarkSpacingHint(BAR_HEIGHT - 4);
        chart.getStyler().setXAxisTicksVisible(false);
        double share = 1.2 * BAR_HEIGHT * names.size() / Math.max(1, height - 110);
        chart.getStyler().setAvailableSpaceFill(0.75 * Math.min(1, share));
        chart.getStyler().setLabelsVisible(true).setLabelsPosition(0.97).setDecimalPattern("0.0");
        chart.addSeries(valueTitle, Arrays.stream(values).boxed().toList(), names);
        return chart;
    }

    /**
     * Values with their intervals, one below the other, the first on top: what overlaps may be alike.
     *
     * @param names at least one
     * @param values of the same length, as are both ends of their intervals
     */
    public static IChart intervals(
            String title, String valueTitle, List<String> names, double[] values, double[] lows, double... highs) {
        return IntervalChart.of(title, valueTitle, names, values, lows, highs);
    }

    /**
     * Values with their intervals where they have one, in a picture of a given size; higher where the rows need it.
     *
     * @param axis of the values; all rows lie in it
     * @param rows at least one, the first on top
     * @param note a sentence below; empty for none
     */
    public static IChart intervals(
            String title, Axis axis, List<IntervalRow> rows, String note, int width, int height) {
        return new IntervalChart(title, axis, rows, note, width, height);
    }

    /**
     * A heat map of values around 0, blue below and orange above, with the value in each cell.
     *
     * @param columns labels of the x axis, left to right
     * @param rows labels of the y axis, top to bottom
     * @param values shape {@code (rows, columns)}
     * @param limit the value of the strongest colour, such as 1 for correlations
     */
    public static HeatMapChart heatMap(
            String title, List<String> columns, List<String> rows, FloatMatrix values, double limit) {
        if (values.rows() != rows.size() || values.columns() != columns.size() || values.values().length == 0) {
            throw new IllegalArgumentException("a heat map of %d x %d needs as many labels but got %d and %d"
                    .formatted(values.rows(), values.columns(), rows.size(), columns.size()));
        }
        HeatMapChart chart = new HeatMapChart(WIDTH, 150 + 34 * rows.size(), new SegueTheme());
        chart.setTitle(title);
        chart.getStyler().setRangeColors(Palette.diverging());
        chart.getStyler().setMin(-limit).setMax(limit);
        chart.getStyler().setShowValue(true).setHeatMapValueDecimalPattern("0.00;–0.00");
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setXAxisLabelRotation(40);
        chart.getStyler().setXAxisTickMarkSpacingHint(10);
        chart.getStyler().setYAxisTickMarkSpacingHint(10);
        chart.getStyler().setPlotContentSize(1);
        chart.getStyler().setPlotGridLinesVisible(false);
        // Anti-aliased cells leave seams between them.
        chart.getStyler().setAntiAlias(false).setTextAntiAlias(true);
        List<Number[]> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            for (int row = 0; row < rows.size(); row++) {
                cells.add(new Number[] {column, rows.size() - 1 - row, Math.round(values.get(row, column) * 100) / 100.0
                });
            }
        }
        chart.addSeries(title, columns, rows.reversed(), cells);
        return chart;
    }

    /** A {@linkplain #heatMap heat map} of correlations, each feature against each. */
    public static HeatMapChart correlation(String title, List<String> names, FloatMatrix correlations) {
        return heatMap(title, names, names, correlations, 1);
    }
}
