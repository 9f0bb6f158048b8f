package segue.feedback.people;

/**
 * When people with the same taste are asked, and how many.
 *
 * @param leastRaters so many listeners must have rated enough, in [2, 1,000,000]; below that nothing is suggested
 * @param leastRatings songs that a listener must have rated to count, in [1, 1,000]
 * @param neighbors listeners with the most similar taste who are asked, in [1, 10,000]
 * @param support of them so many must have rated a song before it is suggested, in [1, neighbors]
 * @param shrinkage songs in common at which a similarity counts half, at least 0; 5 to 50 are usual
 */
public record PeopleOptions(int leastRaters, int leastRatings, int neighbors, int support, double shrinkage) {
    /** @throws IllegalArgumentException if a number is out of its range */
    public PeopleOptions {
        require("raters", leastRaters, 2, 1_000_000);
        require("ratings", leastRatings, 1, 1_000);
        require("neighbors", neighbors, 1, 10_000);
        require("support", support, 1, neighbors);
        if (!(shrinkage >= 0 && shrinkage < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("shrinkage must be at least 0 but was " + shrinkage);
        }
    }

    /** 10 raters of 5 songs each, 30 neighbours of whom 2 must know a song, shrinkage 10. */
    public static PeopleOptions defaults() {
        return new PeopleOptions(10, 5, 30, 2, 10);
    }

    public PeopleOptions withLeastRaters(int other) {
        return new PeopleOptions(other, leastRatings, neighbors, support, shrinkage);
    }

    public PeopleOptions withLeastRatings(int other) {
        return new PeopleOptions(leastRaters, other, neighbors, support, shrinkage);
    }

    public PeopleOptions withNeighbors(int other) {
        return new PeopleOptions(leastRaters, leastRatings, other, Math.min(support, other), shrinkage);
    }

    public PeopleOptions withSupport(int other) {
        return new PeopleOptions(leastRaters, leastRatings, neighbors, other, shrinkage);
    }

    private static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be in [%,d, %,d] but was %,d".formatted(what, least, most, value));
        }
    }
}
