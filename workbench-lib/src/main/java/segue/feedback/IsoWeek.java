package segue.feedback;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;

/**
 * A week from Monday to Sunday, as ISO 8601 numbers them: {@code 2026-W01} begins on 29 December 2025.
 *
 * @param year that most of its days are in, 1 to 9999
 * @param week 1 to 53
 */
public record IsoWeek(int year, int week) implements Comparable<IsoWeek> {
    /** @throws IllegalArgumentException if the year has no such week */
    public IsoWeek {
        int weeks = year < 1 || year > 9999
                ? 0
                : (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR
                        .rangeRefinedBy(LocalDate.of(year, 6, 1))
                        .getMaximum();
        if (week < 1 || week > weeks) {
            throw new IllegalArgumentException("there is no week %d in %d".formatted(week, year));
        }
    }

    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    public LocalDate monday() {
        return LocalDate.of(year, 1, 4)
                .with(WeekFields.ISO.weekOfWeekBasedYear(), week)
                .with(WeekFields.ISO.dayOfWeek(), 1);
    }

    public LocalDate sunday() {
        return monday().plusDays(6);
    }

    @Override
    public int compareTo(IsoWeek other) {
        return toString().compareTo(other.toString());
    }

    /** {@code "2026-W31"}: in the order of time. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-W%02d", year, week);
    }
}
