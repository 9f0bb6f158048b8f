package segue.spotify;

import java.net.URI;
import segue.files.Markup;

/**
 * A playlist, without its songs.
 *
 * @param id of 22 letters and digits
 * @param name to show
 * @param owner the account whose it is
 * @param size songs and podcasts in it; of one just made, the songs that Spotify took; -1 where Spotify does not say, as of
 *     others' playlists
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

    /** An {@code <iframe>} with Spotify's player, to be put into a web page; it loads from Spotify once it is in sight. */
    public String embedHtml() {
        return ("<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"352\" style=\"border:0;border-radius:12px\""
                        + " allow=\"autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture\""
                        + " loading=\"lazy\"></iframe>")
                .formatted(embed(), Markup.escaped(name));
    }

    @Override
    public String toString() {
        return name + (size < 0 ? "" : " (%,d)".formatted(size));
    }
}
