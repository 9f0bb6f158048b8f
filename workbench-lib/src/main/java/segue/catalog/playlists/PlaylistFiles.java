package segue.catalog.playlists;

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

/**
 * Finds the files, tells the format of each by what it begins with, and has it read. For files that do not lie on this machine
 * there are {@link #inFolder(List)} and {@link #read(InputFile, PlaylistSink)}.
 */
public final class PlaylistFiles {
    /** The folder of the Million Playlist Dataset that the slices are in. */
    public static final String DATA = "data";

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
        List<String> names = names(folder);
        Path data = folder.resolve(DATA);
        Path from = folder;
        if (names.stream().noneMatch(PlaylistFiles::isSlice) && Files.isDirectory(data)) {
            List<String> below = names(data);
            if (below.stream().anyMatch(PlaylistFiles::isSlice)) {
                names = below;
                from = data;
            }
        }
        List<String> lists = inFolder(names);
        if (lists.isEmpty()) {
            throw nothingIn(folder.toString());
        }
        return lists.stream().map(from::resolve).toList();
    }

    /**
     * Which files of a folder are read, in their order: slices of the Million Playlist Dataset by their number; where there is
     * none, M3U, XSPF and JSPF files by their names.
     *
     * @param names of the files in the folder, in any order
     * @return none where the folder holds no playlist
     */
    public static List<String> inFolder(List<String> names) {
        List<String> slices = names.stream()
                .filter(PlaylistFiles::isSlice)
                .sorted(Comparator.comparingInt(PlaylistFiles::sliceNumber).thenComparing(Comparator.naturalOrder()))
                .toList();
        return !slices.isEmpty()
                ? slices
                : names.stream()
                        .filter(name -> PLAYLIST.matcher(name).matches())
                        .sorted()
                        .toList();
    }

    /** What there is to say of a folder without playlists. */
    public static CatalogException nothingIn(String folder) {
        return new CatalogException(
                folder,
                "there is no playlist in this folder",
                "It should hold mpd.slice.*.json of the Million Playlist Dataset, or M3U, XSPF or JSPF files;"
                        + " name a table (.csv) itself");
    }

    /** Whether a file's name is that of a slice of the Million Playlist Dataset. */
    public static boolean isSlice(String name) {
        return SLICE.matcher(name).matches();
    }

    private static int sliceNumber(String name) {
        Matcher matcher = SLICE.matcher(name);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .map(PlaylistFiles::nameOf)
                    .toList();
        } catch (IOException e) {
            throw new CatalogException(
                    folder.toString(), "the folder cannot be read: " + e, "Check its permissions", e);
        }
    }

    private static void readFile(Path path, PlaylistSink sink) {
        try (InputFile file = InputFile.open(path)) {
            read(file, sink);
        }
    }

    /**
     * Reads one file, whatever its format; closes nothing.
     *
     * @param file whose name, without folders and ending, is that of a playlist which says none
     * @throws CatalogException where it cannot be read, or is no playlist
     */
    public static void read(InputFile file, PlaylistSink sink) {
        sink.nextFile();
        String name = file.name().replaceFirst("^.*[/\\\\]", "");
        try {
            InputStream text = file.text();
            String beginning = InputFile.beginning(text, BEGINNING);
            String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
            if (beginning.startsWith("{")) {
                JsonPlaylists.read(file.name(), bareName(name), text, sink);
            } else if (beginning.startsWith("<")) {
                XspfPlaylist.read(file.name(), bareName(name), text, sink);
            } else if (lower.endsWith(".m3u") || lower.endsWith(".m3u8") || beginning.startsWith("#EXTM3U")) {
                M3uPlaylist.read(file.name(), bareName(name), text, sink);
            } else if (lower.endsWith(".csv") || lower.endsWith(".tsv") || CsvPlaylists.isHeader(beginning)) {
                CsvPlaylists.read(file, bareName(name), sink);
            } else {
                IdList.read(file.name(), bareName(name), text, sink);
            }
        } catch (IOException e) {
            throw new CatalogException(file.name(), "it cannot be read: " + e, "Check the file and its disk", e);
        }
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String bareName(String file) {
        return file.replaceFirst("(?i)(\\.(csv|tsv|txt|json|m3u8?|xspf|jspf))?(\\.gz)?$", "");
    }
}
