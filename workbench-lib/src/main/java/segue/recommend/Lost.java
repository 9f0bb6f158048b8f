package segue.recommend;

import segue.catalog.Track;

/**
 * The counter-example: a song that nearly had a place.
 *
 * @param row in the catalogue
 * @param distance from the song asked for that it is nearest to
 * @param rule that left it out, or {@link Rule#RANK}: it is the next in order
 * @param by what it lost, {@code "its year is 1984"} or {@code "0.013 farther than the last one shown, most by tempo"}
 */
public record Lost(int row, Track track, float distance, Rule rule, String by) {
    /** {@code "Queen – Bohemian Rhapsody (1975), at 0.412: its year is 1975"}. */
    @Override
    public String toString() {
        return "%s, at %.3f: %s".formatted(track, distance, by);
    }
}
