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
    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;

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
     * How single queries get quicker while the JVM compiles what runs: milliseconds by number of call, on logarithmic axes.
     * A point is the quickest of some calls in a row, more of them from point to point.
     *
     * @param contenders titles of those to show; at least one that was timed
     */
    public static XYChart warmUp(LabReport report, String... contenders) {
        List<Result> shown = report.of(Task.SINGLE).stream()
                .filter(result -> result.isTimed() && List.of(contenders).contains(result.contender()))
                .toList();
        if (shown.isEmpty()) {
            throw new IllegalArgumentException("none of these was timed: " + String.join(", ", contenders));
        }
        XYChart chart = new XYChart(WIDTH, HEIGHT, new SegueTheme());
        chart.setTitle("Warming up: one question after another");
        chart.setXAxisTitle("call");
        chart.setYAxisTitle("ms a query");
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisLogarithmic(true);
        decades(
                chart,
                shown.stream()
                        .flatMapToDouble(result ->
                                DoubleStream.of(quickest(result.timing().calls())))
                        .summaryStatistics());
        for (Result result : shown) {
            double[] millis = quickest(result.timing().calls());
            double[] numbers = IntStream.range(0, millis.length)
                    .mapToDouble(LabCharts::call)
                    .toArray();
            XYSeries series = chart.addSeries(result.contender(), numbers, millis);
            series.setLineWidth(2f);
            series.setMarker(SeriesMarkers.CIRCLE);
        }
        return chart;
    }

    private static int call(int point) {
        return (int) Math.pow(2, point);
    }

    private static double[] quickest(double[] calls) {
        return IntStream.iterate(0, point -> call(point) <= calls.length, point -> point + 1)
                .mapToDouble(point -> 1e3
                        * Arrays.stream(calls, call(point) - 1, Math.min(call(point + 1) - 1, calls.length))
                                .min()
                                .orElseThrow())
                .toArray();
    }

    /** Whole decades, so that the axis has labels to read by. */
    private static void decades(XYChart chart, DoubleSummaryStatistics values) {
        chart.getStyler().setYAxisMin(Math.pow(10, Math.floor(Math.log10(values.getMin()))));
        chart.getStyler().setYAxisMax(Math.pow(10, Math.ceil(Math.log10(values.getMax()))));
        chart.getStyler().setYAxisTickLabelsFormattingFunction(LabText::number);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(LabText::number);
    }
}
