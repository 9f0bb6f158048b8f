package segue.recommend;

/** Why a song is left out of an answer, in the order in which it is asked. */
public enum Rule {
    /** The user has it already. */
    KNOWN("known already"),
    /** It is by an artist of a song asked for. */
    QUERY_ARTIST("by an artist asked for"),
    YEARS("another year"),
    LENGTH("another length"),
    EXPLICIT("the other kind of words"),
    POPULARITY("another popularity"),
    GENRES("another genre"),
    UNWANTED_GENRES("an unwanted genre"),
    NEW_ARTISTS("no new artist"),
    /** Mostly spoken word; left out of what is least alike. */
    SPOKEN("spoken word"),
    /** Silence, no tempo, a snippet, or hours on end; left out of what is least alike. */
    BROKEN("no whole song"),
    /** So far from all songs that it says nothing about this one; left out of what is least alike. */
    OUTLIER("unlike every song"),
    /** Another copy of a song asked for, or of one that stands in the answer. */
    SAME_RECORDING("the same recording"),
    /** Its artist has as many places as one may have. */
    ARTIST_CAP("its artist has its places"),
    /** It is farther away than was asked for. */
    MAX_DISTANCE("too far away"),
    /** None: it only was not near enough for a place. */
    RANK("not near enough");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    /** For people, {@code "another year"}. */
    public String words() {
        return words;
    }
}
