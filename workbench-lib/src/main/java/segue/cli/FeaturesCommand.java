package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.audio.scan.FolderScan;
import segue.audio.scan.ScanOptions;
import segue.audio.scan.ScanReport;

/** {@code ./segue features}: recordings in, one table of their features out; goes on where it was stopped. */
@Command(
        name = "features",
        description = {
            "Listen to recordings and write one row of features a file.",
            "What is done is remembered beside the table: stop it at any time, and run it again to go on."
        },
        mixinStandardHelpOptions = true)
final class FeaturesCommand implements Callable<Integer> {
    /** Told one by one on the terminal; all of them are in the report. */
    private static final int MOST_TOLD = 20;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F]");

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "recordings, and folders with recordings in them")
    private List<Path> paths;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "features.csv")
    private Path out;

    @Option(names = "--frames", paramLabel = "DIR", description = "also write features frame by frame, as .npy, here")
    private Path frames;

    @Option(
            names = {"--jobs", "--threads"},
            paramLabel = "N",
            description = "recordings to work on at once (default: one a core)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--report", paramLabel = "FILE", description = "failures with reasons, and duplicates, as JSON")
    private Path report;

    @Option(names = "--json", description = "print one JSON object on stdout")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        OutputFiles.require(out, report).spare(paths.toArray(Path[]::new));
        ScanOptions options = ScanOptions.to(out).withJobs(jobs);
        FolderScan scan = FolderScan.of(paths, frames == null ? options : options.withFrames(frames));
        ScanReport scanned = OnCtrlC.interrupt(scan::run);
        if (report != null) {
            scanned.write(report);
        }
        tell(scanned);
        if (json) {
            System.out.println(Json.of(asMap(scanned)));
        }
        if (scanned.rows() == 0) {
            throw new UnsupportedOperationException(
                    scanned.failures().isEmpty()
                            ? "no recordings were found; " + out + " is not written"
                            : "no recording could be read; " + out + " is not written");
        }
        return ExitCode.OK;
    }

    private void tell(ScanReport scanned) {
        tell(scanned.failures().stream().map(failure -> failure.path() + ": " + failure.reason()), "that failed");
        tell(
                scanned.warnings().stream().map(warning -> warning.path() + ": " + warning.reason()),
                "that are cut or damaged");
        System.err.println("segue: " + scanned.summary());
    }

    private static void tell(Stream<String> lines, String what) {
        List<String> all = lines.toList();
        // A name may hold anything, also what a terminal obeys.
        all.stream()
                .limit(MOST_TOLD)
                .forEach(line ->
                        System.err.println("segue: " + CONTROL.matcher(line).replaceAll("?")));
        int untold = all.size() - MOST_TOLD;
        if (untold > 0) {
            System.err.printf(Locale.ROOT, "segue: … and %,d more %s; --report FILE has them all%n", untold, what);
        }
    }

    private static Map<String, Object> asMap(ScanReport scanned) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "features");
        result.put("threads", scanned.threads());
        result.put("rows", scanned.rows());
        result.put("heard", scanned.heard());
        result.put("skipped", scanned.unchanged());
        result.put("recognised", scanned.recognised());
        result.put("failed", scanned.failures().size());
        result.put("warned", scanned.warnings().size());
        result.put("duplicates", scanned.duplicates().size());
        result.put("dropped", scanned.dropped());
        result.put("ignored", scanned.ignored());
        result.put("audioSeconds", scanned.audioSeconds());
        result.put("heardSeconds", scanned.heardSeconds());
        result.put("seconds", scanned.seconds());
        result.put("hoursPerMinute", scanned.hoursPerMinute());
        result.put("warmUp", "none: seconds has the JVM starting cold");
        result.put("out", scanned.table().toString());
        return result;
    }
}
