package segue.catalog.playlists;

import java.io.InputStream;
import java.net.URI;
import segue.catalog.CatalogException;
import segue.catalog.LineReader;

/**
 * M3U and M3U8: a path or link a line; {@code #EXTINF:seconds,Artist - Title} before it names the song, {@code #PLAYLIST:} the
 * list. What else begins with # is passed.
 */
final class M3uPlaylist {
    private M3uPlaylist() {}

    static void read(String file, String fallbackName, InputStream text, PlaylistSink sink) {
        LineReader lines = new LineReader(file, text);
        String name = fallbackName;
        String artist = "";
        String title = "";
        long songs = 0;
        for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            String entry = line.text().strip();
            if (line.problem() != null) {
                sink.note("%s, line %,d was passed: %s".formatted(file, line.number(), line.problem()));
            } else if (entry.startsWith("#PLAYLIST:")) {
                name = entry.substring("#PLAYLIST:".length()).strip();
            } else if (entry.startsWith("#EXTINF:")) {
                String info = entry.substring(entry.indexOf(',') + 1).strip();
                int dash = info.indexOf(" - ");
                artist = dash < 0 ? "" : info.substring(0, dash);
                title = dash < 0 ? info : info.substring(dash + 3);
            } else if (!entry.isEmpty() && !entry.startsWith("#")) {
                sink.song(fallbackName, name, ListedSong.of(entry, title, artist, location(entry)));
                artist = "";
                title = "";
                songs++;
            }
        }
        if (lines.damage() != null) {
            sink.note("%s, line %,d: %s; %,d songs before it were read"
                    .formatted(file, lines.number(), lines.damage(), songs));
        }
        if (songs == 0) {
            throw new CatalogException(
                    file, "it names no song", "An M3U playlist has the path of a recording on each line");
        }
    }

    /** The path in a {@code file:} address, decoded; other text as it is. */
    static String location(String text) {
        if (text.startsWith("file:") || text.indexOf('%') >= 0) {
            try {
                String decoded = URI.create(text).getPath();
                return decoded == null ? text : decoded;
            } catch (IllegalArgumentException noAddress) {
                return text;
            }
        }
        return text;
    }
}
