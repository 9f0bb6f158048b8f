package segue.spark.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.audio.scan.FolderScan;
import segue.audio.scan.ScanOptions;
import segue.audio.scan.ScanReport;
import segue.spark.TestSession;
import segue.spark.session.SegueSession;

/** Journals on a disk on which writing fails when a test wants it. */
class StoppedScanTest {
    private static final int FILES = 6;

    /** Of tasks, from the batch of this number on; the attempts that fail. */
    private static final AtomicInteger FIRST_FAILING = new AtomicInteger(Integer.MAX_VALUE);

    private static final AtomicInteger FAILING_ATTEMPTS = new AtomicInteger();
    private static final AtomicInteger FAILED = new AtomicInteger();

    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    private Path music;
    private FeatureOptions options;

    /** {@code failing:///path}. */
    public static final class FailingDisk extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("failing:///");
        }

        @Override
        public String getScheme() {
            return "failing";
        }

        @Override
        public FSDataOutputStream create(
                org.apache.hadoop.fs.Path file,
                boolean overwrite,
                int buffer,
                short copies,
                long block,
                Progressable progress)
                throws IOException {
            FSDataOutputStream out = super.create(file, overwrite, buffer, copies, block, progress);
            TaskContext task = TaskContext.get();
            if (task != null
                    && task.partitionId() >= FIRST_FAILING.get()
                    && task.attemptNumber() < FAILING_ATTEMPTS.get()) {
                out.write('x');
                out.close();
                FAILED.incrementAndGet();
                throw new IOException("the disk is full");
            }
            return out;
        }
    }

    @BeforeEach
    void place() throws IOException {
        music = Files.createDirectory(folder.resolve("music"));
        for (int i = 0; i < FILES; i++) {
            FeatureScanTest.tune(music.resolve("t" + i + ".wav"), i);
        }
        session.context().hadoopConfiguration().set("fs.failing.impl", FailingDisk.class.getName());
        options = FeatureOptions.of(
                        List.of(music.toString()), folder.resolve("out.parquet").toString())
                .withJournal("failing://" + folder.resolve("journal"))
                .withTasks(FILES);
        FAILED.set(0);
    }

    private void failing(int firstBatch, int attempts) {
        FIRST_FAILING.set(firstBatch);
        FAILING_ATTEMPTS.set(attempts);
    }

    private ScanReport run() throws IOException {
        return session.run(spark -> FeatureScan.of(options).run(spark)).report();
    }

    /** A job that has failed does not wait for the tasks that it stops. */
    private void awaitTasks() {
        while (Arrays.stream(session.spark().sparkContext().statusTracker().getExecutorInfos())
                        .mapToInt(SparkExecutorInfo::numRunningTasks)
                        .sum()
                > 0) {
            Thread.onSpinWait();
        }
    }

    private long parts() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
            return files.peek(file -> assertThat(file.toString()).endsWith(".jsonl"))
                    .count();
        }
    }

    @Test
    void aRunThatBrokeOffIsGoneOnWith() throws IOException {
        failing(4, 2);
        assertThatThrownBy(this::run).isInstanceOf(IOException.class).hasMessageContaining("the disk is full");
        assertThat(Path.of(options.out())).doesNotExist();
        awaitTasks();
        long done = parts();
        assertThat(done).isBetween(1L, 4L);
        failing(Integer.MAX_VALUE, 0);
        ScanReport again = run();
        assertThat(again.unchanged()).isEqualTo((int) done);
        assertThat(again.heard()).isEqualTo(FILES - (int) done);
        assertThat(again.rows()).isEqualTo(FILES);
    }

    @Test
    void aTaskThatIsTriedAgainDoublesNothing() throws IOException {
        failing(0, 1);
        ScanReport report = run();
        failing(Integer.MAX_VALUE, 0);
        assertThat(FAILED).hasValue(FILES);
        assertThat(report.heard()).isEqualTo(FILES);
        assertThat(parts()).isEqualTo(FILES);
        FeatureScan.Result again =
                session.run(spark -> FeatureScan.of(options.withOverwrite(true)).run(spark));
        assertThat(again.report().unchanged()).isEqualTo(FILES);
        Path csv = folder.resolve("spark.csv");
        again.table().orElseThrow().write(csv);
        Path library = folder.resolve("library.csv");
        FolderScan.of(music, ScanOptions.to(library)).run();
        assertThat(csv).hasSameBinaryContentAs(library);
    }

    @Test
    void twoAttemptsOfOneBatchLeaveOnePart() throws IOException {
        session.run(spark -> {
            var hadoop = session.context().hadoopConfiguration();
            JournalPlace place =
                    new JournalPlace(folder.resolve("journal").toString(), "run", "definition\n".getBytes());
            place.write(hadoop, 3, List.of("first\n".getBytes()));
            place.write(hadoop, 3, List.of("second\n".getBytes()));
            return null;
        });
        assertThat(folder.resolve("journal/run-000003.jsonl")).hasContent("definition\nfirst");
    }

    @Test
    void manyPartsBecomeOne() throws IOException {
        for (int i = FILES; i < 70; i++) {
            FeatureScanTest.tune(music.resolve("t" + i + ".wav"), i);
        }
        options = options.withTasks(70);
        assertThat(run().rows()).isEqualTo(70);
        assertThat(parts()).isEqualTo(1);
        options = options.withOverwrite(true);
        assertThat(run().unchanged()).isEqualTo(70);
    }
}
