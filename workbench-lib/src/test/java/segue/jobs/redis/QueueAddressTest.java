package segue.jobs.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueAddressTest {
    @Test
    void a_host_is_enough() {
        assertThat(QueueAddress.of("redis://queue.example"))
                .isEqualTo(new QueueAddress(false, "queue.example", 6379, Optional.empty(), Optional.empty(), 0))
                .hasToString("redis://queue.example:6379");
    }

    @Test
    void everything_may_be_said() {
        QueueAddress address = QueueAddress.of(" rediss://dj:a%40b%2Fc+d@[::1]:7000/3 ");

        assertThat(address)
                .isEqualTo(new QueueAddress(true, "[::1]", 7000, Optional.of("dj"), Optional.of("a@b/c+d"), 3));
        assertThat(address).hasToString("rediss://dj:****@[::1]:7000/3");
    }

    @Test
    void what_is_no_address_is_refused_without_showing_its_password() {
        for (String url : List.of(
                "http://:s3cret@host",
                "redis://:s3cret@",
                "redis://:s3cret@host:port",
                "redis://:s3cret@host:0",
                "redis://:s3cret@host:65536",
                "redis://:s3cret@host/songs",
                "redis://:s3cret@host/1/2",
                "redis://:s3cret@host?x=1",
                "redis://:s3cret@under_score",
                "redis://:s3cret/with@slash@host",
                "redis://:s3cret with space@host",
                "redis://:s3cret%zz@host",
                "redis://s3cret@host",
                "redis:host",
                "host:6379",
                "")) {
            assertThatThrownBy(() -> QueueAddress.of(url))
                    .as(url)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected redis://HOST:PORT")
                    .hasMessageNotContaining("s3cret")
                    .hasNoCause();
        }
    }

    @Test
    void any_text_is_masked_before_it_is_shown() {
        assertThat(QueueAddress.masked("redis://:pass/wo@rd@host:1/2")).isEqualTo("redis://:****@host:1/2");
        assertThat(QueueAddress.masked("redis://user:word@host")).isEqualTo("redis://user:****@host");
        assertThat(QueueAddress.masked("redis://word@host")).isEqualTo("redis://:****@host");
        assertThat(QueueAddress.masked("redis://host:1")).isEqualTo("redis://host:1");
    }
}
