package segue.recommend.tastes;

/**
 * What is asked of a playlist.
 *
 * @param n songs, 1 to 500
 * @param perArtist most songs by one artist, 1 to 500; songs without a named artist are not counted
 * @param flowing whether songs are put into the order in which neighbours are alike; else tastes take turns, best songs first
 */
public record PlaylistOptions(int n, int perArtist, boolean flowing) {
    /** @throws IllegalArgumentException if a number is out of its range */
    public PlaylistOptions {
        require("n", n);
        require("perArtist", perArtist);
    }

    private static void require(String name, int value) {
        if (value < 1 || value > Flow.MAX_SONGS) {
            throw new IllegalArgumentException(
                    "%s must be in [1, %d] but was %,d".formatted(name, Flow.MAX_SONGS, value));
        }
    }

    /** 50 songs, two by an artist, flowing. */
    public static PlaylistOptions defaults() {
        return new PlaylistOptions(50, 2, true);
    }

    public PlaylistOptions withN(int other) {
        return new PlaylistOptions(other, perArtist, flowing);
    }

    public PlaylistOptions withPerArtist(int other) {
        return new PlaylistOptions(n, other, flowing);
    }

    public PlaylistOptions withFlowing(boolean other) {
        return new PlaylistOptions(n, perArtist, other);
    }
}
