package segue.spark.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import segue.audio.scan.Definition;
import segue.audio.scan.ScanReport;
import segue.audio.scan.ScanTable;
import segue.audio.scan.ScannedFile;
import segue.spark.session.WholeTable;

/**
 * Turns recordings into a table of their features, the listening shared out among tasks. What was done before, in a run
 * that ended or one that was killed, is not done again.
 */
public final class FeatureScan {
    /** What the driver holds of a recording: its names, its numbers, and what tells the same sound elsewhere. */
    static final long DRIVER_BYTES_A_FILE = 4_000;

    private static final int TASKS_A_CORE = 3;

    private final FeatureOptions options;

    private FeatureScan(FeatureOptions options) {
        this.options = options;
    }

    public static FeatureScan of(FeatureOptions options) {
        return new FeatureScan(options);
    }

    /**
     * What came of a scan.
     *
     * @param table also for CSV; empty where nothing was heard, and nothing is written
     */
    public record Result(ScanReport report, Optional<ScanTable> table) {}

    /**
     * Listens to what is new or has changed, then writes the table. A recording that cannot be read is reported, and the
     * scan goes on; where none can be read no table is written.
     *
     * @throws IllegalArgumentException if an input does not exist, lies where the table is written, or there are more
     *     recordings than the driver can hold, {@value #DRIVER_BYTES_A_FILE} bytes each
     * @throws IOException if the table or its journal cannot be written
     */
    public Result run(SparkSession spark) throws IOException {
        return new Run(spark).result();
    }

    /** How much memory of the driver the recordings may take. */
    static void requireMemory(long files, long bytes) {
        if (files > bytes / DRIVER_BYTES_A_FILE) {
            throw new IllegalArgumentException(
                    ("%,d recordings need some %,d MB of memory in the driver, which has %,d MB for them: scan them in"
                                    + " several runs with an --out each, or give the driver more")
                            .formatted(files, files * DRIVER_BYTES_A_FILE >> 20, bytes >> 20));
        }
    }

    private final class Run {
        private final long start = System.nanoTime();
        private final SparkSession spark;
        private final JavaSparkContext context;
        private final Configuration hadoop;

        Run(SparkSession spark) {
            this.spark = spark;
            this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
            this.hadoop = context.hadoopConfiguration();
        }

        Result result() throws IOException {
            WholeTable.requirePlace(hadoop, options.out(), options.overwrite());
            Listing listing = Listing.of(context, options.inputs());
            requireMemory(listing.recordings().size(), Runtime.getRuntime().maxMemory() / 4 * 3);
            OutputPlace.of(hadoop, options.out()).spare(listing.recordings());
            Definition definition = Definition.ofThisProgram();
            ScanJournal journal = ScanJournal.open(hadoop, options.journal(), definition);
            List<Sighting.Seen> left = listing.recordings().stream()
                    .filter(file -> journal.of(file.stamp()).isEmpty())
                    .toList();
            Listened listened = listen(left, journal, definition.names());
            return finish(listing, journal, listened, definition.names());
        }

        private Listened listen(List<Sighting.Seen> left, ScanJournal journal, List<String> descriptors)
                throws IOException {
            if (left.isEmpty()) {
                return new Listened(List.of(), Map.of(), 0);
            }
            journal.begin();
            int tasks = options.tasks() > 0 ? options.tasks() : TASKS_A_CORE * context.defaultParallelism();
            List<Batch> batches = Batch.plan(left, tasks, journal.files());
            Broadcast<SerializableConfiguration> settings = context.broadcast(new SerializableConfiguration(hadoop));
            Broadcast<List<String>> names = context.broadcast(new ArrayList<>(descriptors));
            JournalPlace place = journal.place();
            context.setJobDescription("listening");
            try {
                List<BatchResult> results = context.parallelize(batches, batches.size())
                        .map(batch -> BatchResult.of(settings.value().value(), place, names.value(), batch))
                        .collect();
                return new Listened(results, journal.written(batches.size()), left.size());
            } finally {
                context.setJobDescription(null);
                settings.destroy();
                names.destroy();
            }
        }

        private Result finish(Listing listing, ScanJournal journal, Listened listened, List<String> descriptors)
                throws IOException {
            List<ScanReport.Failure> failures = new ArrayList<>(listing.unreadable());
            listened.results().forEach(result -> failures.addAll(result.failures()));
            List<String> paths = new ArrayList<>();
            List<ScannedFile> files = new ArrayList<>();
            for (Sighting.Seen seen : listing.recordings()) {
                Optional<ScannedFile> found = Optional.ofNullable(
                                listened.files().get(seen.stamp().path()))
                        .or(() -> journal.of(seen.stamp()));
                found.ifPresent(file -> {
                    paths.add(seen.path());
                    files.add(file);
                    file.unusable().ifPresent(reason -> failures.add(new ScanReport.Failure(seen.path(), reason)));
                });
            }
            ScanTable table = ScanTable.of(descriptors, paths, files);
            int dropped = table.size() == 0 ? 0 : write(table, descriptors);
            journal.tidy();
            failures.sort(Comparator.comparing(ScanReport.Failure::path));
            int unchanged = listing.recordings().size() - listened.asked();
            ScanReport report = new ScanReport(
                    Path.of(options.out()),
                    table.size(),
                    listened.heard(),
                    unchanged,
                    listened.recognised(),
                    dropped,
                    listing.ignored(),
                    List.copyOf(failures),
                    table.warnings(),
                    table.duplicates(),
                    table.seconds(),
                    listened.heardSeconds(),
                    (System.nanoTime() - start) / 1e9,
                    context.defaultParallelism());
            return new Result(report, table.size() == 0 ? Optional.empty() : Optional.of(table));
        }

        /** @return rows of the earlier table whose files are no longer there */
        private int write(ScanTable table, List<String> descriptors) throws IOException {
            Set<String> gone = FeatureTableFiles.paths(spark, options.out());
            for (int row = 0; row < table.size(); row++) {
                gone.remove(table.path(row));
            }
            FeatureTableFiles.write(spark, table, descriptors, options.out(), options.overwrite());
            return gone.size();
        }
    }

    /**
     * What this run's tasks did.
     *
     * @param files what they found, by where the file is
     * @param asked files that they were given
     */
    private record Listened(List<BatchResult> results, Map<String, ScannedFile> files, int asked) {
        int heard() {
            return results.stream().mapToInt(BatchResult::heard).sum();
        }

        int recognised() {
            return results.stream().mapToInt(BatchResult::recognised).sum();
        }

        double heardSeconds() {
            return results.stream().mapToDouble(BatchResult::heardSeconds).sum();
        }
    }
}
