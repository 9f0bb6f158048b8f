package segue.catalog.playlists;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats that playlists are written in; readers know more. */
public enum PlaylistFormat {
    /** Paths, links or ids, one a line, with {@code #EXTINF}; UTF-8 under either ending. */
    M3U(".m3u8", ".m3u"),
    /** XML Shareable Playlist Format, version 1. */
    XSPF(".xspf"),
    /** The same as JSON. */
    JSPF(".jspf"),
    /** A table with a row a song. */
    CSV(".csv");

    private final List<String> endings;

    PlaylistFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /**
     * The format that a file's name asks for by its ending, in any case.
     *
     * @throws IllegalArgumentException for another ending, naming these
     */
    public static PlaylistFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(name::endsWith))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a playlist is written as %s: give %s one of these endings".formatted(all(), file)));
    }

    private static String all() {
        return Arrays.stream(values())
                .map(format -> "%s (%s)".formatted(format.name(), String.join(" or ", format.endings)))
                .collect(Collectors.joining(", "));
    }
}
