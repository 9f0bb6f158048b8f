package segue.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import segue.catalog.Catalog;
import segue.catalog.LoadResult;
import segue.catalog.Tables;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * Loading the 105,681 songs of {@code SEGUE_DATA}: cleaned into a catalogue, as a plain table, and by Tablesaw's own
 * reader, which does not clean. Every run checks its row count.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx400m"})
public class CatalogLoadBenchmark {
    private static final int ROWS = 105_681;

    private Path songs;

    @Setup
    public void findTheSongs() {
        String folder = System.getenv("SEGUE_DATA");
        if (folder == null) {
            throw new IllegalStateException("this benchmark reads real songs: set SEGUE_DATA to the data folder");
        }
        songs = Path.of(folder, "songs", "spotify-union-105k.csv.gz");
    }

    @Benchmark
    public LoadResult catalogueCleaned() {
        LoadResult result = Catalog.loader().load(songs);
        check(result.report().read());
        check(result.catalog().size());
        return result;
    }

    @Benchmark
    public Table tableByFastCsv() {
        Table table = Tables.load(songs);
        check(table.rowCount());
        return table;
    }

    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {"-Xmx3g"})
    public Table tableByTablesaw() throws IOException {
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(songs)), 1 << 16)) {
            Table table = Table.read()
                    .usingOptions(CsvReadOptions.builder(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .missingValueIndicator("")
                            .maxCharsPerColumn(1 << 16));
            check(table.rowCount());
            return table;
        }
    }

    private static void check(long rows) {
        if (rows != ROWS) {
            throw new IllegalStateException("expected %,d rows but got %,d".formatted(ROWS, rows));
        }
    }
}
