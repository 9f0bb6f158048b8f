package segue.recommend;

import java.io.Serializable;

/**
 * When an artist is new: little known, or not heard of for long. The first artist that a song names is asked. An artist is
 * new if any of the two holds; of neither known, nothing can be said, and the song counts as unknown. An artist of a song
 * that the user {@linkplain Request#known has} is never new.
 *
 * <p>What a catalogue cannot tell: the first release is the first one that the catalogue has. Of an old artist of whom it
 * has one late song it believes that this was the first.
 *
 * @param belowPercentile of popularity, 0 to 100: the artist's most popular song is less popular than that of so many
 *     percent of the artists whose popularity is known; 0 asks nothing
 * @param debutYears the artist's first year in the catalogue is among its last so many, 0 to 200; 0 asks nothing
 * @param unknownToUser every artist of whom the user has no song is new; needs {@link Request#known}
 */
public record NewArtists(double belowPercentile, int debutYears, boolean unknownToUser) implements Serializable {
    private static final int MOST_YEARS = 200;

    /** @throws IllegalArgumentException if a value is out of range, or nothing is asked */
    public NewArtists {
        if (!(belowPercentile >= 0 && belowPercentile <= 100)) {
            throw new IllegalArgumentException(
                    "the percentile of popularity must be in [0, 100] but was " + belowPercentile);
        }
        if (debutYears < 0 || debutYears > MOST_YEARS) {
            throw new IllegalArgumentException(
                    "the years since the debut must be in [0, %d] but were %d".formatted(MOST_YEARS, debutYears));
        }
        if (belowPercentile == 0 && debutYears == 0 && !unknownToUser) {
            throw new IllegalArgumentException(
                    "nothing says when an artist is new: give a percentile of popularity or years since the debut");
        }
    }

    /** Less popular than 75 % of the artists, or first heard of in the last three years of the catalogue. */
    public static NewArtists defaults() {
        return new NewArtists(25, 3, false);
    }

    /** Whoever the user has no song of. */
    public static NewArtists toUser() {
        return new NewArtists(0, 0, true);
    }

    public NewArtists withBelowPercentile(double belowPercentile) {
        return new NewArtists(belowPercentile, debutYears, unknownToUser);
    }

    public NewArtists withDebutYears(int debutYears) {
        return new NewArtists(belowPercentile, debutYears, unknownToUser);
    }
}
