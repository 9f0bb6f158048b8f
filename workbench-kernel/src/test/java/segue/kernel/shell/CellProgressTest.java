package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Progress under the cell that it belongs to. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CellProgressTest {
    private Notebook notebook;

    @BeforeAll
    void open() {
        notebook = new Notebook();
    }

    @AfterAll
    void close() {
        notebook.close();
    }

    @Test
    void a_loop_is_one_display_that_is_updated_and_stays_with_its_total() {
        Notebook.Cell cell = notebook.run("for (String s : Progress.of(List.of(\"a\", \"b\"), \"<names>\")) {}");
        cell.text();
        assertThat(cell.displays).hasSize(1);
        assertThat(cell.displays.getFirst().data().get("text/html"))
                .contains("<progress max=\"1\" value=\"0.000\"", "&lt;names&gt;")
                .doesNotContain("<script");
        assertThat(cell.latestTexts()).singleElement().asString().startsWith("<names>: 2 · ");
        assertThat(cell.latest.values())
                .first()
                .satisfies(last ->
                        assertThat(last.data().get("text/html")).contains("✓").doesNotContain("<progress"));
    }

    @Test
    void a_loop_in_a_loop_leaves_one_line_and_not_one_a_round() {
        Notebook.Cell cell = notebook.run("""
                for (int i : Progress.range(0, 50, "outer")) {
                    for (int j : Progress.range(0, 50, "inner " + i)) {}
                }""");
        cell.text();
        assertThat(cell.displays).hasSize(1);
        assertThat(cell.latestTexts()).singleElement().asString().startsWith("outer: 50 · ");
    }

    @Test
    void the_part_that_is_under_way_stands_below_its_whole() {
        Notebook.Cell cell = notebook.run("""
                for (int i : Progress.range(0, 3, "outer")) {
                    for (int j : Progress.range(0, 9, "inner " + i)) { if (i == 1) throw new Exception("on purpose"); }
                }""");
        cell.failure();
        assertThat(cell.latestTexts())
                .singleElement()
                .asString()
                .startsWith("outer: stopped after 1 of 3")
                .contains("\ninner 1: stopped after 0 of 9");
    }

    @Test
    void an_inner_loop_that_is_left_by_break_is_over_in_the_next_round() {
        Notebook.Cell cell = notebook.run("""
                for (int i : Progress.range(0, 3, "outer")) {
                    for (int j : Progress.range(0, 9, "inner")) { break; }
                }""");
        cell.text();
        assertThat(cell.latestTexts())
                .singleElement()
                .asString()
                .startsWith("outer: 3 · ")
                .doesNotContain("inner");
    }

    @Test
    void an_interrupted_loop_says_so() throws InterruptedException {
        Thread stopper = Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(1_500);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            notebook.shell.interrupt();
        });
        Notebook.Cell cell = notebook.run("for (int i : Progress.range(0, 1_000_000, \"long\")) { Thread.sleep(5); }");
        stopper.join();
        assertThat(cell.failure().name()).isEqualTo("Interrupted");
        assertThat(cell.latestTexts())
                .singleElement()
                .asString()
                .startsWith("long: interrupted after ")
                .contains("of 1,000,000");
    }

    @Test
    void work_on_two_threads_has_two_lines_and_goes_on_after_the_cell() throws Exception {
        Notebook.Cell cell = notebook.run("""
                var gate = new CountDownLatch(1);
                var begun = new CountDownLatch(1);
                var worker = Thread.ofPlatform().start(() -> {
                    try (var p = Progress.begin("background", 1)) {
                        begun.countDown();
                        gate.await();
                        p.step();
                    } catch (InterruptedException e) { }
                });
                begun.await();
                for (int i : Progress.range(0, 2, "cell")) {}
                """);
        cell.text();
        assertThat(cell.displays).hasSize(2);
        assertThat(cell.latestTexts()).anyMatch(text -> text.startsWith("background: 0 of 1"));
        notebook.run("gate.countDown(); worker.join();").text();
        assertThat(cell.latestTexts())
                .anyMatch(text -> text.startsWith("background: 1 · "))
                .anyMatch(text -> text.startsWith("cell: 2 · "));
    }
}
