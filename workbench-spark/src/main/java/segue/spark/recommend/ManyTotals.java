package segue.spark.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * What became of all users and of what they have: entries are kept (in {@code songs}), repeated or unknown.
 *
 * @param users there are
 * @param answered users who are recommended a song at least
 * @param withoutSongs users of whom the catalogue has no song
 * @param recommendations of all users together
 * @param songs of all users together, those of several counted for each
 * @param repeated entries of a song that the user has already
 * @param unknown entries whose song the catalogue has not
 * @param firstUnknown one of them, with its user; empty where there is none
 * @param unusable rows of which nothing could be used
 * @param firstUnusable why the first of them could not; empty where there is none
 * @param sentBytes of the catalogue, to every process
 */
public record ManyTotals(
        long users,
        long answered,
        long withoutSongs,
        long recommendations,
        long songs,
        long repeated,
        long unknown,
        String firstUnknown,
        long unusable,
        String firstUnusable,
        long sentBytes) {

    /** @param sums at most two rows: of users, and of what is nobody's */
    static ManyTotals of(List<Row> sums, long sentBytes) {
        ManyTotals totals = new ManyTotals(0, 0, 0, 0, 0, 0, 0, "", 0, "", sentBytes);
        for (Row row : sums) {
            totals = row.getBoolean(0) ? totals.withUnusable(row.getLong(7), row.getString(8)) : totals.withUsers(row);
        }
        return totals;
    }

    private ManyTotals withUsers(Row row) {
        String first = row.isNullAt(8) ? "" : "'%s' of user %s".formatted(row.getString(8), row.getString(9));
        return new ManyTotals(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                first,
                unusable,
                firstUnusable,
                sentBytes);
    }

    private ManyTotals withUnusable(long rows, String first) {
        return new ManyTotals(
                users,
                answered,
                withoutSongs,
                recommendations,
                songs,
                repeated,
                unknown,
                firstUnknown,
                rows,
                first,
                sentBytes);
    }

    /** For people, without a full stop. */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        parts.add("recommended %,d songs to %,d of %,d users".formatted(recommendations, answered, users));
        if (withoutSongs > 0) {
            parts.add("of %,d users the catalogue has no song".formatted(withoutSongs));
        }
        if (unknown > 0) {
            parts.add("%,d of %,d entries name a song that it has not, such as %s"
                    .formatted(unknown, songs + repeated + unknown, firstUnknown));
        }
        if (repeated > 0) {
            parts.add("%,d entries name a song that their user has already".formatted(repeated));
        }
        if (unusable > 0) {
            parts.add("%,d rows could not be used: %s".formatted(unusable, firstUnusable));
        }
        parts.add(String.format(Locale.ROOT, "the catalogue was sent as %.1f MB", sentBytes / 1e6));
        return String.join("; ", parts);
    }

    /** For programs, in the order in which they are told. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("users", users);
        figures.put("usersAnswered", answered);
        figures.put("usersWithoutSongs", withoutSongs);
        figures.put("recommendations", recommendations);
        figures.put("songsOfUsers", songs);
        figures.put("repeatedEntries", repeated);
        figures.put("unknownEntries", unknown);
        figures.put("firstUnknown", firstUnknown);
        figures.put("unusableRows", unusable);
        figures.put("firstUnusable", firstUnusable);
        figures.put("sentBytes", sentBytes);
        return figures;
    }
}
