package segue.recommend.tastes;

/**
 * How tastes are told apart.
 *
 * @param most tastes that may be found, 1 to 20; at 1 all songs are one
 * @param songs that a taste has on average at least: no more than one in so many is looked for, 1 to 1,000
 * @param spread within a taste, as a variance in each independent direction of the catalogue's songs, above 0 to 10, where 1 is
 *     the spread of the whole catalogue: smaller finds more tastes
 */
public record TasteOptions(int most, int songs, double spread) {
    /** @throws IllegalArgumentException if a number is out of its range */
    public TasteOptions {
        if (most < 1 || most > 20) {
            throw new IllegalArgumentException("most must be in [1, 20] but was " + most);
        }
        if (songs < 1 || songs > 1_000) {
            throw new IllegalArgumentException("songs must be in [1, 1,000] but was " + songs);
        }
        if (!(spread > 0 && spread <= 10)) {
            throw new IllegalArgumentException("spread must be in (0, 10] but was " + spread);
        }
    }

    /** Up to 8 tastes, one song each or more, spread 0.6: what playlists have on real songs. */
    public static TasteOptions defaults() {
        return new TasteOptions(8, 1, 0.6);
    }

    public TasteOptions withMost(int other) {
        return new TasteOptions(other, songs, spread);
    }

    public TasteOptions withSongs(int other) {
        return new TasteOptions(most, other, spread);
    }

    public TasteOptions withSpread(double other) {
        return new TasteOptions(most, songs, other);
    }
}
