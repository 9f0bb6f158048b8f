package segue.audio.scan;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import segue.files.WholeFile;
import segue.progress.Progress;

/**
 * Turns folders of recordings into a table of their features. What was done before, in a run that ended or one that was
 * killed, is not done again.
 */
public final class FolderScan {
    private final List<Path> paths;
    private final ScanOptions options;

    private FolderScan(List<Path> paths, ScanOptions options) {
        this.paths = paths;
        this.options = options;
    }

    /** @param paths recordings, and folders that are looked through with all folders in them */
    public static FolderScan of(List<Path> paths, ScanOptions options) {
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("a scan needs at least one file or folder");
        }
        return new FolderScan(List.copyOf(paths), Objects.requireNonNull(options));
    }

    /** One folder. */
    public static FolderScan of(Path folder, ScanOptions options) {
        return of(List.of(folder), options);
    }

    /**
     * Listens to what is new or has changed, then writes the table. A recording that cannot be read is reported, and the
     * scan goes on; where none can be read no table is written.
     *
     * @throws IllegalArgumentException if a path does not exist
     * @throws IOException if the table or its journal cannot be written, or another scan writes it
     * @throws CancellationException if the thread is interrupted; what is done is kept for the next run
     */
    public ScanReport run() throws IOException {
        try {
            return scan();
        } catch (ClosedByInterruptException stop) {
            throw new CancellationException("the scan was interrupted; what is done is kept: run it again to go on");
        }
    }

    private ScanReport scan() throws IOException {
        long start = System.nanoTime();
        WholeFile.requirePlace(options.out());
        Path table = Files.exists(options.out())
                ? options.out().toRealPath()
                : options.out().toAbsolutePath().normalize();
        AudioFiles found = AudioFiles.under(paths);
        if (found.recordings().isEmpty()) {
            return ScanReport.ofNothing(options, found, start);
        }
        Optional<FrameFiles> frames = options.frames().isPresent()
                ? Optional.of(FrameFiles.in(options.frames().get()))
                : Optional.empty();
        Definition definition = Definition.ofThisProgram();
        try (Journal journal = Journal.open(table.resolveSibling(table.getFileName() + ".journal"), definition)) {
            List<ScanReport.Failure> failures = new ArrayList<>(found.unreadable());
            ScanWork work = new ScanWork(journal, new Listener(definition.names(), frames), failures);
            work.plan(found.recordings());
            try (Progress progress = Progress.begin("listening", work.left())) {
                work.run(options.jobs(), progress);
            }
            ScanTable rows = ScanTable.of(definition.names(), work.done());
            Set<String> gone = FeatureTable.paths(table);
            for (int row = 0; row < rows.size(); row++) {
                gone.remove(rows.path(row));
            }
            if (rows.size() > 0) {
                rows.write(table);
            }
            failures.sort(Comparator.comparing(ScanReport.Failure::path));
            return new ScanReport(
                    options.out(),
                    rows.size(),
                    work.heard(),
                    work.unchanged(),
                    work.recognised(),
                    rows.size() == 0 ? 0 : gone.size(),
                    found.ignored(),
                    List.copyOf(failures),
                    rows.warnings(),
                    rows.duplicates(),
                    rows.seconds(),
                    work.heardSeconds(),
                    (System.nanoTime() - start) / 1e9,
                    options.jobs());
        }
    }
}
