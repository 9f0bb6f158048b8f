package segue.spotify.mix;

import segue.spotify.PlaylistLink;
import segue.spotify.SongList;
import segue.spotify.Spotify;
import segue.spotify.TopRange;

/** The songs of an account that tastes are told from. */
@FunctionalInterface
public interface MixSource {
    /** Asks for the songs. */
    SongList read(Spotify spotify);

    /** The liked songs. */
    static MixSource liked() {
        return Spotify::likedSongs;
    }

    /** The songs played most. */
    static MixSource top(TopRange range) {
        return spotify -> spotify.topSongs(range);
    }

    /** The songs of a playlist that the account owns or works on. */
    static MixSource playlist(PlaylistLink link) {
        return spotify -> spotify.playlist(link);
    }

    /**
     * From {@code saved}, {@code top} (of months), or the link to a playlist.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static MixSource named(String text) {
        return switch (text.strip()) {
            case "saved" -> liked();
            case "top" -> top(TopRange.MONTHS);
            case String other when PlaylistLink.isLink(other) -> playlist(PlaylistLink.parse(other));
            case String other ->
                throw new IllegalArgumentException(
                        "the songs to start from must be saved, top, or the link to a playlist of yours but were '"
                                + other + "'");
        };
    }
}
