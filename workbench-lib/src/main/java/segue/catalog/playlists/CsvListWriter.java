package segue.catalog.playlists;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import segue.catalog.NameList;
import segue.catalog.Track;

/** Writes what {@link CsvPlaylists} reads. */
final class CsvListWriter {
    private CsvListWriter() {}

    static void write(PlaylistExport list, Writer out) throws IOException {
        try {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord("playlist_name", "track_id", "track_name", "track_artist", "duration_ms", "path");
            for (Track song : list.songs()) {
                csv.writeRecord(
                        WellFormed.line(list.name()),
                        WellFormed.line(song.id()),
                        WellFormed.line(song.name()),
                        artists(song.artists()),
                        song.durationMillis().isPresent()
                                ? Integer.toString(song.durationMillis().getAsInt())
                                : "",
                        SongPlace.isRecording(song) ? SongPlace.line(song.id()) : "");
            }
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Joined by semicolons where they can be told apart again, else as a list literal. */
    private static String artists(List<String> names) {
        List<String> clean = names.stream().map(WellFormed::line).toList();
        String joined = String.join(";", clean);
        return NameList.parse(joined).equals(clean) ? joined : NameList.literal(clean);
    }
}
