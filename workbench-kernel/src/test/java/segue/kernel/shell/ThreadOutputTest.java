package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a thread prints stands under the cell that started it, whenever it prints. */
class ThreadOutputTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
        notebook.run("void say(String what) { try { Thread.sleep(150); } catch (InterruptedException e) { }"
                + " System.out.println(what); }");
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    private static void awaitText(Notebook.Cell cell, String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!cell.out().contains(text) && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(cell.out()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Thread(() -> say(\"late\")).start();",
                "Thread.startVirtualThread(() -> say(\"late\"));",
                "Executors.newSingleThreadExecutor().submit(() -> say(\"late\"));",
                "Executors.newVirtualThreadPerTaskExecutor().submit(() -> say(\"late\"));",
                "Executors.newScheduledThreadPool(1).schedule(() -> say(\"late\"), 50, TimeUnit.MILLISECONDS);",
                "new Timer(true).schedule(new TimerTask() { public void run() { say(\"late\"); } }, 50);",
                "new ForkJoinPool(2).submit(() -> say(\"late\"));",
                "new Thread(() -> new Thread(() -> say(\"late\")).start()).start();",
            })
    void a_thread_prints_under_its_own_cell_while_another_runs(String start) throws Exception {
        Notebook.Cell first = notebook.run(start);
        Notebook.Cell second = notebook.run("Thread.sleep(400); System.out.println(\"second\");");
        awaitText(first, "late\n");
        assertThat(second.out()).isEqualTo("second\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IntStream.range(0, 100).parallel().forEach(i -> System.out.println(\"x\"));",
                "CompletableFuture.runAsync(() -> System.out.println(\"x\".repeat(100))).join();",
                "try (var all = Executors.newFixedThreadPool(4)) {"
                        + " for (int i = 0; i < 100; i++) all.submit(() -> System.out.println(\"x\")); }",
            })
    void shared_pools_print_under_the_cell_that_uses_them(String code) {
        notebook.run("IntStream.range(0, 1000).parallel().sum();");
        Notebook.Cell cell = notebook.run(code);
        assertThat(cell.out().replace("\n", "")).isEqualTo("x".repeat(100));
    }

    @Test
    void a_thread_still_prints_under_its_cell_after_an_interrupt_of_another() throws Exception {
        Notebook.Cell first =
                notebook.run("Thread.startVirtualThread(() -> { say(\"one\"); say(\"two\"); say(\"three\"); });");
        Thread interrupt = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(100);
                notebook.shell.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(notebook.run("while (true) { }").failure().name()).isEqualTo("Interrupted");
        interrupt.join();
        awaitText(first, "one\ntwo\nthree\n");
    }
}
