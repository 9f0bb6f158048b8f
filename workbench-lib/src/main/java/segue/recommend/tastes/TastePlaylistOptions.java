package segue.recommend.tastes;

import java.util.Collection;
import java.util.Set;
import segue.recommend.Rules;

/**
 * What is asked of a playlist.
 *
 * @param n songs, 1 to 500
 * @param rules that the songs have to pass; songs without a named artist are not counted for one
 * @param flowing whether songs are put into the order in which neighbours are alike; else tastes take turns, best songs first
 * @param known rows of songs that the listener has besides those that tell the tastes: they do not come
 */
public record TastePlaylistOptions(int n, Rules rules, boolean flowing, Set<Integer> known) {
    /** @throws IllegalArgumentException if a number is out of its range */
    public TastePlaylistOptions {
        if (n < 1 || n > Flow.MAX_SONGS) {
            throw new IllegalArgumentException("n must be in [1, %d] but was %,d".formatted(Flow.MAX_SONGS, n));
        }
        known = Set.copyOf(known);
    }

    /** 50 songs, no recording twice, two by an artist, flowing. */
    public static TastePlaylistOptions defaults() {
        return new TastePlaylistOptions(50, Rules.defaults().withPerArtist(2), true, Set.of());
    }

    public TastePlaylistOptions withN(int other) {
        return new TastePlaylistOptions(other, rules, flowing, known);
    }

    public TastePlaylistOptions withRules(Rules other) {
        return new TastePlaylistOptions(n, other, flowing, known);
    }

    /** The same rules but for how many songs an artist may have, at least 1. */
    public TastePlaylistOptions withPerArtist(int other) {
        return withRules(rules.withPerArtist(other));
    }

    public TastePlaylistOptions withFlowing(boolean other) {
        return new TastePlaylistOptions(n, rules, other, known);
    }

    public TastePlaylistOptions withKnown(Collection<Integer> other) {
        return new TastePlaylistOptions(n, rules, flowing, Set.copyOf(other));
    }
}
