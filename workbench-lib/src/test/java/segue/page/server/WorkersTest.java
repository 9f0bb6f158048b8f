package segue.page.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final Timeouts SHORT =
            Timeouts.defaults().withWaiting(Duration.ofMillis(50)).withComputing(Duration.ofMillis(50));

    private static Workers workers(int workers, int waiting, Timeouts timeouts) {
        return new Workers(workers, waiting, timeouts, new PageMetrics());
    }

    private static void assertRefused(Workers workers, String code, Callable<?> work) {
        assertThatExceptionOfType(ApiError.class)
                .isThrownBy(() -> workers.answer("a client", work))
                .satisfies(error -> {
                    assertThat(error.status()).isEqualTo(503);
                    assertThat(error.body().error().code()).isEqualTo(code);
                });
    }

    @Test
    void work_that_takes_too_long_is_refused_as_overdue_and_interrupted() throws Exception {
        try (Workers workers = workers(1, 2, SHORT)) {
            CountDownLatch interrupted = new CountDownLatch(1);

            assertRefused(workers, "overdue", () -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException given) {
                    interrupted.countDown();
                }
                return null;
            });

            interrupted.await();
            assertThat(workers.<String>answer("a client", () -> "next")).isEqualTo("next");
        }
    }

    @Test
    void work_that_does_not_heed_being_interrupted_is_refused_all_the_same() throws Exception {
        Semaphore end = new Semaphore(0);
        try (Workers workers = workers(1, 4, SHORT)) {
            assertRefused(workers, "overdue", () -> {
                end.acquireUninterruptibly();
                return null;
            });
            assertRefused(workers, "busy", () -> "its worker is still at the first");

            end.release();
            String answer = null;
            while (answer == null) {
                answer = workers.answer("b", () -> "next");
            }
            assertThat(answer).isEqualTo("next");
        }
    }

    @Test
    void what_the_work_throws_is_thrown() {
        try (Workers workers = workers(1, 2, Timeouts.defaults())) {
            assertThatExceptionOfType(ApiError.class)
                    .isThrownBy(() -> workers.answer("a", () -> {
                        throw ApiError.badParameter("no", "yes");
                    }))
                    .withMessage("no");
            assertThatExceptionOfType(StackOverflowError.class)
                    .isThrownBy(() -> workers.answer("a", () -> {
                        throw new StackOverflowError("deep");
                    }));
            assertThat(workers.<Integer>answer("a", () -> 1)).isEqualTo(1);
        }
    }

    @Test
    void who_asks_once_is_answered_soon_however_much_another_asks() throws Exception {
        try (Workers workers = workers(1, 100, Timeouts.defaults());
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Semaphore steps = new Semaphore(0);
            List<String> order = new ArrayList<>();
            List<Future<?>> asked = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                asked.add(clients.submit(() -> workers.answer("greedy", () -> {
                    steps.acquire();
                    return order.add("greedy");
                })));
            }
            while (workers.waiting() < 29) {
                Thread.sleep(1);
            }
            asked.add(clients.submit(() -> workers.answer("modest", () -> order.add("modest"))));
            while (workers.waiting() < 30) {
                Thread.sleep(1);
            }

            steps.release(30);
            for (Future<?> one : asked) {
                one.get();
            }

            assertThat(order.indexOf("modest")).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void closing_ends_the_threads() throws Exception {
        Workers workers = workers(2, 2, Timeouts.defaults());
        workers.close();
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("segue-worker-") && thread.isInterrupted())) {
            Thread.sleep(5);
        }
        assertThat(workers.waiting()).isZero();
    }
}
