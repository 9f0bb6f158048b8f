package segue.spark.audio;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import segue.audio.scan.Definition;
import segue.audio.scan.FileStamp;
import segue.audio.scan.ScannedFile;

/**
 * What earlier runs were done with, in a folder of files that the tasks wrote. Lines are those of the library's journal.
 * What was measured by another version of the program is not read. What a killed run left half-written is not read either,
 * and is cleared away a day later.
 */
final class ScanJournal {
    /** So many parts are made one at the end of a run. */
    private static final int MOST_PARTS = 64;

    private final Configuration hadoop;
    private final Path folder;
    private final Definition definition;
    private final JournalPlace place;
    private final List<Path> parts = new ArrayList<>();
    private final Map<FileStamp, ScannedFile> files = new LinkedHashMap<>();

    private ScanJournal(Configuration hadoop, Path folder, Definition definition) {
        this.hadoop = hadoop;
        this.folder = folder;
        this.definition = definition;
        this.place = new JournalPlace(folder.toString(), UUID.randomUUID().toString(), definition.line());
    }

    /** @throws IOException if it cannot be read, or is no folder */
    static ScanJournal open(Configuration hadoop, String folder, Definition definition) throws IOException {
        FileSystem system = new Path(folder).getFileSystem(hadoop);
        ScanJournal journal = new ScanJournal(hadoop, system.makeQualified(new Path(folder)), definition);
        if (system.exists(journal.folder)) {
            journal.readAll(system);
        }
        return journal;
    }

    /** Where the tasks of this run write. */
    JournalPlace place() {
        return place;
    }

    /** What was found in a file that has not changed since. */
    Optional<ScannedFile> of(FileStamp stamp) {
        return Optional.ofNullable(files.get(stamp));
    }

    /** All that was found, also in files that are no longer there. */
    List<ScannedFile> files() {
        return List.copyOf(files.values());
    }

    /** Makes the folder, so that tasks only write into it. */
    void begin() throws IOException {
        FileSystem system = folder.getFileSystem(hadoop);
        if (!system.mkdirs(folder)) {
            throw new IOException(folder + ": this folder for the journal cannot be made");
        }
    }

    /** What this run's batches were done with, by where the file is. */
    Map<String, ScannedFile> written(int batches) throws IOException {
        Map<String, ScannedFile> found = new HashMap<>();
        for (int batch = 0; batch < batches; batch++) {
            Path part = new Path(folder, place.part(batch));
            read(part, file -> found.put(file.stamp().path(), file));
            parts.add(part);
        }
        found.values().forEach(file -> files.put(file.stamp(), file));
        return found;
    }

    /** Makes one part of many. A run that is killed meanwhile leaves some lines twice, which does no harm. */
    void tidy() throws IOException {
        if (parts.size() <= MOST_PARTS) {
            return;
        }
        new JournalPlace(place.folder(), UUID.randomUUID().toString(), definition.line())
                .write(hadoop, 0, files.values().stream().map(ScannedFile::line).toList());
        FileSystem system = folder.getFileSystem(hadoop);
        for (Path part : parts) {
            system.delete(part, false);
        }
    }

    private void readAll(FileSystem system) throws IOException {
        FileStatus[] found = system.listStatus(folder);
        if (system.getFileStatus(folder).isFile()) {
            throw new IOException(folder + ": is a file, and the journal needs a folder: name another by --journal");
        }
        Arrays.sort(found, Comparator.comparing(FileStatus::getPath));
        long yesterday = System.currentTimeMillis() - TimeUnit.DAYS.toMillis(1);
        for (FileStatus part : found) {
            String name = part.getPath().getName();
            if (name.endsWith(JournalPlace.ENDING)) {
                read(part.getPath(), file -> files.put(file.stamp(), file));
                parts.add(part.getPath());
            } else if (name.startsWith(".") && name.endsWith(".part") && part.getModificationTime() < yesterday) {
                system.delete(part.getPath(), false);
            }
        }
    }

    private void read(Path part, Consumer<ScannedFile> found) throws IOException {
        try (InputStream in = new BufferedInputStream(part.getFileSystem(hadoop).open(part), 1 << 16)) {
            Line line = new Line();
            boolean isCurrent = line.readFrom(in)
                    && Definition.ofLine(line.toByteArray())
                            .filter(definition::agreesWith)
                            .isPresent();
            while (isCurrent && line.readFrom(in)) {
                ScannedFile.ofLine(line.toByteArray()).ifPresent(found);
            }
        }
    }

    private static final class Line extends ByteArrayOutputStream {
        boolean readFrom(InputStream in) throws IOException {
            reset();
            int next = in.read();
            while (next >= 0 && next != '\n') {
                write(next);
                next = in.read();
            }
            return next >= 0;
        }
    }
}
