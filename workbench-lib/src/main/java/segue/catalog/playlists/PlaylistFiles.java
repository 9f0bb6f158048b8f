package segue.catalog.playlists;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import segue.catalog.CatalogException;
import segue.catalog.InputFile;
import segue.progress.Progress;

/** Finds the files, tells the format of each by what it begins with, and has it read. */
final class PlaylistFiles {
    private static final Pattern SLICE = Pattern.compile("mpd\\.slice\\.(\\d{1,9})-\\d+\\.json(\\.gz)?");
    private static final Pattern PLAYLIST = Pattern.compile(".+\\.(m3u8?|xspf|jspf)(\\.gz)?", Pattern.CASE_INSENSITIVE);
    private static final int BEGINNING = 4096;

    private PlaylistFiles() {}

    static void read(Path source, PlaylistSink sink) {
        if (!Files.isDirectory(source)) {
            readFile(source, sink);
            return;
        }
        for (Path file : Progress.of(inFolder(source), "reading playlists")) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("stopped while playlists were read, at " + file);
            }
            readFile(file, sink);
        }
    }

    /** Slices of the Million Playlist Dataset, here or in {@code data}, by their number; else playlist files by name. */
    private static List<Path> inFolder(Path folder) {
        List<Path> slices = files(folder, SLICE);
        if (slices.isEmpty() && Files.isDirectory(folder.resolve("data"))) {
            slices = files(folder.resolve("data"), SLICE);
        }
        if (!slices.isEmpty()) {
            return slices.stream()
                    .sorted(Comparator.comparingInt(PlaylistFiles::sliceNumber).thenComparing(Path::compareTo))
                    .toList();
        }
        List<Path> lists = files(folder, PLAYLIST);
        if (lists.isEmpty()) {
            throw new CatalogException(
                    folder.toString(),
                    "there is no playlist in this folder",
                    "It should hold mpd.slice.*.json of the Million Playlist Dataset, or M3U, XSPF or JSPF files;"
                            + " name a table (.csv) itself");
        }
        return lists;
    }

    private static int sliceNumber(Path file) {
        Matcher matcher = SLICE.matcher(nameOf(file));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static List<Path> files(Path folder, Pattern name) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> name.matcher(nameOf(entry)).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CatalogException(
                    folder.toString(), "the folder cannot be read: " + e, "Check its permissions", e);
        }
    }

    private static void readFile(Path path, PlaylistSink sink) {
        sink.nextFile();
        String name = nameOf(path);
        try (InputFile file = InputFile.open(path)) {
            InputStream text = new BufferedInputStream(file.text());
            String beginning = InputFile.beginning(text, BEGINNING);
            String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
            if (beginning.startsWith("{")) {
                JsonPlaylists.read(file.name(), bareName(name), text, sink);
            } else if (beginning.startsWith("<")) {
                XspfPlaylist.read(file.name(), bareName(name), text, sink);
            } else if (lower.endsWith(".m3u") || lower.endsWith(".m3u8") || beginning.startsWith("#EXTM3U")) {
                M3uPlaylist.read(file.name(), bareName(name), path, text, sink);
            } else if (lower.endsWith(".csv") || lower.endsWith(".tsv") || CsvPlaylists.isHeader(beginning)) {
                CsvPlaylists.read(path, bareName(name), sink);
            } else {
                IdList.read(file.name(), bareName(name), text, sink);
            }
        } catch (IOException e) {
            throw new CatalogException(path.toString(), "it cannot be read: " + e, "Check the file and its disk", e);
        }
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String bareName(String file) {
        return file.replaceFirst("(?i)(\\.(csv|tsv|txt|json|m3u8?|xspf|jspf))?(\\.gz)?$", "");
    }
}
