package segue.lab;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import segue.chart.Charts;
import segue.chart.SegueTheme;

/** Pictures of the lab's reports. */
public final class LabCharts {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 460;
    /** Calls of a warming up that are drawn. */
    private static final int CALLS = 1_000;

    private LabCharts() {}

    /**
     * How many times quicker than the plain loop each is at one task, the quickest on top; on a logarithmic axis, so that a
     * bar twice as long is not twice as quick.
     *
     * @throws IllegalArgumentException if nothing was timed
     */
    public static HorizontalBarChart speedUps(LabReport report, Task task) {
        List<Result> timed = report.of(task).stream()
                .filter(result -> !Double.isNaN(report.speedUp(result)))
                .sorted(Comparator.comparingDouble(Result::seconds))
                .toList();
        HorizontalBarChart chart = Charts.bars(
                "Times quicker than a plain Java loop: " + task.label(),
                "times quicker, on a logarithmic axis",
                timed.stream()
                        .map(result -> name(result) + "  " + times(report.speedUp(result)))
                        .toList(),
                timed.stream()
                        .mapToDouble(result -> Math.log10(report.speedUp(result)))
                        .toArray());
        chart.getStyler().setLabelsVisible(false);
        chart.getStyler()
                .setXAxisTicksVisible(true)
                .setXAxisTickLabelsFormattingFunction(log -> times(Math.pow(10, log)));
        return chart;
    }

    private static String times(double speedUp) {
        return LabText.number(LabTables.digits(speedUp)) + " ×";
    }

    private static String name(Result result) {
        return result.contender() + (result.threads() > 1 ? ", %d threads".formatted(result.threads()) : "");
    }

    /**
     * Microseconds a query of every contender, on logarithmic axes: lower is quicker.
     *
     * @throws IllegalArgumentException if nothing was timed
     */
    public static XYChart sweep(Sweep sweep) {
        List<Curve> measured = sweep.curves().stream().filter(Curve::isMeasured).toList();
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("nothing was timed: " + sweep.title());
        }
        XYChart chart = new XYChart(WIDTH, HEIGHT, new SegueTheme());
        chart.setTitle("Microseconds a query: " + sweep.title());
        chart.setXAxisTitle(sweep.unit());
        chart.setYAxisTitle("µs a query");
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisLogarithmic(true);
        decades(
                chart,
                measured.stream()
                        .flatMapToDouble(curve -> DoubleStream.of(curve.seconds()))
                        .filter(seconds -> !Double.isNaN(seconds))
                        .map(seconds -> 1e6 * seconds)
                        .summaryStatistics());
        for (Curve curve : measured) {
            int[] steps = IntStream.range(0, sweep.x().length)
                    .filter(curve::isMeasuredAt)
                    .toArray();
            XYSeries series = chart.addSeries(
                    curve.contender(),
                    IntStream.of(steps).mapToDouble(step -> sweep.x()[step]).toArray(),
                    IntStream.of(steps)
                            .mapToDouble(step -> 1e6 * curve.seconds()[step])
                            .toArray());
            series.setLineWidth(2f);
            series.setMarker(SeriesMarkers.CIRCLE);
        }
        return chart;
    }

    /**
     * How the first calls of single queries get quicker while the JVM compiles what runs: milliseconds by number of call, on
     * logarithmic axes.
     */
    public static XYChart warmUp(LabReport report, String... contenders) {
        XYChart chart = new XYChart(WIDTH, HEIGHT, new SegueTheme());
        chart.setTitle("The same question again and again: warming up");
        chart.setXAxisTitle("call");
        chart.setYAxisTitle("ms a query");
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisLogarithmic(true);
        List<Result> shown = report.of(Task.SINGLE).stream()
                .filter(result -> result.isTimed() && List.of(contenders).contains(result.contender()))
                .toList();
        decades(
                chart,
                shown.stream()
                        .flatMapToDouble(
                                result -> DoubleStream.of(result.timing().calls()))
                        .map(seconds -> 1e3 * seconds)
                        .summaryStatistics());
        for (Result result : shown) {
            double[] calls = Arrays.copyOf(
                    result.timing().calls(), Math.min(CALLS, result.timing().calls().length));
            chart.addSeries(
                            result.contender(),
                            IntStream.rangeClosed(1, calls.length)
                                    .asDoubleStream()
                                    .toArray(),
                            IntStream.range(0, calls.length)
                                    .mapToDouble(i -> 1e3 * calls[i])
                                    .toArray())
                    .setLineWidth(1.5f);
        }
        return chart;
    }

    /** Whole decades, so that the axis has labels to read by. */
    private static void decades(XYChart chart, DoubleSummaryStatistics values) {
        chart.getStyler().setYAxisMin(Math.pow(10, Math.floor(Math.log10(values.getMin()))));
        chart.getStyler().setYAxisMax(Math.pow(10, Math.ceil(Math.log10(values.getMax()))));
        chart.getStyler().setYAxisTickLabelsFormattingFunction(LabText::number);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(LabText::number);
    }
}
