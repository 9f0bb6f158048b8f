package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptTest {
    private Notebook notebook;

    @BeforeAll
    void open() {
        notebook = new Notebook();
        notebook.run("1 + 1");
    }

    @AfterAll
    void close() {
        notebook.close();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Stops the cell once it has said that it runs; returns how long that took. */
    private long stopMillis(String code, Notebook.Cell[] ended) throws Exception {
        long[] stopped = new long[1];
        Thread stopper = Thread.ofPlatform().start(() -> {
            pause(600);
            stopped[0] = System.nanoTime();
            notebook.shell.interrupt();
        });
        ended[0] = notebook.run(code);
        long end = System.nanoTime();
        stopper.join();
        return TimeUnit.NANOSECONDS.toMillis(end - stopped[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int i = 0; while (true) { i++; }",
                "for (;;) {}",
                "do { } while (true);",
                "void spin() { while (true) { } } spin();",
                "Runnable r = () -> { while (true) { } }; r.run();",
                "IntStream.range(0, 4).parallel().forEach(n -> { while (true) { } });",
                "Thread.sleep(60_000);",
                "while (true) { try { Thread.sleep(10); } catch (InterruptedException e) { } }",
                "while (true) { try { if (true) throw new Exception(); } catch (Throwable e) { } }",
                "class Own { long f(int n) { return f(n + 1 & 1023) + 1; } } while (true) { try { new Own().f(0); } catch"
                        + " (StackOverflowError e) { } }"
            })
    void a_cell_that_never_ends_is_stopped_at_once(String code) throws Exception {
        notebook.run("int kept = 41;");
        Notebook.Cell[] ended = new Notebook.Cell[1];
        long millis = stopMillis(code, ended);
        System.out.println("interrupt took " + millis + " ms: " + code);
        assertThat(ended[0].failure().name()).isEqualTo("Interrupted");
        assertThat(millis).isLessThan(400);
        assertThat(notebook.text("kept + 1")).isEqualTo("42");
    }

    @Test
    void threads_of_a_parallel_stream_are_gone_after_the_stop() throws Exception {
        notebook.run("var beats = new java.util.concurrent.atomic.AtomicLong();");
        stopMillis(
                "IntStream.range(0, 4).parallel().forEach(n -> { while (true) { beats.incrementAndGet(); } });",
                new Notebook.Cell[1]);
        String before = notebook.text("beats.get()");
        Thread.sleep(100);
        assertThat(notebook.text("beats.get()")).isEqualTo(before);
    }

    @Test
    void a_library_call_that_cannot_be_stopped_is_explained() {
        Thread.ofPlatform().start(() -> {
            pause(300);
            notebook.shell.interrupt();
        });
        Notebook.Cell cell = notebook.run("""
                new CompletableFuture<Integer>().completeOnTimeout(1, 3_000, TimeUnit.MILLISECONDS).join();
                while (true) { }
                """);
        assertThat(cell.failure().name()).isEqualTo("Interrupted");
        assertThat(cell.err()).contains("restart the kernel");
    }

    @Test
    void an_interrupt_while_nothing_runs_does_no_harm() {
        notebook.shell.interrupt();
        assertThat(notebook.text("2 + 2")).isEqualTo("4");
    }
}
