package segue.lab;

import java.util.Comparator;
import java.util.List;
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
                "times quicker",
                timed.stream().map(LabCharts::name).toList(),
                timed.stream().mapToDouble(report::speedUp).toArray());
        return chart;
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
        for (Result result : report.of(Task.SINGLE)) {
            if (result.isTimed() && List.of(contenders).contains(result.contender())) {
                double[] calls = result.timing().calls();
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
        }
        return chart;
    }
}
