package segue.recommend;

import java.util.List;
import segue.catalog.Track;

/**
 * One recommended song.
 *
 * @param row in the catalogue
 * @param track the song
 * @param distance from the song asked for, in the metric of the request, over standardised features
 * @param reasons what the distance is made of, features alike first, one entry a feature
 */
public record Recommendation(int row, Track track, float distance, List<Reason> reasons) {

    /**
     * One feature's part in the distance.
     *
     * @param feature column name, {@code "energy"}
     * @param share of the distance, 0 to 1; the shares of one recommendation add up to 1 (all 0 where the songs are equal)
     * @param difference of the recommended song from the one asked for, in standard deviations
     */
    public record Reason(String feature, double share, double difference) {}
}
