package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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
                "class Slow { static int n = 1; static { while (n > 0) { n = 1; } } static void f() { } } Slow.f();",
                "class Built { Built() { while (true) { } } } new Built();",
                "Object lock = new Object(); synchronized (lock) { while (true) { } }",
                "try { while (true) { } } finally { while (true) { } }",
                "for (int i = 0; i < 1_000_000_000; i++) { try { spin(); } catch (Throwable t) { } } void spin() { while"
                        + " (true) { } }",
                "int deep(int n) { return n == 0 ? deep(3_000) : deep(n - 1) + 1; } while (true) { try { deep(3_000); }"
                        + " catch (StackOverflowError e) { } }",
                "Stream.iterate(1, n -> n + 1).filter(n -> n < 0).count()",
                "new Thread(() -> { while (true) { } }).start(); Thread.sleep(60_000);",
                "new CompletableFuture<Integer>().join()",
                "CompletableFuture.supplyAsync(() -> { while (true) { } }).join()",
                "CompletableFuture.runAsync(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { throw new"
                        + " IllegalStateException(e); } }).get()",
                "new java.util.concurrent.ArrayBlockingQueue<Integer>(1).take()",
                "new java.util.concurrent.CountDownLatch(1).await();",
                "new ProcessBuilder(\"sleep\", \"60\").start().waitFor()",
                "var pipe = new java.io.PipedInputStream(new java.io.PipedOutputStream()); pipe.read();",
                "java.nio.channels.ServerSocketChannel.open().bind(null).accept();",
                "var v = Thread.ofVirtual().start(() -> { while (true) { } }); v.join();",
                "try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) { tasks.submit(() -> { Thread.sleep(60_000);"
                        + " return 1; }); }",
                "try (var tasks = Executors.newFixedThreadPool(2)) { tasks.submit(() -> { while (true) { } }); }",
                "IntStream.range(0, 4).parallel().forEach(n -> { try { Thread.sleep(60_000); } catch (InterruptedException e)"
                        + " { } });",
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
                var permits = new Semaphore(0);
                CompletableFuture.delayedExecutor(3_000, TimeUnit.MILLISECONDS).execute(permits::release);
                permits.acquireUninterruptibly();
                while (true) { }
                """);
        assertThat(cell.failure().name()).isEqualTo("Interrupted");
        assertThat(cell.err()).contains("restart the kernel");
    }

    @Test
    void threads_that_the_cell_has_started_are_gone_after_the_stop() throws Exception {
        stopMillis("""
                var running = new Thread(() -> { while (true) { } });
                var sleeping = new Thread(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { } });
                var deaf = new Thread(() -> { while (true) { try { Thread.sleep(5); } catch (InterruptedException e) { } } });
                running.start(); sleeping.start(); deaf.start();
                while (true) { }""", new Notebook.Cell[1]);
        assertThat(notebook.text("running.join(1_000); sleeping.join(1_000); deaf.join(1_000);"
                        + " running.isAlive() || sleeping.isAlive() || deaf.isAlive()"))
                .isEqualTo("false");
    }

    @Test
    void threads_of_earlier_cells_live_on() throws Exception {
        notebook.run("""
                var goesOn = new java.util.concurrent.atomic.AtomicBoolean(true);
                var earlier = new Thread(() -> { while (goesOn.get()) { try { Thread.sleep(5); }
                    catch (InterruptedException e) { return; } } });
                earlier.start();""").text();
        stopMillis("while (true) { }", new Notebook.Cell[1]);
        assertThat(notebook.text("earlier.isAlive()")).isEqualTo("true");
        assertThat(notebook.text("goesOn.set(false); earlier.join(2_000); earlier.isAlive()"))
                .isEqualTo("false");
    }

    @Test
    void a_class_whose_static_initialiser_was_stopped_works_when_its_cell_is_run_again() throws Exception {
        notebook.run("int rounds = Integer.MAX_VALUE;");
        String cell =
                "class Starts { static long n; static { for (long i = 0; i < rounds * 1_000L; i++) { n += i; } } }"
                        + " Starts.n >= 0";
        Notebook.Cell[] ended = new Notebook.Cell[1];
        stopMillis(cell, ended);
        assertThat(ended[0].failure().name()).isEqualTo("Interrupted");
        notebook.run("rounds = 0;");
        assertThat(notebook.text(cell)).isEqualTo("true");
        notebook.run("class Throws { static int n = 1 / rounds; } Throws.n");
        notebook.run("rounds = 1;");
        assertThat(notebook.text("class Throws { static int n = 1 / rounds; } Throws.n"))
                .isEqualTo("1");
    }

    @Test
    void code_that_was_loaded_from_a_file_is_stopped_too(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("spin.jsh");
        Files.writeString(file, "int before = 3;\nwhile (true) { }");
        Notebook.Cell[] ended = new Notebook.Cell[1];
        stopMillis("%load " + file, ended);
        assertThat(ended[0].failure().name()).isEqualTo("Interrupted");
        assertThat(notebook.text("before")).isEqualTo("3");
    }

    @Test
    void a_stop_while_the_cell_is_compiled_spoils_nothing() {
        for (int i = 0; i < 40; i++) {
            int wait = i;
            Thread.ofPlatform().start(() -> {
                pause(wait);
                notebook.shell.interrupt();
            });
            notebook.run("var table" + i + " = Table.create(\"t\"); sealed interface Q" + i
                    + " { record A(int n) implements Q" + i + " {} }");
        }
        pause(60);
        assertThat(notebook.text("Table.create(\"t\", IntColumn.create(\"n\", 1, 2)).rowCount()"))
                .isEqualTo("2");
    }

    @Test
    void an_interrupt_while_nothing_runs_does_no_harm() {
        notebook.shell.interrupt();
        assertThat(notebook.text("2 + 2")).isEqualTo("4");
    }
}
