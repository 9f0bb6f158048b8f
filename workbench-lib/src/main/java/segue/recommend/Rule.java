package segue.recommend;

/** Why a song is left out of an answer, in the order in which it is asked. */
public enum Rule {
    /** The user has it already. */
    KNOWN("known already"),
    YEARS("of another year"),
    LENGTH("of another length"),
    EXPLICIT("with words of the other kind"),
    POPULARITY("of another popularity"),
    GENRES("of another genre"),
    UNWANTED_GENRES("of an unwanted genre"),
    WITHIN("of another folder"),
    NEW_ARTISTS("not by new artists"),
    /** Mostly spoken word; left out of what is least alike. */
    SPOKEN("spoken word"),
    /** Silence, no tempo, a snippet, or hours on end; left out of what is least alike. */
    BROKEN("silent, cut short or endless"),
    /** So far from all songs that it says nothing about this one; left out of what is least alike. */
    OUTLIER("unlike every song"),
    /** It is by an artist of a song asked for. */
    QUERY_ARTIST("by the artists asked for"),
    /** It is a song that there should be less of, or nearer to one than to every song asked for. */
    LESS_LIKE("more like what there should be less of"),
    /** Another copy of a song asked for, or of one that stands in the answer. */
    SAME_RECORDING("of the same recording"),
    /** Its artist has as many places as one may have. */
    ARTIST_CAP("by artists who have their places"),
    /** It is farther away than was asked for. */
    MAX_DISTANCE("too far away"),
    /** It is too like songs that are shown, or too well known, for a dial that asks for variety or novelty. */
    VARIETY("passed over for variety"),
    /** None: it only was not near enough for a place. */
    RANK("not near enough");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    /** For people, after a number of songs: {@code "of another year"}. */
    public String words() {
        return words;
    }
}
