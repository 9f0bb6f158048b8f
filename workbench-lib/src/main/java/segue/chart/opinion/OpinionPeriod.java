package segue.chart.opinion;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import segue.feedback.DayOfOpinions;

/**
 * What listeners said in a day, a week or a month.
 *
 * @param first day of it; of a week the Monday
 */
record OpinionPeriod(LocalDate first, int likes, int dislikes, int scores) {
    private static final int FEWEST_DAYS = 14;
    private static final int MOST_DAYS = 60;
    private static final int MOST_WEEKS = 104;

    /** How long a period is. */
    enum Length {
        DAY,
        WEEK,
        MONTH;

        LocalDate firstOf(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        LocalDate after(LocalDate first) {
            return switch (this) {
                case DAY -> first.plusDays(1);
                case WEEK -> first.plusWeeks(1);
                case MONTH -> first.plusMonths(1);
            };
        }
    }

    /** A line of periods without a gap. */
    record Line(Length length, List<OpinionPeriod> periods) {}

    /**
     * Every period from the first opinion to {@code today}, or to the last opinion where that is later; those without any are
     * there too. By day for up to {@value #MOST_DAYS} days, and never fewer than {@value #FEWEST_DAYS}; then by week for up to
     * {@value #MOST_WEEKS} weeks, then by month.
     *
     * @param days at least one
     */
    static Line line(List<DayOfOpinions> days, LocalDate today) {
        LocalDate last = today;
        LocalDate first = today;
        for (DayOfOpinions day : days) {
            last = day.day().isAfter(last) ? day.day() : last;
            first = day.day().isBefore(first) ? day.day() : first;
        }
        if (ChronoUnit.DAYS.between(first, last) < FEWEST_DAYS) {
            first = last.minusDays(FEWEST_DAYS - 1);
        }
        Length length = length(ChronoUnit.DAYS.between(first, last) + 1);
        Map<LocalDate, OpinionPeriod> periods = new TreeMap<>();
        for (LocalDate day = length.firstOf(first); !day.isAfter(last); day = length.after(day)) {
            periods.put(day, new OpinionPeriod(day, 0, 0, 0));
        }
        for (DayOfOpinions day : days) {
            periods.computeIfPresent(length.firstOf(day.day()), (_, period) -> period.with(day));
        }
        return new Line(length, new ArrayList<>(periods.values()));
    }

    private static Length length(long days) {
        if (days <= MOST_DAYS) {
            return Length.DAY;
        }
        return days <= 7L * MOST_WEEKS ? Length.WEEK : Length.MONTH;
    }

    private OpinionPeriod with(DayOfOpinions day) {
        return new OpinionPeriod(first, likes + day.likes(), dislikes + day.dislikes(), scores + day.scores());
    }
}
