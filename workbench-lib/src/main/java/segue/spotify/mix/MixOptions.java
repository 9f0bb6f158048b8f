package segue.spotify.mix;

import java.util.Optional;
import segue.recommend.tastes.Flow;

/**
 * What is asked of a mix.
 *
 * @param n songs of the playlist, 1 to 500
 * @param name of the playlist; empty for {@code Segue: } and the name of the list that it is made from
 * @param least songs that have to be known to tell tastes from, and that have to be at Spotify to make a playlist of, 1 to 500;
 *     where there are fewer, nothing is made
 * @param isrcSearches requests that look for other releases of songs that the catalogue has not by id, 0 to 1,000
 * @param nameSearches requests that look for songs of the catalogue that have no id at Spotify, 0 to 1,000
 * @param isPublic whether the playlist is shown on the person's profile
 * @param again whether one is made though the account has one of that name
 */
public record MixOptions(
        int n, Optional<String> name, int least, int isrcSearches, int nameSearches, boolean isPublic, boolean again) {
    static final int LONGEST_NAME = 100;

    private static final int MOST_SEARCHES = 1_000;

    /** @throws IllegalArgumentException if a number is out of its range, or the name too long */
    public MixOptions {
        name = name.map(String::strip);
        name.ifPresent(text -> {
            if (text.isEmpty() || text.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("the name of a playlist must have 1 to %d characters but had %d"
                        .formatted(LONGEST_NAME, text.length()));
            }
        });
        requireIn("n", n, 1, Flow.MAX_SONGS);
        requireIn("least", least, 1, Flow.MAX_SONGS);
        requireIn("isrcSearches", isrcSearches, 0, MOST_SEARCHES);
        requireIn("nameSearches", nameSearches, 0, MOST_SEARCHES);
        if (least > n) {
            throw new IllegalArgumentException(
                    "least must be at most n, which is %,d, but was %,d".formatted(n, least));
        }
    }

    /** 50 songs, from 5 that are known at least, 30 searches by ISRC and 100 by name at most, not public. */
    public static MixOptions defaults() {
        return new MixOptions(50, Optional.empty(), 5, 30, 100, false, false);
    }

    /** With {@code least} no larger. */
    public MixOptions withN(int other) {
        return new MixOptions(
                other, name, Math.min(least, Math.max(1, other)), isrcSearches, nameSearches, isPublic, again);
    }

    public MixOptions withName(String other) {
        return new MixOptions(n, Optional.of(other), least, isrcSearches, nameSearches, isPublic, again);
    }

    public MixOptions withLeast(int other) {
        return new MixOptions(n, name, other, isrcSearches, nameSearches, isPublic, again);
    }

    public MixOptions withIsrcSearches(int other) {
        return new MixOptions(n, name, least, other, nameSearches, isPublic, again);
    }

    public MixOptions withNameSearches(int other) {
        return new MixOptions(n, name, least, isrcSearches, other, isPublic, again);
    }

    public MixOptions withPublic(boolean other) {
        return new MixOptions(n, name, least, isrcSearches, nameSearches, other, again);
    }

    public MixOptions withAgain(boolean other) {
        return new MixOptions(n, name, least, isrcSearches, nameSearches, isPublic, other);
    }

    private static void requireIn(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be in [%d, %,d] but was %,d".formatted(what, least, most, value));
        }
    }
}
