package segue.catalog.playlists;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
import segue.catalog.Track;
import segue.files.WholeFile;

/**
 * Songs to be written as a playlist that other programs read, and {@link PlaylistFile} too.
 *
 * <pre>{@code
 * PlaylistExport.of("For the road", catalog, rows).write(Path.of("road.m3u8"));
 * }</pre>
 *
 * <p>Recordings are named by their paths, songs of Spotify by {@code spotify:track:…}, other songs by their ids. Characters that
 * a format cannot hold are changed: in names control characters become spaces, halves of a surrogate pair and what XML forbids
 * U+FFFD; what a path or link cannot hold is percent-encoded.
 *
 * @param name of the list; may be empty
 * @param songs in the order they are to be heard
 */
public record PlaylistExport(String name, List<Track> songs) {
    /** @throws IllegalArgumentException if there are no songs: most programs refuse an empty list */
    public PlaylistExport {
        songs = List.copyOf(songs);
        if (songs.isEmpty()) {
            throw new IllegalArgumentException("a playlist needs at least one song to be written");
        }
    }

    /**
     * Songs of a catalogue.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public static PlaylistExport of(String name, Catalog catalog, int... rows) {
        return new PlaylistExport(
                name, Arrays.stream(rows).mapToObj(catalog::track).toList());
    }

    /**
     * Writes the list in the {@linkplain PlaylistFormat#of format} that the file's name asks for; the file is there when it is
     * whole.
     *
     * @throws IllegalArgumentException if the name asks for none of the formats
     * @throws CatalogException where the folder or disk refuses
     */
    public void write(Path file) {
        PlaylistFormat format = PlaylistFormat.of(file);
        try {
            WholeFile.write(file, part -> {
                try (BufferedWriter out = Files.newBufferedWriter(part)) {
                    switch (format) {
                        case M3U -> M3uWriter.write(this, out);
                        case XSPF -> XspfWriter.write(this, out);
                        case JSPF -> JspfWriter.write(this, out);
                        case CSV -> CsvListWriter.write(this, out);
                    }
                }
            });
        } catch (IOException e) {
            throw new CatalogException(
                    file.toString(),
                    "the playlist cannot be written: " + e,
                    "Choose a folder that exists, can be written and has room",
                    e);
        }
    }
}
