package segue.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {
    private final BlockingQueue<Long> died = new LinkedBlockingQueue<>();

    @Test
    void the_end_of_the_named_process_is_told_once() throws Exception {
        Process served = new ProcessBuilder("sleep", "60").start();
        ParentWatch.start(Long.toString(served.pid()), died::add);
        assertThat(died.poll(700, TimeUnit.MILLISECONDS)).isNull();
        served.destroyForcibly().waitFor();
        assertThat(died.poll(10, TimeUnit.SECONDS)).isEqualTo(served.pid());
        assertThat(died.poll(700, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void a_number_that_names_no_process_and_nonsense_end_nothing() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        for (String pid : new String[] {Long.toString(gone.pid()), "0", "-1", "", "x", "99999999999999999999", null}) {
            ParentWatch.start(pid, died::add);
        }
        assertThat(died.poll(700, TimeUnit.MILLISECONDS)).isNull();
    }
}
