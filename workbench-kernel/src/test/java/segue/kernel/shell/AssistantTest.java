package segue.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AssistantTest {
    @Test
    void questions_are_answered_also_while_a_cell_runs() throws Exception {
        try (Notebook notebook = new Notebook()) {
            notebook.run("String word = \"abc\"; int twice(int v) { return 2 * v; }")
                    .text();
            JavaShell shell = notebook.shell;
            assertThat(shell.complete("word.len", 8).matches()).containsExactly("length()");
            assertThat(shell.complete("int a = 1;\nwor", 14).matches()).contains("word");
            assertThat(shell.complete("%ti", 3).matches()).containsExactly("%time");
            Thread cell = Thread.ofPlatform().start(() -> notebook.run("while (true) { }"));
            Thread.sleep(300);
            long start = System.nanoTime();
            Shell.Completion completion = shell.complete("twi", 3);
            System.out.println("completion took " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms");
            assertThat(completion.matches()).contains("twice(");
            assertThat(completion.start()).isZero();
            shell.interrupt();
            cell.join();
            assertThat(shell.isComplete("int f() {").status()).isEqualTo(Shell.Completeness.Status.INCOMPLETE);
            assertThat(shell.isComplete("int f() {").indent()).isEqualTo("    ");
            assertThat(shell.isComplete("1 + 1").status()).isEqualTo(Shell.Completeness.Status.COMPLETE);
            assertThat(shell.isComplete("int ) x").status()).isEqualTo(Shell.Completeness.Status.INVALID);
            assertThat(shell.inspect("word", 2, 0).orElseThrow().data().get("text/plain"))
                    .isEqualTo("String word = abc");
            assertThat(shell.inspect("\"\".substring(", 5, 0)
                            .orElseThrow()
                            .data()
                            .get("text/plain"))
                    .contains("substring(int");
            assertThat(shell.inspect("nothingKnown", 3, 0)).isEmpty();
        }
    }
}
