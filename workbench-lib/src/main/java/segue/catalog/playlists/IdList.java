package segue.catalog.playlists;

import java.io.InputStream;
import segue.catalog.CatalogException;
import segue.catalog.LineReader;

/** Plain text with one song a line: its id, a Spotify link, or a path. Blank lines and those that begin with # are passed. */
final class IdList {
    /** Ids and paths are shorter; a text of longer lines is something else. */
    private static final int LONGEST = 4096;

    private IdList() {}

    static void read(String file, String name, InputStream text, PlaylistSink sink) {
        LineReader lines = new LineReader(file, text);
        long songs = 0;
        for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            String entry = line.text().strip();
            if (line.problem() != null || entry.length() > LONGEST) {
                throw new CatalogException(
                        file,
                        line.number(),
                        "this is no playlist: " + (line.problem() == null ? "a line is too long" : line.problem()),
                        "Give M3U, XSPF, JSPF, CSV, or plain text with one track id a line");
            }
            if (!entry.isEmpty() && !entry.startsWith("#")) {
                sink.song(name, name, ListedSong.of(entry, "", "", entry));
                songs++;
            }
        }
        if (lines.damage() != null) {
            sink.note("%s, line %,d: %s; %,d songs before it were read"
                    .formatted(file, lines.number(), lines.damage(), songs));
        }
        if (songs == 0) {
            throw new CatalogException(file, "it names no song", "Give one track id a line");
        }
    }
}
