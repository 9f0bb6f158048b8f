package segue.spotify.access;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What the person is asked to allow, and what for. */
public enum Scope {
    LIBRARY_READ("user-library-read", "read your liked songs"),
    TOP_READ("user-top-read", "read the songs that you play most"),
    PLAYLIST_READ("playlist-read-private", "read your private playlists"),
    COLLABORATIVE_READ("playlist-read-collaborative", "read playlists that you work on with others"),
    PLAYLIST_WRITE("playlist-modify-private", "make playlists that only you see"),
    PUBLIC_PLAYLIST_WRITE("playlist-modify-public", "make playlists that others see"),
    LIBRARY_WRITE("user-library-modify", "add songs to your liked songs");

    private final String id;
    private final String what;

    Scope(String id, String what) {
        this.id = id;
        this.what = what;
    }

    /** Spotify's name for it. */
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return what;
    }

    static String all() {
        return Arrays.stream(values()).map(Scope::id).collect(Collectors.joining(" "));
    }
}
