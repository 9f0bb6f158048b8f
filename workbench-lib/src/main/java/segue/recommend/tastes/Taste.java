package segue.recommend.tastes;

import java.util.Locale;
import segue.catalog.Track;

/**
 * One of a listener's tastes.
 *
 * @param number from 0, the largest first
 * @param name in words, another one for each taste: {@code "calm · folk, indie folk"}
 * @param words what sets it apart from the catalogue, strongest first
 * @param medoid the listener's song nearest to its middle
 * @param share of the listener's songs, above 0 to 1
 * @param songs the listener's songs in it, as ascending rows of the catalogue; read it, do not write it
 */
public record Taste(int number, String name, String words, Track medoid, double share, int... songs) {
    /** {@code "calm · folk (12 songs, 24 %), like Nick Drake – Pink Moon (1972)"}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s (%,d %s, %.0f %%), like %s",
                name,
                songs.length,
                songs.length == 1 ? "song" : "songs",
                100 * share,
                medoid);
    }
}
