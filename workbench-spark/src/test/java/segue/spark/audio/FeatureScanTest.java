package segue.spark.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.audio.sample.SampleRecording;
import segue.audio.scan.FolderScan;
import segue.audio.scan.ScanOptions;
import segue.audio.scan.ScanReport;
import segue.audio.signal.Signal;
import segue.catalog.Catalog;
import segue.spark.TestSession;
import segue.spark.session.SegueSession;

class FeatureScanTest {
    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    private Path music;
    private FeatureOptions options;

    @BeforeEach
    void place() throws IOException {
        music = Files.createDirectory(folder.resolve("music"));
        options = FeatureOptions.of(
                        List.of(music.toString()), folder.resolve("out.parquet").toString())
                .withOverwrite(true);
    }

    /** Half a second of a few tones. */
    static void tune(Path file, int seed) throws IOException {
        Random random = new Random(seed);
        float[] samples = new float[Signal.DEFAULT_RATE_HZ / 2];
        double pitch = 200 + random.nextInt(1000);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float)
                    (0.3 * Math.sin(2 * Math.PI * pitch * i / Signal.DEFAULT_RATE_HZ) + 0.01 * random.nextGaussian());
        }
        Files.createDirectories(file.getParent());
        Signal.of(samples, Signal.DEFAULT_RATE_HZ).writeWav(file);
    }

    private void tunes(String... names) throws IOException {
        for (String name : names) {
            tune(music.resolve(name), name.hashCode());
        }
    }

    private FeatureScan.Result run(FeatureOptions how) throws IOException {
        return session.run(spark -> FeatureScan.of(how).run(spark));
    }

    private ScanReport run() throws IOException {
        return run(options).report();
    }

    private List<Row> table() throws IOException {
        return session.run(spark -> spark.read().parquet(options.out()).collectAsList());
    }

    private Path csv(FeatureScan.Result result) throws IOException {
        Path csv = folder.resolve("spark.csv");
        result.table().orElseThrow().write(csv);
        return csv;
    }

    private Path library(Path... paths) throws IOException {
        Path csv = folder.resolve("library.csv");
        FolderScan.of(List.of(paths), ScanOptions.to(csv).withJobs(2)).run();
        return csv;
    }

    @Test
    void theTableIsThatOfTheLibraryToTheBit() throws IOException {
        for (SampleRecording recording :
                List.of(SampleRecording.LARK_PLUCKED, SampleRecording.DRUMS, SampleRecording.RAIN)) {
            Files.copy(recording.file(), music.resolve(recording.fileName()));
        }
        Files.copy(SampleRecording.DRUMS.file(), music.resolve("again.flac"));
        Files.writeString(music.resolve("broken.flac"), "fLaC and no more");
        Files.writeString(music.resolve("notes.md"), "no music");
        FeatureScan.Result result = run(options);
        Path csv = csv(result);
        assertThat(csv).hasSameBinaryContentAs(library(music));
        assertThat(Catalog.load(csv).size()).isEqualTo(4);
        assertThat(result.report().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.path()).endsWith("broken.flac"));
        assertThat(result.report().duplicates())
                .singleElement()
                .satisfies(twice -> assertThat(twice.path()).endsWith("drums.flac"));
        assertThat(result.report().ignored()).isEqualTo(1);
        List<String> lines = Files.readAllLines(csv);
        List<Row> rows = table();
        assertThat(rows).hasSize(4);
        assertThat(String.join(",", rows.getFirst().schema().fieldNames())).isEqualTo(lines.getFirst());
        for (int row = 0; row < 4; row++) {
            assertThat(asCsv(rows.get(row))).isEqualTo(lines.get(row + 1));
        }
    }

    private static String asCsv(Row row) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> asField(row.get(column)))
                .collect(Collectors.joining(","));
    }

    private static String asField(Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "1" : "0";
            case String text when text.contains(",") -> '"' + text + '"';
            default -> value.toString();
        };
    }

    @Test
    void namesMayHoldWhatTheyWill() throws IOException {
        tunes("with space.wav", "100%25 [live].wav", "Grün/Straße*.wav", "a:b,c.wav", ".hidden.wav");
        FeatureScan.Result result = run(options);
        assertThat(csv(result)).hasSameBinaryContentAs(library(music));
        assertThat(result.report().rows()).isEqualTo(4);
        assertThat(run().unchanged()).isEqualTo(4);
    }

    @Test
    void aListingNamesFilesOneALineAndEachIsHeardOnce() throws IOException {
        tunes("a b.wav", "b.wav");
        Path listing = folder.resolve("music.txt");
        Path a = music.resolve("a b.wav");
        Path gone = music.resolve("gone.wav");
        Files.write(listing, List.of("\uFEFF" + a, "", a.toString(), gone.toString(), music.toString()));
        ScanReport report = run(new FeatureOptions(
                        List.of(listing.toString(), a.toUri().toString(), music + "/b*"),
                        options.out(),
                        true,
                        options.journal(),
                        1))
                .report();
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.heard()).isEqualTo(2);
        assertThat(report.failures())
                .extracting(ScanReport.Failure::path)
                .containsExactly(music.toString(), gone.toString());
        assertThat(report.failures().getLast().reason()).startsWith("it is not there");
    }

    @Test
    void aListingOfThousandsIsLookedAtByTasks() throws IOException {
        tunes("a.wav");
        Path listing = folder.resolve("music.txt");
        Stream<String> gone = Stream.iterate(0, i -> i < 2_500, i -> i + 1).map(i -> music + "/gone" + i + ".mp3");
        Files.write(
                listing,
                Stream.concat(gone, Stream.of(music.resolve("a.wav").toString()))
                        .toList());
        ScanReport report = run(FeatureOptions.of(List.of(listing.toString()), options.out()))
                .report();
        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.failures()).hasSize(2_500);
    }

    @Test
    void onlyWhatIsNewOrHasChangedIsListenedTo() throws IOException {
        tunes("a.wav", "b.wav", "c.wav", "d.wav");
        assertThat(run().heard()).isEqualTo(4);
        Files.setLastModifiedTime(music.resolve("a.wav"), FileTime.fromMillis(5_000));
        Files.move(music.resolve("b.wav"), music.resolve("z.wav"));
        tune(music.resolve("c.wav"), 77);
        ScanReport again = run();
        assertThat(again.heard()).isEqualTo(1);
        assertThat(again.recognised()).isEqualTo(2);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.dropped()).isEqualTo(1);
        ScanReport third = run();
        assertThat(third.unchanged()).isEqualTo(4);
        assertThat(table()).hasSize(4);
    }

    @Test
    void whatAnotherVersionMeasuredIsMeasuredAgain() throws IOException {
        tunes("a.wav");
        run();
        try (Stream<Path> parts = Files.list(Path.of(options.journal()))) {
            for (Path part :
                    parts.filter(file -> file.toString().endsWith(".jsonl")).toList()) {
                List<String> lines = Files.readAllLines(part);
                Files.deleteIfExists(part.resolveSibling("." + part.getFileName() + ".crc"));
                Files.write(part, lines.subList(1, lines.size()));
            }
        }
        assertThat(run().heard()).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenWhereNothingCanBeHeard() throws IOException {
        assertThat(run(options).table()).isEmpty();
        Files.writeString(music.resolve("broken.mp3"), "no sound");
        FeatureScan.Result result = run(options);
        assertThat(result.table()).isEmpty();
        assertThat(result.report().failures()).hasSize(1);
        assertThat(Path.of(options.out())).doesNotExist();
    }

    @Test
    void recordingsInAStoreGiveTheSameNumbersAndLeaveNoCopy() throws IOException {
        tunes("a b.wav", "ü/100%25.wav");
        Files.writeString(music.resolve("notes.md"), "no music");
        Files.writeString(music.resolve("broken.mp3"), "no sound");
        session.context()
                .hadoopConfiguration()
                .set("fs.viewfs.mounttable.store.link./music", music.toUri().toString());
        List<Path> before = copies();
        FeatureScan.Result result = run(FeatureOptions.of(List.of("viewfs://store/music"), options.out())
                .withTasks(2));
        assertThat(copies()).isEqualTo(before);
        assertThat(result.report().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.path()).isEqualTo("viewfs://store/music/broken.mp3"));
        assertThat(result.report().ignored()).isEqualTo(1);
        String library = Files.readString(library(music));
        assertThat(Files.readString(csv(result))).isEqualTo(library.replace(music.toString(), "viewfs://store/music"));
        assertThat(run(FeatureOptions.of(List.of("viewfs://store/music"), options.out())
                                .withOverwrite(true))
                        .report()
                        .unchanged())
                .isEqualTo(3);
    }

    private static List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("segue-sound-"))
                    .toList();
        }
    }

    @Test
    void whatCannotBeDoneIsToldBeforeTheWork() throws IOException {
        tunes("a.wav");
        assertThatThrownBy(() -> run(FeatureOptions.of(List.of(folder + "/none"), options.out())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none: no such file or folder");
        assertThatThrownBy(() -> run(
                        new FeatureOptions(List.of(music.toString()), music.toString(), true, options.journal(), 0)))
                .hasMessageContaining("is read, and writing would replace it");
        assertThatThrownBy(() -> options.withJournal(options.out() + "/journal"))
                .hasMessageContaining("is in the table's folder");
        assertThatThrownBy(() -> options.withTasks(-1)).hasMessageContaining("but was -1");
        assertThatThrownBy(() -> FeatureScan.requireMemory(1_000_000, 1_000_000_000))
                .hasMessageContaining("1,000,000 recordings need some 3,814 MB of memory in the driver");
        Files.write(folder.resolve("latin.txt"), new byte[] {'a', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> run(FeatureOptions.of(List.of(folder + "/latin.txt"), options.out())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("latin.txt: is not UTF-8");
    }
}
