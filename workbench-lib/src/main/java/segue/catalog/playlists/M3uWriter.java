package segue.catalog.playlists;

import java.io.IOException;
import java.io.Writer;
import segue.catalog.Track;

/** Writes what {@link M3uPlaylist} reads. */
final class M3uWriter {
    private M3uWriter() {}

    static void write(PlaylistExport list, Writer out) throws IOException {
        out.write("#EXTM3U\n");
        if (!list.name().isBlank()) {
            out.write("#PLAYLIST:" + WellFormed.line(list.name()) + "\n");
        }
        for (Track song : list.songs()) {
            String name = song.artists().isEmpty() ? song.name() : song.artistLine() + " - " + song.name();
            long seconds = song.durationMillis().isPresent()
                    ? Math.round(song.durationMillis().getAsInt() / 1000.0)
                    : -1;
            out.write("#EXTINF:" + seconds + "," + WellFormed.line(name) + "\n");
            String place = SongPlace.isRecording(song) ? song.id() : SongPlace.identifier(song);
            out.write(SongPlace.line(place) + "\n");
        }
    }
}
