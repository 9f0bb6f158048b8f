package segue.chart.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import segue.chart.opinion.OpinionPeriod.Length;
import segue.feedback.DayOfOpinions;

class OpinionPeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

    private static DayOfOpinions day(LocalDate day, int likes) {
        return new DayOfOpinions(day, likes, 1, 2);
    }

    @Test
    void days_without_opinions_are_there_up_to_today() {
        var line = OpinionPeriod.line(List.of(day(TODAY.minusDays(20), 3), day(TODAY.minusDays(5), 4)), TODAY);
        assertThat(line.length()).isEqualTo(Length.DAY);
        assertThat(line.periods()).hasSize(21);
        assertThat(line.periods().getFirst()).isEqualTo(new OpinionPeriod(TODAY.minusDays(20), 3, 1, 2));
        assertThat(line.periods().get(1)).isEqualTo(new OpinionPeriod(TODAY.minusDays(19), 0, 0, 0));
        assertThat(line.periods().getLast().first()).isEqualTo(TODAY);
    }

    @Test
    void the_days_on_which_clocks_change_are_days_like_others() {
        LocalDate change = LocalDate.of(2026, 3, 29);
        var line = OpinionPeriod.line(
                List.of(day(change.minusDays(1), 1), day(change, 2), day(change.plusDays(1), 3)), TODAY);
        assertThat(line.periods())
                .extracting(OpinionPeriod::first)
                .doesNotHaveDuplicates()
                .contains(change);
        assertThat(line.periods().stream().mapToInt(OpinionPeriod::likes).sum()).isEqualTo(6);
    }

    @Test
    void one_day_stands_at_the_end_of_two_weeks() {
        var line = OpinionPeriod.line(List.of(day(TODAY, 1)), TODAY);
        assertThat(line.periods()).hasSize(14);
        assertThat(line.periods().getLast().likes()).isEqualTo(1);
    }

    @Test
    void more_than_sixty_days_are_told_by_week_and_more_than_two_years_by_month() {
        assertThat(length(59)).isEqualTo(Length.DAY);
        assertThat(length(60)).isEqualTo(Length.WEEK);
        assertThat(length(727)).isEqualTo(Length.WEEK);
        assertThat(length(728)).isEqualTo(Length.MONTH);
        var weeks = OpinionPeriod.line(List.of(day(TODAY.minusDays(399), 1), day(TODAY, 1)), TODAY);
        assertThat(weeks.periods()).hasSize(58);
        assertThat(weeks.periods().stream().mapToInt(OpinionPeriod::likes).sum())
                .isEqualTo(2);
    }

    private static Length length(int daysAgo) {
        return OpinionPeriod.line(List.of(day(TODAY.minusDays(daysAgo), 1)), TODAY)
                .length();
    }

    @Test
    void opinions_later_than_today_are_not_lost() {
        var line = OpinionPeriod.line(List.of(day(TODAY.plusDays(1), 7)), TODAY);
        assertThat(line.periods().getLast()).isEqualTo(new OpinionPeriod(TODAY.plusDays(1), 7, 1, 2));
    }
}
