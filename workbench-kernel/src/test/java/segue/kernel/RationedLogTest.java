package segue.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RationedLogTest {
    private final List<String> lines = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong(7);
    private final RationedLog log = new RationedLog(lines::add, nanos::get);

    private void flood(int count) {
        for (int i = 0; i < count; i++) {
            log.accept("line " + i);
        }
    }

    @Test
    void lines_pass_as_they_come() {
        flood(RationedLog.BURST);
        assertThat(lines).hasSize(RationedLog.BURST).startsWith("line 0", "line 1");
    }

    @Test
    void a_flood_is_cut_and_the_next_line_says_by_how_many() {
        flood(RationedLog.BURST + 1000);
        nanos.addAndGet(1_000_000_000);
        log.accept("later");
        assertThat(lines).hasSize(RationedLog.BURST + 2);
        assertThat(lines.subList(RationedLog.BURST, lines.size()))
                .satisfiesExactly(
                        cut -> assertThat(cut).contains("1000 lines were left out"),
                        later -> assertThat(later).isEqualTo("later"));
    }

    @Test
    void after_a_quiet_time_a_burst_passes_again() {
        flood(1000);
        nanos.addAndGet(1_000_000_000L * 3600);
        lines.clear();
        flood(1000);
        assertThat(lines).hasSize(RationedLog.BURST + 1);
    }
}
