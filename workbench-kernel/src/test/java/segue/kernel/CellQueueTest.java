package segue.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import segue.kernel.wire.Message;

@Timeout(10)
class CellQueueTest {
    private final CellQueue queue = new CellQueue();

    private static Message cell(String code, Instant sent) {
        Map<String, Object> header = Map.of("msg_id", code, "msg_type", "execute_request", "date", sent.toString());
        return new Message(List.of(), new byte[0], header, Map.of(), Map.of(), Map.of("code", code), List.of());
    }

    @Test
    void cells_come_out_in_the_order_in_which_they_came_in() throws InterruptedException {
        queue.add(cell("a", Instant.now()));
        queue.add(cell("b", Instant.now()));
        assertThat(queue.take().request().id()).isEqualTo("a");
        assertThat(queue.take().request().id()).isEqualTo("b");
    }

    @Test
    void a_cell_that_was_under_way_when_another_failed_is_aborted() throws InterruptedException {
        Message underWay = cell("a", Instant.now().minusMillis(1));
        queue.abortWaiting();
        queue.add(underWay);
        assertThat(queue.take().aborted()).isTrue();
    }

    @Test
    void a_queue_that_takes_long_to_arrive_is_aborted_to_its_end() throws InterruptedException {
        Instant sent = Instant.now().minusMillis(1);
        queue.abortWaiting();
        for (int i = 0; i < 4; i++) {
            Thread.sleep(CellQueue.UNDERWAY_MILLIS / 2);
            queue.add(cell("a", sent));
            assertThat(queue.take().aborted()).as("cell %d", i).isTrue();
        }
    }

    @Test
    void a_cell_that_was_sent_after_the_failure_runs() throws InterruptedException {
        queue.abortWaiting();
        queue.add(cell("a", Instant.now().plusMillis(1)));
        assertThat(queue.take().aborted()).isFalse();
    }

    @Test
    void a_client_whose_clock_is_slow_is_not_aborted_for_ever() throws InterruptedException {
        queue.abortWaiting();
        Thread.sleep(CellQueue.UNDERWAY_MILLIS + 20);
        queue.add(cell("a", Instant.now().minus(Duration.ofHours(1))));
        assertThat(queue.take().aborted()).isFalse();
    }

    @Test
    void an_interrupt_that_came_too_late_for_its_cell_does_not_end_the_queue() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        Thread taker = Thread.ofPlatform().unstarted(() -> {
            queue.take();
            taken.countDown();
        });
        taker.start();
        taker.interrupt();
        queue.add(cell("a", Instant.now()));
        assertThat(taken.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_full_queue_holds_up_the_one_who_fills_it() throws InterruptedException {
        for (int i = 0; i < CellQueue.MAX_CELLS; i++) {
            queue.add(cell("x", Instant.now()));
        }
        CountDownLatch added = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                queue.add(cell("one more", Instant.now()));
                added.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(added.await(100, TimeUnit.MILLISECONDS)).isFalse();
        queue.take();
        assertThat(added.await(5, TimeUnit.SECONDS)).isTrue();
    }
}
