package segue.page.opinions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void some_at_once_then_so_many_a_second() {
        RateLimit limit = new RateLimit(3, 2);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a", 0)).isEmpty();
        }
        assertThat(limit.take("a", 0)).hasValue(1);
        assertThat(limit.take("b", 0)).as("somebody else").isEmpty();
        assertThat(limit.take("a", SECOND / 2)).isEmpty();
        assertThat(limit.take("a", SECOND / 2)).isPresent();
    }

    @Test
    void whoever_waits_long_has_no_more_than_at_first() {
        RateLimit limit = new RateLimit(2, 1);
        limit.take("a", 0);
        limit.take("a", 1000 * SECOND);
        limit.take("a", 1000 * SECOND);
        assertThat(limit.take("a", 1000 * SECOND)).hasValue(1);
    }

    @Test
    void slow_limits_say_how_long_to_wait() {
        RateLimit limit = new RateLimit(1, 0.1);
        limit.take("a", 0);
        assertThat(limit.take("a", 0)).hasValue(10);
    }
}
