package segue.catalog.listening;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import segue.catalog.CatalogException;
import segue.catalog.InputFile;
import segue.progress.Progress;

/** Finds the files, tells each by what stands in it, and has it read. */
final class ListeningFiles {
    private static final int BEGINNING = 1 << 16;
    private static final int DEEPEST = 6;
    private static final int MOST_FILES = 10_000;
    private static final String EXPECTED =
            "Give Spotify's download (the zip archive, its folder, or a file of it: YourLibrary.json, Playlist1.json,"
                    + " StreamingHistory*.json, Streaming_History_Audio_*.json), a ListenBrainz export, or a table of"
                    + " Last.fm plays (CSV with artist, track and date)";

    private final ListeningSink sink;
    private int known;

    private ListeningFiles(ListeningSink sink) {
        this.sink = sink;
    }

    static void read(Path source, ListeningSink sink) {
        ListeningFiles files = new ListeningFiles(sink);
        try {
            files.read(source);
        } catch (IOException e) {
            throw new CatalogException(source.toString(), "it cannot be read: " + e, "Check the file and its disk", e);
        }
        if (files.known == 0) {
            throw new CatalogException(source.toString(), "nothing in it tells what a person listens to", EXPECTED);
        }
    }

    private void read(Path source) throws IOException {
        if (!Files.exists(source)) {
            throw new CatalogException(source.toString(), "there is no such file", "Check the path");
        }
        List<Path> paths = Files.isDirectory(source) ? inFolder(source) : List.of(source);
        try (Progress progress = Progress.begin("reading what was listened to", paths.size())) {
            for (Path path : paths) {
                if (isZip(path)) {
                    try (ListeningZip zip = ListeningZip.open(path)) {
                        List<ListeningSource> sources = zip.sources();
                        progress.outOf(paths.size() + sources.size() - 1L);
                        for (ListeningSource one : sources) {
                            file(one);
                            progress.step();
                        }
                    }
                } else {
                    file(ListeningSource.of(path));
                }
                progress.step();
            }
        }
    }

    private static List<Path> inFolder(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder, DEEPEST)) {
            List<Path> files = entries.filter(Files::isRegularFile)
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (files.size() > MOST_FILES) {
                throw new CatalogException(
                        folder.toString(),
                        "it has more than %,d files".formatted(MOST_FILES),
                        "Name the folder that has the download, and nothing else");
            }
            return files;
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return startsWith(in.readNBytes(4), 'P', 'K', 3, 4);
        }
    }

    private void file(ListeningSource source) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped while listening was read, at " + source.name());
        }
        if (isText(source) && isRead(source)) {
            known++;
            sink.nextFile();
        } else {
            sink.otherFile();
        }
    }

    /** Pictures, papers and archives within archives are not looked into. */
    private static boolean isText(ListeningSource source) throws IOException {
        try (InputStream in = source.bytes()) {
            byte[] magic = in.readNBytes(4);
            boolean gzip = startsWith(magic, 0x1f, 0x8b);
            return magic.length > 0 && !startsWith(magic, 'P', 'K') && (!gzip || source.mayBePacked());
        } catch (EOFException | ZipException damaged) {
            return false;
        }
    }

    private boolean isRead(ListeningSource source) throws IOException {
        try (InputFile file = source.open()) {
            InputStream text = new BufferedInputStream(file.text(), BEGINNING);
            String beginning = InputFile.beginning(text, BEGINNING);
            if (JsonLines.isFirstOf(beginning)) {
                JsonLines.read(file.name(), text, sink);
                return true;
            }
            if (beginning.startsWith("{") || beginning.startsWith("[")) {
                return JsonListening.read(file.name(), text, sink);
            }
            if (beginning.indexOf('\0') >= 0 || !ScrobbleTable.isFirstOf(beginning)) {
                return false;
            }
        }
        ScrobbleTable.read(source.open(), sink);
        return true;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
