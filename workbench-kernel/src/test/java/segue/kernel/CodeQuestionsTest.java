package segue.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import segue.kernel.shell.JavaShell;
import segue.kernel.shell.Shell;

/** Questions about Java, asked over the sockets of a kernel that runs Java. */
@Timeout(60)
class CodeQuestionsTest extends RunningKernel {
    @Override
    Shell open() {
        return new JavaShell();
    }

    @BeforeEach
    void declare() throws Exception {
        client.story(client.execute("int somethingLong = 5;"));
    }

    private Map<String, Object> ask(String type, Map<String, Object> content) throws Exception {
        return client.reply("shell", client.send("shell", type, content)).content();
    }

    @Test
    void positions_count_code_points_and_every_match_is_described() throws Exception {
        String code = "var a = \"😀😀\"; someth";
        int points = code.codePointCount(0, code.length());
        Map<String, Object> reply = ask("complete_request", Map.of("code", code, "cursor_pos", points));
        assertThat(reply)
                .containsEntry("matches", List.of("somethingLong"))
                .containsEntry("cursor_start", points - "someth".length())
                .containsEntry("cursor_end", points);
        assertThat(reply.get("metadata").toString())
                .contains("text=somethingLong", "type=instance", "signature=int", "start=" + (points - 6));
    }

    @Test
    void tooltips_and_completeness_are_answered_while_a_cell_runs() throws Exception {
        Map<String, Object> cell = client.execute("while (true) { }");
        Map<String, Object> tooltip = ask("inspect_request", Map.of("code", "Math.max(", "cursor_pos", 9));
        assertThat(tooltip).containsEntry("found", true);
        assertThat(tooltip.get("data").toString()).contains("static int Math.max(int a, int b)");
        assertThat(ask("is_complete_request", Map.of("code", "for (;;) {")))
                .containsEntry("status", "incomplete")
                .containsEntry("indent", "    ");
        assertThat(ask("complete_request", Map.of("code", "somethi", "cursor_pos", 7)))
                .containsEntry("matches", List.of("somethingLong"));
        client.send("control", "interrupt_request", Map.of());
        assertThat(client.story(cell)).isNotEmpty();
    }
}
