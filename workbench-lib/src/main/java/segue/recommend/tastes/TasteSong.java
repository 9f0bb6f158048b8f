package segue.recommend.tastes;

import java.util.Locale;
import segue.catalog.Track;
import segue.neighbors.Metric;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;

/**
 * A song of a playlist, and whom it is for.
 *
 * @param row in the catalogue
 * @param track the song
 * @param taste number of the taste it is for
 * @param nearest the listener's song of that taste that it is most like, as a row of the catalogue
 * @param liked that song
 * @param distance to it, euclidean over the space's points
 * @param score by which the taste chose it: the logarithm of how common such songs are in the taste, less 0.7 of that in the
 *     catalogue; only differences mean something
 */
public record TasteSong(int row, Track track, int taste, int nearest, Track liked, double distance, double score) {
    /**
     * The song as a recommendation for the listener's song that it is most like, with reasons.
     *
     * @param recommender over the same catalogue and points
     */
    public Recommendation because(Recommender recommender) {
        float like = (float) distance;
        return new Recommendation(row, track, liked, like, recommender.reasons(Metric.EUCLIDEAN, nearest, row, like));
    }

    /** {@code "Taste 2: A – B (1994), 0.41 from your C – D (1992)"}, tastes counted from 1. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Taste %d: %s, %.2f from your %s", taste + 1, track, distance, liked);
    }
}
