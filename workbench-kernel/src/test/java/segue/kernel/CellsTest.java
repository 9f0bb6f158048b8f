package segue.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.kernel.wire.Message;

class CellsTest extends RunningKernel {
    @Test
    void a_cell_is_told_as_busy_input_output_result_idle() throws Exception {
        var request = client.execute("print hello\necho 2");
        List<Message> story = client.story(request);
        assertThat(TestClient.types(story))
                .containsExactly("busy", "execute_input", "stream", "execute_result", "idle");
        assertThat(story.get(1).content()).containsEntry("execution_count", 1);
        assertThat(story.get(2).content()).containsEntry("name", "stdout").containsEntry("text", "hello\n");
        assertThat(story.get(3).content())
                .containsEntry("data", Map.of("text/plain", "2"))
                .containsEntry("execution_count", 1)
                .containsEntry("metadata", Map.of());
        Message reply = client.reply("shell", request);
        assertThat(reply.type()).isEqualTo("execute_reply");
        assertThat(reply.content())
                .containsEntry("status", "ok")
                .containsEntry("execution_count", 1)
                .containsEntry("user_expressions", Map.of())
                .containsEntry("payload", List.of());
    }

    @Test
    void a_failing_cell_is_told_as_an_error_in_both_places() throws Exception {
        var request = client.execute("fail badly");
        List<Message> story = client.story(request);
        assertThat(TestClient.types(story)).containsExactly("busy", "execute_input", "error", "idle");
        assertThat(story.get(2).content())
                .containsEntry("ename", "Failure")
                .containsEntry("evalue", "badly")
                .containsEntry("traceback", List.of("Failure: badly", "  cell line 1"));
        assertThat(client.reply("shell", request).content())
                .containsEntry("status", "error")
                .containsEntry("ename", "Failure")
                .containsEntry("execution_count", 1);
    }

    @Test
    void a_silent_cell_says_nothing_and_is_not_counted() throws Exception {
        client.story(client.execute("count"));
        var silent = client.execute("print x\nshow y\necho z", "silent", true);
        assertThat(TestClient.types(client.story(silent))).containsExactly("busy", "idle");
        assertThat(client.reply("shell", silent).content())
                .containsEntry("status", "ok")
                .containsEntry("execution_count", 1);
        var next = client.execute("count");
        assertThat(client.story(next).get(2).content()).containsEntry("data", Map.of("text/plain", "2"));
    }

    @Test
    void a_cell_outside_history_is_shown_but_not_counted() throws Exception {
        var request = client.execute("echo x", "store_history", false);
        assertThat(TestClient.types(client.story(request)))
                .containsExactly("busy", "execute_input", "execute_result", "idle");
        var next = client.execute("count");
        assertThat(client.story(next).get(2).content()).containsEntry("data", Map.of("text/plain", "1"));
    }

    @Test
    void user_expressions_are_evaluated_after_the_cell() throws Exception {
        var request = client.execute("print x", "user_expressions", Map.of("good", "echo 5", "bad", "fail no"));
        Message reply = client.reply("shell", request);
        var values = (Map<?, ?>) reply.content().get("user_expressions");
        assertThat(values.get("good"))
                .isEqualTo(Map.of("status", "ok", "data", Map.of("text/plain", "5"), "metadata", Map.of()));
        assertThat(((Map<?, ?>) values.get("bad")).get("ename")).isEqualTo("Failure");
    }

    @Test
    void cells_queued_behind_a_failure_are_aborted_and_later_ones_run() throws Exception {
        var first = client.execute("sleep 100\nfail now");
        var second = client.execute("echo 2");
        var third = client.execute("echo 3", "stop_on_error", false);
        assertThat(client.reply("shell", first).content()).containsEntry("status", "error");
        assertThat(client.reply("shell", second).content()).containsEntry("status", "aborted");
        assertThat(client.reply("shell", third).content()).containsEntry("status", "aborted");
        var later = client.execute("echo 4");
        assertThat(client.reply("shell", later).content()).containsEntry("status", "ok");
    }

