package segue.spotify;

import java.net.URI;

/**
 * A playlist, without its songs.
 *
 * @param id of 22 letters and digits
 * @param name to show
 * @param owner the account whose it is
 * @param size songs and podcasts in it; -1 where Spotify does not say, as of others' playlists
 */
public record SpotifyPlaylist(String id, String name, String owner, int size) {
    /** To open in a browser or in Spotify. */
    public URI link() {
        return URI.create("https://open.spotify.com/playlist/" + id);
    }

    /** For an {@code <iframe>}; it plays whole songs only to who is signed in to Spotify in that browser. */
    public URI embed() {
        return URI.create("https://open.spotify.com/embed/playlist/" + id);
    }

    @Override
    public String toString() {
        return name + (size < 0 ? "" : " (%,d)".formatted(size));
    }
}
