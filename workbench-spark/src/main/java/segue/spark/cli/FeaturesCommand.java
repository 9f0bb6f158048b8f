package segue.spark.cli;

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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.audio.scan.ScanReport;
import segue.files.WholeFile;
import segue.spark.audio.FeatureOptions;
import segue.spark.audio.FeatureScan;
import segue.spark.session.SegueSession;

/** {@code ./segue spark features}: recordings in any store in, one table of their features out. */
@Command(
        name = "features",
        description = {
            "Listen to recordings in any store and write one row of features a file.",
            "What is done is remembered in a journal beside the table: stop it at any time, and run it again to go on."
        },
        mixinStandardHelpOptions = true)
final class FeaturesCommand implements Callable<Integer> {
    /** Told one by one on the terminal; all of them are in the report. */
    private static final int MOST_TOLD = 20;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F]");

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "recordings, folders, patterns such as 's3a://bucket/*.mp3',"
                    + " and listings: .txt files with a path a line")
    private List<String> paths;

    @Mixin
    private OutOptions out;

    @Option(
            names = "--journal",
            paramLabel = "FOLDER",
            description = "what is done, for the next run (default: beside --out, with .journal after its name);"
                    + " delete it to listen to everything again")
    private String journal;

    @Option(
            names = "--tasks",
            paramLabel = "N",
            description =
                    "cut the work into so many tasks at least (default, or 0: three a core, more where there is much)")
    private int tasks;

    @Option(names = "--csv", paramLabel = "FILE", description = "also write features.csv, as ./segue features does")
    private Path csv;

    @Option(names = "--report", paramLabel = "FILE", description = "failures with reasons, and duplicates, as JSON")
    private Path report;

    @Mixin
    private SparkOptions spark;

    @Override
    public Integer call() throws IOException {
        FeatureOptions options = options();
        for (Path file : Stream.of(csv, report).filter(file -> file != null).toList()) {
            WholeFile.requirePlace(file);
            if (paths.contains(file.toString())) {
                throw new IllegalArgumentException(
                        file + " is read, and writing would replace it: name another file to write");
            }
        }
        if (csv != null && csv.equals(report)) {
            throw new IllegalArgumentException(csv + " is named for two outputs: give each its own file");
        }
        return spark.run("features", session -> scan(session, options));
    }

    private FeatureOptions options() {
        FeatureOptions options = FeatureOptions.of(paths, out.out())
                .withOverwrite(out.overwrites())
                .withTasks(tasks);
        return journal == null ? options : options.withJournal(journal);
    }

    private SparkOptions.Told scan(SegueSession session, FeatureOptions options) throws IOException {
        FeatureScan.Result result = FeatureScan.of(options).run(session.spark());
        ScanReport scanned = result.report();
        if (csv != null && result.table().isPresent()) {
            result.table().get().write(csv);
        }
        if (report != null) {
            scanned.write(report, options.out());
        }
        tell(scanned.failures().stream().map(failure -> failure.path() + ": " + failure.reason()), "that failed");
        tell(
                scanned.warnings().stream().map(warning -> warning.path() + ": " + warning.reason()),
                "that are cut or damaged");
        if (result.table().isEmpty()) {
            throw new UnsupportedOperationException(
                    scanned.failures().isEmpty()
                            ? "no recordings were found; " + options.out() + " is not written"
                            : "no recording could be read; " + options.out() + " is not written");
        }
        return new SparkOptions.Told(
                scanned.summary().replaceFirst("\\.$", "").replace(". Listened", "; listened"),
                figures(scanned, options));
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

    private static Map<String, Object> figures(ScanReport scanned, FeatureOptions options) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("out", options.out());
        figures.put("journal", options.journal());
        figures.put("rows", scanned.rows());
        figures.put("heard", scanned.heard());
        figures.put("skipped", scanned.unchanged());
        figures.put("recognised", scanned.recognised());
        figures.put("failed", scanned.failures().size());
        figures.put("warned", scanned.warnings().size());
        figures.put("duplicates", scanned.duplicates().size());
        figures.put("dropped", scanned.dropped());
        figures.put("ignored", scanned.ignored());
        figures.put("audioSeconds", scanned.audioSeconds());
        figures.put("heardSeconds", scanned.heardSeconds());
        return figures;
    }
}
