package segue.spotify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a playlist, as Spotify gives it: {@code https://open.spotify.com/playlist/ID?si=…}, also with {@code intl-de/},
 * {@code embed/} or the old {@code user/NAME/}; or {@code spotify:playlist:ID}.
 *
 * @param id of 22 letters and digits
 */
public record PlaylistLink(String id) {
    private static final Pattern LINK = Pattern.compile(
            "(?:https?://)?(?:open|play)\\.spotify\\.com/(?:intl-[a-z]{2,8}(?:-[a-z]{2,8})?/)?(?:embed/)?(?:user/[^/?#]+/)?"
                    + "([a-z]+)/([^/?#]*)/?(?:[?#].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern URI = Pattern.compile("spotify:(?:user:[^:]+:)?([a-z]+):([^:?]*)(?:\\?.*)?");
    private static final Pattern SHORT = Pattern.compile("(?:https?://)?spotify\\.(?:link|app\\.link)/.*");

    public PlaylistLink {
        if (!SpotifySong.isId(id)) {
            throw new IllegalArgumentException(
                    "the id of a playlist must be 22 letters and digits but was '" + id + "'");
        }
    }

    /** Whether a text is meant as an address of Spotify's, rather than a file. */
    public static boolean isLink(String text) {
        String plain = text.strip();
        return LINK.matcher(plain).matches()
                || URI.matcher(plain).matches()
                || SHORT.matcher(plain).matches();
    }

    /** @throws IllegalArgumentException if it is no playlist's address */
    public static PlaylistLink parse(String text) {
        String plain = text.strip();
        if (SHORT.matcher(plain).matches()) {
            throw new IllegalArgumentException(
                    "'" + plain + "' is a short link: open it in a browser, and give the address"
                            + " that begins with https://open.spotify.com/playlist/");
        }
        Matcher matcher = Optional.of(LINK.matcher(plain))
                .filter(Matcher::matches)
                .or(() -> Optional.of(URI.matcher(plain)).filter(Matcher::matches))
                .orElseThrow(() -> new IllegalArgumentException("'" + plain
                        + "' is no link to a playlist: it must be like https://open.spotify.com/playlist/ID"));
        if (!matcher.group(1).equalsIgnoreCase("playlist")) {
            throw new IllegalArgumentException(
                    "'%s' is a link to %s, not to a playlist".formatted(plain, article(matcher.group(1))));
        }
        return new PlaylistLink(matcher.group(2));
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
