package segue.catalog.playlists;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import segue.catalog.FeatureSpace;
import segue.catalog.Track;

/** Where a song is found: the path of a recording, the address of a song of Spotify, or an id that only catalogues know. */
final class SongPlace {
    private static final Pattern SPOTIFY = Pattern.compile("[0-9A-Za-z]{22}");
    private static final String PLAIN = "-._~/";

    private SongPlace() {}

    static boolean isRecording(Track song) {
        return !song.features().space().equals(FeatureSpace.ofSongTables());
    }

    /** The address of a song that is no recording; its id where it is not of Spotify. */
    static String identifier(Track song) {
        return SPOTIFY.matcher(song.id()).matches() ? "spotify:track:" + song.id() : song.id();
    }

    /** A path as an address: {@code file:///…} where it is absolute, else relative. */
    static String address(String path) {
        String text = WellFormed.text(path);
        return (text.startsWith("/") ? "file://" : "") + encoded(text);
    }

    /** A path or id on a line of its own; as an address where it would be read as something else. */
    static String line(String text) {
        boolean plain = text.equals(WellFormed.line(text))
                && text.equals(text.strip())
                && !text.startsWith("#")
                && !text.startsWith("file:");
        return plain ? text : encoded(WellFormed.text(text));
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            if (c < 128 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append("%%%02X".formatted((int) c));
            }
        }
        return out.toString();
    }
}
