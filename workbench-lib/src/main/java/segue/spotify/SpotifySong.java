package segue.spotify;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import se.michaelthelin.spotify.model_objects.specification.ArtistSimplified;
import se.michaelthelin.spotify.model_objects.specification.Track;
import segue.catalog.playlists.ListedSong;

/**
 * A song as an account has it. Neither popularity nor audio features nor a preview come with it any more, see {@link Withdrawn}.
 *
 * @param id of 22 letters and digits; empty for a file of the person's own
 * @param name the title
 * @param artists in Spotify's order
 * @param album on which it is; may be empty
 * @param isrc the recording's international code; other releases of the same recording have the same
 * @param durationMillis length
 */
public record SpotifySong(
        String id, String name, List<String> artists, String album, Optional<String> isrc, OptionalInt durationMillis) {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{22}");

    public SpotifySong {
        artists = List.copyOf(artists);
    }

    /** Whether a text is an id such as Spotify's songs and playlists have. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** {@code spotify:track:ID}. */
    static String uri(String id) {
        return "spotify:track:" + id;
    }

    static SpotifySong of(Track track) {
        ArtistSimplified[] artists = Objects.requireNonNullElse(track.getArtists(), new ArtistSimplified[0]);
        return new SpotifySong(
                Objects.requireNonNullElse(track.getId(), ""),
                Objects.requireNonNullElse(track.getName(), ""),
                Arrays.stream(artists)
                        .filter(Objects::nonNull)
                        .map(ArtistSimplified::getName)
                        .filter(name -> name != null && !name.isBlank())
                        .toList(),
                track.getAlbum() == null
                        ? ""
                        : Objects.requireNonNullElse(track.getAlbum().getName(), ""),
                Optional.ofNullable(track.getExternalIds())
                        .flatMap(ids -> Optional.ofNullable(ids.getExternalIds().get("isrc"))),
                track.getDurationMs() == null ? OptionalInt.empty() : OptionalInt.of(track.getDurationMs()));
    }

    /** As {@code segue.catalog.playlists} looks for it. */
    public ListedSong listed() {
        return new ListedSong(id, name, artists, "", "", "");
    }

    /** {@code "Artist – Title"}. */
    @Override
    public String toString() {
        return listed().toString();
    }
}
