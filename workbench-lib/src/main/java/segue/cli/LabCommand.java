package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.knowm.xchart.internal.chartpart.IChart;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.chart.ChartFiles;
import segue.files.WholeFile;
import segue.lab.Growth;
import segue.lab.GrowthReport;
import segue.lab.Lab;
import segue.lab.LabCharts;
import segue.lab.LabOptions;
import segue.lab.LabReport;
import segue.lab.Task;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;

/** {@code ./segue lab}: every way to search side by side, judged and timed. Exit code 1 where one gives wrong answers. */
@Command(
        name = "lab",
        description = {
            "Compare every way to find neighbours: a plain Java loop, Smile, the back ends on CPU and GPU.",
            "Answers are judged before times are taken. Takes about a minute on two cores."
        },
        mixinStandardHelpOptions = true)
final class LabCommand implements Callable<Integer> {
    private static final int ROWS_BY_DIMS = 20_000;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "rows to search, .npy or .csv (default: the songs in SEGUE_DATA, else invented ones)")
    private Path data;

    @Option(
            names = "--metric",
            defaultValue = "euclidean",
            paramLabel = "METRIC",
            description = "euclidean, manhattan, cosine, sqeuclidean, chebyshev or dot (default: euclidean)")
    private String metric;

    @Option(names = "--k", defaultValue = "10", paramLabel = "K", description = "neighbours a query (default: 10)")
    private int k;

    @Option(
            names = "--seconds",
            defaultValue = "0.6",
            paramLabel = "S",
            description = "for each contender at each task; all pairs may take three times that (default: 0.6)")
    private double seconds;

    @Option(
            names = "--warm-up-seconds",
            defaultValue = "0.4",
            paramLabel = "S",
            description = "before calls count (default: 0.4)")
    private double warmUpSeconds;

    @Option(
            names = "--build-seconds",
            defaultValue = "30",
            paramLabel = "S",
            description = "a contender that would take longer to build is left out (default: 30)")
    private double buildSeconds;

    @Option(
            names = "--by",
            paramLabel = "songs|dims",
            description = "how times grow with the number of songs, or features; invented ones without --data")
    private String by;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "where to draw the charts, as .svg (default: nowhere)")
    private Path out;

    @Mixin
    private Work work;

    @Override
    public Integer call() throws IOException {
        LabOptions options = LabOptions.defaults()
                .withMetric(Metric.parse(metric))
                .withK(k)
                .withThreads(work.threads())
                .withSeconds(seconds)
                .withWarmUpSeconds(warmUpSeconds)
                .withBuildSeconds(buildSeconds);
        if (out != null) {
            WholeFile.requirePlace(out.resolve("lab.svg"));
        }
        if (by != null) {
            return grow(options);
        }
        long start = System.nanoTime();
        LabRows rows = LabRows.open(data);
        double loadSeconds = Work.secondsSince(start);
        LabReport report = Lab.of(rows.matrix(), rows.source()).compare(options);
        System.out.println(work.json ? Json.of(LabJson.of(report, loadSeconds)) : report);
        if (out != null) {
            for (Task task : Task.values()) {
                draw(LabCharts.speedUps(report, task), task.label().replace(' ', '-') + ".svg");
            }
            draw(LabCharts.sweep(report.byBatch()), "by-batch.svg");
        }
        return report.isRight() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private int grow(LabOptions options) throws IOException {
        long start = System.nanoTime();
        Growth growth = growth();
        double loadSeconds = Work.secondsSince(start);
        GrowthReport report = growth.measure(options);
        System.out.println(work.json ? Json.of(LabJson.of(report, loadSeconds)) : report);
        if (out != null) {
            draw(LabCharts.sweep(report.single()), "by-" + by + "-one-query.svg");
            draw(LabCharts.sweep(report.batch()), "by-" + by + "-batch.svg");
        }
        return report.isRight() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Growth growth() throws IOException {
        boolean bySongs = by.equals("songs");
        if (!bySongs && !by.equals("dims")) {
            throw new IllegalArgumentException("--by must be songs or dims but was " + by);
        }
        if (data == null) {
            return bySongs ? Growth.bySongs(Growth.SONGS) : Growth.byDimensions(ROWS_BY_DIMS, Growth.DIMENSIONS);
        }
        FloatMatrix rows = MatrixFile.read(data);
        return bySongs ? Growth.byRowsOf(rows, data.toString()) : Growth.byColumnsOf(rows, data.toString());
    }

    private void draw(IChart chart, String name) throws IOException {
        ChartFiles.write(chart, out.resolve(name));
        System.err.println("segue: drew " + out.resolve(name));
    }
}
