package segue.digest;

/**
 * What a digest has in it.
 *
 * @param songs recommended in it, in [1, 12]
 * @param littleKnown songs more, by artists whom few know or who are new, in [0, 3]
 * @param occasions searches and liked songs that it starts from, in [1, 10]
 * @param pastDigests whose songs it does not repeat, where the catalogue has others, in [0, 104]
 * @param halfLifeDays after which a search counts half, in [1, 365]; a rating counts half after four times as long, since
 *     tastes stay longer than curiosity
 */
public record DigestOptions(int songs, int littleKnown, int occasions, int pastDigests, int halfLifeDays) {
    /** @throws IllegalArgumentException if a number is out of its range */
    public DigestOptions {
        require("songs", songs, 1, 12);
        require("little known songs", littleKnown, 0, 3);
        require("occasions", occasions, 1, 10);
        require("past digests", pastDigests, 0, 104);
        require("half-life in days", halfLifeDays, 1, 365);
    }

    /** Eight songs from at most four occasions and two little known ones, none from the last eight digests; 14 days. */
    public static DigestOptions defaults() {
        return new DigestOptions(8, 2, 4, 8, 14);
    }

    public DigestOptions withSongs(int other) {
        return new DigestOptions(other, littleKnown, occasions, pastDigests, halfLifeDays);
    }

    public DigestOptions withLittleKnown(int other) {
        return new DigestOptions(songs, other, occasions, pastDigests, halfLifeDays);
    }

    public DigestOptions withOccasions(int other) {
        return new DigestOptions(songs, littleKnown, other, pastDigests, halfLifeDays);
    }

    public DigestOptions withPastDigests(int other) {
        return new DigestOptions(songs, littleKnown, occasions, other, halfLifeDays);
    }

    public DigestOptions withHalfLifeDays(int other) {
        return new DigestOptions(songs, littleKnown, occasions, pastDigests, other);
    }

    private static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be in [%d, %d] but was %d".formatted(what, least, most, value));
        }
    }
}
