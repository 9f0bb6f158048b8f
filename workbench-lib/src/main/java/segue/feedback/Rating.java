package segue.feedback;

/**
 * What a listener says of one recommendation.
 *
 * @param askedSong the song that was asked about; empty where there was none, as for a recommendation from a whole library
 * @param song the song that was recommended
 * @param method what recommended it, as {@code "euclidean"}; a name that stays the same as long as the method does
 */
public record Rating(Listener listener, String askedSong, String song, String method, Opinion opinion) {
    /** @throws IllegalArgumentException if a text is too long or blank */
    public Rating {
        Text.requireStorable("asked song", askedSong, Text.LONGEST_SONG_ID);
        Text.require("song", song, Text.LONGEST_SONG_ID);
        Text.require("method", method, Text.LONGEST_METHOD);
    }
}
