package segue.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IsoWeekTest {
    @Test
    void the_first_days_of_a_year_may_be_in_the_last_week_of_the_one_before() {
        assertThat(IsoWeek.of(LocalDate.of(2027, 1, 3))).hasToString("2026-W53");
        assertThat(IsoWeek.of(LocalDate.of(2027, 1, 4))).hasToString("2027-W01");
        assertThat(IsoWeek.of(LocalDate.of(2025, 12, 29))).hasToString("2026-W01");
    }

    @Test
    void every_day_of_a_week_is_between_its_monday_and_its_sunday() {
        for (LocalDate day = LocalDate.of(2019, 12, 20); day.getYear() < 2033; day = day.plusDays(1)) {
            IsoWeek week = IsoWeek.of(day);
            assertThat(day).isBetween(week.monday(), week.sunday());
            assertThat(IsoWeek.of(week.monday())).isEqualTo(week);
            assertThat(IsoWeek.of(week.sunday())).isEqualTo(week);
        }
    }

    @Test
    void weeks_are_in_the_order_of_time() {
        assertThat(new IsoWeek(2026, 9)).isLessThan(new IsoWeek(2026, 10));
        assertThat(new IsoWeek(2026, 53)).isLessThan(new IsoWeek(2027, 1));
    }

    @Test
    void only_some_years_have_a_week_53() {
        assertThat(new IsoWeek(2026, 53)).hasToString("2026-W53");
        assertThatThrownBy(() -> new IsoWeek(2025, 53)).hasMessage("there is no week 53 in 2025");
        assertThatThrownBy(() -> new IsoWeek(2025, 0)).hasMessage("there is no week 0 in 2025");
    }
}
