package segue.catalog.playlists;

import java.util.List;

/**
 * A song as a playlist names it, before it is looked for in a catalogue. Text that the playlist does not give is empty.
 *
 * @param id as catalogues have it: of {@code spotify:track:…} and links to a track only the last part
 * @param title of the song
 * @param artists in the order of the list
 * @param path of the recording, as it stands in the list
 * @param genre label that the list puts on it
 * @param subgenre finer label that the list puts on it
 */
public record ListedSong(String id, String title, List<String> artists, String path, String genre, String subgenre) {
    private static final String URI = "spotify:track:";
    private static final String LINK = "open.spotify.com/";

    public ListedSong {
        id = bareId(id);
        artists = List.copyOf(artists);
    }

    static ListedSong ofId(String id) {
        return new ListedSong(id, "", List.of(), "", "", "");
    }

    static ListedSong of(String id, String title, String artist, String path) {
        return new ListedSong(id, title, artist.isBlank() ? List.of() : List.of(artist.strip()), path, "", "");
    }

    /** {@code "Artist – Title"}, or what there is of it. */
    @Override
    public String toString() {
        String name = artists.isEmpty() ? title : String.join(", ", artists) + " – " + title;
        return !title.isEmpty() ? name : !path.isEmpty() ? path : id;
    }

    /** The id in {@code spotify:track:ID} or {@code https://open.spotify.com/intl-de/track/ID?si=…}; other text as it is. */
    static String bareId(String text) {
        String id = text.strip();
        if (id.startsWith(URI)) {
            return id.substring(URI.length());
        }
        int track = id.indexOf("/track/");
        if (track > 0 && id.contains(LINK)) {
            return id.substring(track + "/track/".length()).split("[?#/]", 2)[0];
        }
        return id;
    }
}
