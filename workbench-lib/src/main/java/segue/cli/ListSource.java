package segue.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import segue.catalog.playlists.PlaylistFile;
import segue.spotify.PlaylistLink;
import segue.spotify.Spotify;

/** Where a playlist is: in a file, or in the person's account at Spotify. */
final class ListSource {
    /** Of any service. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]+://.*|spotify:.*)");

    private ListSource() {}

    static boolean isLink(String text) {
        return ADDRESS.matcher(text.strip()).matches() || PlaylistLink.isLink(text);
    }

    /**
     * Before anything is read.
     *
     * @param text null where none is given
     * @throws IllegalArgumentException if it is a link, but to no playlist of Spotify's, or cannot be a file
     */
    static void check(String text) {
        if (text == null) {
            return;
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("--playlist needs a file or a link, but got none");
        }
        if (!isLink(text)) {
            try {
                Path.of(text);
            } catch (InvalidPathException noPath) {
                throw new IllegalArgumentException(
                        "--playlist '%s' is neither a file nor a link".formatted(SongFinder.shown(text)), noPath);
            }
        } else if (PlaylistLink.isLink(text)) {
            PlaylistLink.parse(text);
        } else {
            throw new IllegalArgumentException(
                    ("--playlist '%s' is a link, but not to a playlist at Spotify, the only service whose playlists are read:"
                                    + " give one like https://open.spotify.com/playlist/ID, or save the songs to a file")
                            .formatted(SongFinder.shown(text)));
        }
    }

    /** The songs, once the text was {@linkplain #check checked}. */
    static PlaylistFile read(String text) throws IOException {
        if (!isLink(text)) {
            return PlaylistFile.read(Path.of(text));
        }
        PlaylistLink link = PlaylistLink.parse(text);
        Spotify spotify = Spotify.open(SpotifyAccess.settings(new Settings()));
        return OnCtrlC.interrupt(() -> spotify.playlist(link)).asPlaylist();
    }
}
