package segue.recommend.metric;

import java.time.DateTimeException;
import java.time.LocalDate;
import segue.catalog.Track;

/** When a song was released, in days. */
public final class SongDate {
    private SongDate() {}

    /**
     * Days since 1970-01-01; of a year alone its 1 July, of a month its 15th, so that the error is least. NaN where the
     * catalogue knows no year, or no such day exists.
     */
    public static float days(Track track) {
        String text = track.releaseDate()
                .orElseGet(() ->
                        track.year().isPresent() ? Integer.toString(track.year().getAsInt()) : "");
        String[] parts = text.split("-", -1);
        try {
            if (parts.length > 3 || text.isEmpty()) {
                return Float.NaN;
            }
            int year = Integer.parseInt(parts[0]);
            int month = parts.length > 1 ? Integer.parseInt(parts[1]) : 7;
            int day = parts.length > 2 ? Integer.parseInt(parts[2]) : parts.length > 1 ? 15 : 1;
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (NumberFormatException | DateTimeException noDate) {
            return Float.NaN;
        }
    }
}
