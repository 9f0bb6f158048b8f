package segue.recommend.playlist;

/** What can speak for a song that is to continue a playlist. */
public enum PartKind {
    /** Its artists stand in the list. */
    ARTISTS("artists", 3.7),
    /**
     * Its artists stand in other lists together with artists of the list. Left out where tags of artists are known, beside which it
     * earns nothing.
     */
    COMPANIONS("artists of the same lists", 0.69),
    /** Its artists have the tags that the list's artists have. */
    TAGS("tags", 3.9),
    /** Playlists put songs like it, by artists, tags and numbers, where they put songs of the list. */
    FACTORS("factors of playlists", 2),
    /** Its title has words that titles of the list have. */
    WORDS("title words", 0.12),
    /** Its numbers are near the list's mean, as near as songs of one list are to each other. */
    SOUND("sound", 0.19),
    /** It was released when songs of the list were. */
    DATE("release date", 0.5),
    /** It is as popular as songs of the list are. */
    POPULARITY("popularity", 0.5);

    private final String label;
    private final double usualWeight;

    PartKind(String label, double usualWeight) {
        this.label = label;
        this.usualWeight = usualWeight;
    }

    /** For people, {@code "release date"}. */
    public String label() {
        return label;
    }

    /** The weight where there are too few playlists to learn one: what 471 public playlists gave, without factors. */
    public double usualWeight() {
        return usualWeight;
    }
}
