package segue.spotify;

/** The time over which Spotify counts what an account plays most. */
public enum TopRange {
    /** About four weeks. */
    WEEKS("short_term"),
    /** About six months. */
    MONTHS("medium_term"),
    /** About a year and more. */
    YEARS("long_term");

    private final String id;

    TopRange(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