    @Test
    void without_stop_on_error_queued_cells_run() throws Exception {
        var first = client.execute("sleep 50\nfail now", "stop_on_error", false);
        var second = client.execute("echo 2");
        assertThat(client.reply("shell", first).content()).containsEntry("status", "error");
        assertThat(client.reply("shell", second).content()).containsEntry("status", "ok");
    }

    @Test
    void a_value_that_cannot_be_sent_fails_the_cell_and_not_the_kernel() throws Exception {
        var request = client.execute("unsendable x");
        assertThat(TestClient.types(client.story(request))).containsExactly("busy", "execute_input", "error", "idle");
        assertThat(client.reply("shell", request).text("evalue", "")).contains("has no JSON form");
        assertThat(client.reply("shell", client.execute("echo 1")).content()).containsEntry("status", "ok");
    }

    @Test
    void a_shell_that_throws_fails_the_cell_and_not_the_kernel() throws Exception {
        assertThat(client.reply("shell", client.execute("throw")).content())
                .containsEntry("ename", "StackOverflowError");
        assertThat(client.reply("shell", client.execute("echo 1")).content()).containsEntry("status", "ok");
    }

    @Test
    void streams_and_displays_keep_their_order() throws Exception {
        List<Message> story = client.story(client.execute("print a\nerr b\nprint c\nshow d\nupdate e\nclear\nprint f"));
        List<String> told = new ArrayList<>();
        story.forEach(
                m -> told.add(m.type() + m.text("name", "") + m.text("text", "").trim()));
        assertThat(told)
                .containsExactly(
                        "status",
                        "execute_input",
                        "streamstdouta",
                        "streamstderrb",
                        "streamstdoutc",
                        "display_data",
                        "update_display_data",
                        "clear_output",
                        "streamstdoutf",
                        "status");
        assertThat(story.get(5).content())
                .containsEntry("data", Map.of("text/html", "d"))
                .containsEntry("transient", Map.of("display_id", "id-1"));
        assertThat(story.get(6).content()).containsEntry("transient", Map.of("display_id", "id-1"));
        assertThat(story.get(7).content()).containsEntry("wait", true);
    }

    @Test
    void json_is_displayed_as_what_it_says() throws Exception {
        List<Message> story = client.story(client.execute("json {\"a\": [1, 2.5, null]}\njson no json"));
        assertThat(story.get(2).content())
                .containsEntry("data", Map.of("application/json", Map.of("a", Arrays.asList(1, 2.5, null))))
                .containsEntry("transient", Map.of());
        assertThat(story.get(3).content()).containsEntry("data", Map.of("application/json", "no json"));
    }

    @Test
    void a_hundred_thousand_lines_come_complete_in_few_messages() throws Exception {
        List<Message> story = client.story(client.execute("lines 100000"));
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            expected.append("line ").append(i).append('\n');
        }
        assertThat(TestClient.text(story).contentEquals(expected)).isTrue();
        assertThat(story).hasSizeLessThan(200);
    }

    @Test
    void a_surrogate_pair_printed_in_halves_arrives_whole() throws Exception {
        List<Message> story = client.story(client.execute("chars é♪𝄞"));
        assertThat(TestClient.text(story)).isEqualTo("é♪𝄞");
    }

    @Test
    void output_is_shown_while_the_cell_runs() throws Exception {
        client.execute("print early\nsleep 3000");
        Message message;
        long start = System.nanoTime();
        do {
            message = client.next("iopub");
        } while (!message.type().equals("stream"));
        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
        client.send("control", "interrupt_request", Map.of());
    }

    @Test
    void output_after_a_cell_belongs_to_that_cell() throws Exception {
        var request = client.execute("later 200 afterthought");
        client.story(request);
        client.story(client.execute("echo other"));
        Message late = client.next("iopub");
        assertThat(late.type()).isEqualTo("stream");
        assertThat(late.parentHeader()).isEqualTo(request);
        assertThat(late.content()).containsEntry("text", "afterthought");
    }
}
