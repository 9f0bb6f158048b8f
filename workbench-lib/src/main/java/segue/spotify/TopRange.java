package segue.spotify;

import java.util.Arrays;

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

    /**
     * The one of that name, in any case.
     *
     * @throws IllegalArgumentException naming those that there are
     */
    public static TopRange named(String name) {
        return Arrays.stream(values())
                .filter(range -> range.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the time must be weeks, months or years but was '" + name + "'"));
    }

    String id() {
        return id;
    }
}
