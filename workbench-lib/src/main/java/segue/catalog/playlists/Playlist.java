package segue.catalog.playlists;

import java.util.stream.IntStream;

/**
 * A list of songs.
 *
 * @param id what tells it from others
 * @param name to show; several playlists may have the same, or none
 * @param songs rows of the catalogue in the order of the list, each once; read it, do not write it
 */
public record Playlist(String id, String name, int... songs) {
    /** @throws IllegalArgumentException if a row is below 0 or stands in it twice */
    public Playlist {
        if (IntStream.of(songs).anyMatch(row -> row < 0)
                || IntStream.of(songs).distinct().count() < songs.length) {
            throw new IllegalArgumentException("playlist %s must have rows of a catalogue, each once".formatted(id));
        }
    }

    public int size() {
        return songs.length;
    }

    /** The same playlist with other songs. */
    public Playlist withSongs(int... rows) {
        return new Playlist(id, name, rows);
    }

    @Override
    public String toString() {
        return "%s (%,d songs)".formatted(name.isEmpty() ? id : name, size());
    }
}
