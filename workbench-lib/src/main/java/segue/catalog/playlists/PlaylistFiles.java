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
public final class PlaylistFiles {
    private static final Pattern SLICE = Pattern.compile("mpd\\.slice\\.(\\d{1,9})-\\d+\\.json(\\.gz)?");
    private static final Pattern PLAYLIST = Pattern.compile(".+\\.(m3u8?|xspf|jspf)(\\.gz)?", Pattern.CASE_INSENSITIVE);
    private static final int BEGINNING = 4096;

    private PlaylistFiles() {}

    /** A file, opened anew at each call. */
    @FunctionalInterface
    public interface Source {
        InputFile open() throws IOException;
    }

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
        read(nameOf(path), path.toString(), () -> InputFile.open(path), sink);
    }

    /**
     * Reads one file, wherever it lies: of any format that playlists have.
     *
     * @param name of the file alone, whose ending helps to tell the format, and by which a playlist goes that has no id
     * @param place for messages: its path or address
     * @param source is opened once or twice; whoever reads closes it
     * @throws CatalogException where it cannot be read, or is no playlist
     */
    public static void read(String name, String place, Source source, PlaylistSink sink) {
        sink.nextFile();
        try (InputFile file = source.open()) {
            InputStream text = new BufferedInputStream(file.text());
            String beginning = InputFile.beginning(text, BEGINNING);
            String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
            if (beginning.startsWith("{")) {
                JsonPlaylists.read(file.name(), bareName(name), text, sink);
            } else if (beginning.startsWith("<")) {
                XspfPlaylist.read(file.name(), bareName(name), text, sink);
            } else if (lower.endsWith(".m3u") || lower.endsWith(".m3u8") || beginning.startsWith("#EXTM3U")) {
                M3uPlaylist.read(file.name(), bareName(name), text, sink);
            } else if (lower.endsWith(".csv") || lower.endsWith(".tsv") || CsvPlaylists.isHeader(beginning)) {
                CsvPlaylists.read(source.open(), bareName(name), sink);
            } else {
                IdList.read(file.name(), bareName(name), text, sink);
            }
        } catch (IOException e) {
            throw new CatalogException(place, "it cannot be read: " + e, "Check the file and its disk", e);
        }
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String bareName(String file) {
        return file.replaceFirst("(?i)(\\.(csv|tsv|txt|json|m3u8?|xspf|jspf))?(\\.gz)?$", "");
    }
}
