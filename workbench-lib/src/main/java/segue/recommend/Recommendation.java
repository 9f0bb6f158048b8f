package segue.recommend;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import segue.catalog.Track;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * One recommended song.
 *
 * @param row in the catalogue
 * @param track the song
 * @param seed the song asked for that brought it: of several the one whose turn it was, or of least similar ones the nearest
 * @param distance from that song, in the metric of the request, over the features on one scale
 * @param reasons what the distance is made of, what is alike first: one entry a feature, or of recordings one a group of them
 */
public record Recommendation(int row, Track track, Track seed, float distance, List<Reason> reasons) {
    /**
     * The part of one feature, or of a group of them, in the distance. Every metric splits exactly, {@code a} and
     * {@code b} on one scale:
     *
     * <ul>
     *   <li>euclidean {@code d = sum (a - b)²/d}: a feature's share is that of the squared distance; squared euclidean
     *       {@code (a - b)²};
     *   <li>manhattan {@code |a - b|};
     *   <li>cosine {@code (a/|a| - b/|b|)²/2};
     *   <li>Chebyshev: the whole distance is its largest difference's, in equal parts where several are as large;
     *   <li>dot product {@code -ab}, which may be below 0; its share is by size.
     * </ul>
     *
     * <p>A part that counts more or less than once by its {@linkplain SongSpace#weights weight} does so in all of these.
     *
     * @param feature column name, {@code "energy"}, or the group's, {@code "timbre"}, or a label, {@code "latin pop"}
     * @param share of the distance, 0 to 1; the shares of one recommendation add up to 1 (all 0 where the songs are equal)
     * @param part of the distance, in its unit; the parts of one recommendation add up to its distance
     * @param difference of the recommended song from the one asked for: of a feature in standard deviations; of a group the
     *     euclidean distance in it, at least 0, where 1 is what two songs taken at random have; of a label that of its
     *     probabilities
     * @param group whether it is a group
     * @param odds of a label how probably both songs have it; empty of all else
     */
    public record Reason(
            String feature,
            double share,
            double part,
            double difference,
            @JsonIgnore boolean group,
            @JsonIgnore Optional<Odds> odds) {
        /** Of a feature or a group. */
        public Reason(String feature, double share, double part, double difference, boolean group) {
            this(feature, share, part, difference, group, Optional.empty());
        }

        /** The difference for people: {@code "-0.12 sd"}, {@code "0.71 of the usual"}, {@code ".41 and .38"}. */
        public String differenceText() {
            if (odds.isPresent()) {
                return InNumbers.number(odds.get().asked()) + " and "
                        + InNumbers.number(odds.get().found());
            }
            return group ? "%.2f of the usual".formatted(difference) : "%+.2f sd".formatted(difference);
        }
    }

    /**
     * How probably two songs have a label.
     *
     * @param asked the song asked for, 0 to 1
     * @param found the recommended one, 0 to 1
     */
    public record Odds(double asked, double found) {}

    /**
     * The reasons in one line: {@code "close in energy and tempo; differs in acousticness"}.
     *
     * @param dissimilar whether the differences are what was asked for and come first
     */
    public String why(boolean dissimilar) {
        return InLabels.tells(reasons)
                ? InLabels.sentence(reasons, dissimilar, false)
                : Why.sentence(reasons, dissimilar);
    }

    /**
     * The reasons with the numbers of both songs, that of the one asked for first:
     * {@code "energy .82 and .80; 6 bpm apart; differs most in acousticness, .10 and .64"}.
     *
     * @param dissimilar whether the differences are what was asked for and come first
     */
    public String inNumbers(boolean dissimilar) {
        return InLabels.tells(reasons)
                ? InLabels.sentence(reasons, dissimilar, true)
                : InNumbers.sentence(seed, track, reasons, dissimilar);
    }

    /** The recommendations as a table to look at: rank, song, distance, why. */
    public static Table table(List<Recommendation> recommendations) {
        Table table = Table.create(
                "Recommendations",
                IntColumn.create("rank"),
                StringColumn.create("song"),
                DoubleColumn.create("distance"),
                StringColumn.create("why"));
        for (Recommendation one : recommendations) {
            table.intColumn("rank").append(table.intColumn("rank").size() + 1);
            table.stringColumn("song").append(one.track().toString());
            table.doubleColumn("distance").append(Math.round(one.distance() * 1_000) / 1_000.0);
            table.stringColumn("why").append(one.why(false));
        }
        return table;
    }

    /** {@code "0.412  Warren G – Recognize (1994): close in …"}. */
    @Override
    public String toString() {
        return "%.3f  %s: %s".formatted(distance, track, why(false));
    }
}
