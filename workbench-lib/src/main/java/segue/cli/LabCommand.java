package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.lab.Lab;
import segue.lab.LabOptions;
import segue.lab.LabReport;
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
            defaultValue = "1",
            paramLabel = "S",
            description = "for each contender at each task; all pairs may take three times that (default: 1)")
    private double seconds;

    @Option(
            names = "--build-seconds",
            defaultValue = "30",
            paramLabel = "S",
            description = "a contender that would take longer to build is left out (default: 30)")
    private double buildSeconds;

    @Option(
            names = "--by",
            paramLabel = "songs|dims",
            description = "how times grow with the number of songs, or features")
    private String by;

    @Mixin
    private Work work;

    @Override
    public Integer call() throws IOException {
        LabOptions options = LabOptions.defaults()
                .withMetric(Metric.parse(metric))
                .withK(k)
                .withThreads(work.threads())
                .withSeconds(seconds)
                .withBuildSeconds(buildSeconds);
        long start = System.nanoTime();
        LabRows rows = LabRows.open(data);
        double loadSeconds = Work.secondsSince(start);
        LabReport report = Lab.of(rows.matrix(), rows.source()).compare(options);
        if (work.json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "lab");
            result.put("loadSeconds", loadSeconds);
            System.out.println(Json.of(result));
        } else {
            System.out.println(report);
        }
        return report.isRight() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
