package segue.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.kernel.wire.Message;
import segue.kernel.wire.MessageCodec;
import segue.kernel.wire.TestPeer;

class RequestsTest extends RunningKernel {
    @Test
    void questions_are_answered_while_a_cell_runs() throws Exception {
        var cell = client.execute("sleep 5000");
        assertThat(client.next("iopub").type()).isEqualTo("status");
        var complete = client.send("shell", "complete_request", Map.of("code", "pr", "cursor_pos", 2));
        assertThat(client.reply("shell", complete).content())
                .containsEntry("matches", List.of("print"))
                .containsEntry("status", "ok")
                .containsEntry("cursor_start", 0)
                .containsEntry("cursor_end", 2)
                .containsEntry(
                        "metadata",
                        Map.of(
                                "_jupyter_types_experimental",
                                List.of(Map.of(
                                        "start",
                                        0,
                                        "end",
                                        2,
                                        "text",
                                        "print",
                                        "type",
                                        "keyword",
                                        "signature",
                                        "print TEXT"))));
        var inspect = client.send("shell", "inspect_request", Map.of("code", "print", "cursor_pos", 3));
        assertThat(client.reply("shell", inspect).content())
                .containsEntry("found", true)
                .containsEntry("data", Map.of("text/plain", "print TEXT, at 3"));
        var unknown = client.send("shell", "inspect_request", Map.of("code", "x", "cursor_pos", 1));
        assertThat(client.reply("shell", unknown).content())
                .containsEntry("found", false)
                .containsEntry("data", Map.of());
        var incomplete = client.send("shell", "is_complete_request", Map.of("code", "for {"));
        assertThat(client.reply("shell", incomplete).content())
                .containsEntry("status", "incomplete")
                .containsEntry("indent", "    ");
        var info = client.send("shell", "kernel_info_request", Map.of());
        assertThat(client.reply("shell", info).type()).isEqualTo("kernel_info_reply");

        var interrupt = client.send("control", "interrupt_request", Map.of());
        assertThat(client.reply("control", interrupt).content()).containsEntry("status", "ok");
        assertThat(client.reply("shell", cell).content()).containsEntry("ename", "Interrupted");
    }

    @Test
    void a_completion_that_fails_is_an_error_reply() throws Exception {
        var complete = client.send("shell", "complete_request", Map.of("code", "broken", "cursor_pos", 2));
        assertThat(client.reply("shell", complete).content())
                .containsEntry("status", "error")
                .containsEntry("evalue", "no idea");
    }

    @Test
    void cursors_count_code_points_on_the_wire() throws Exception {
        var complete = client.send("shell", "complete_request", Map.of("code", "𝄞𝄞 pr", "cursor_pos", 5));
        assertThat(client.reply("shell", complete).content())
                .containsEntry("cursor_start", 3)
                .containsEntry("cursor_end", 5);
    }

    @Test
    void kernel_info_is_complete_on_shell_and_control() throws Exception {
        for (String channel : List.of("shell", "control")) {
            var info = client.send(channel, "kernel_info_request", Map.of());
            Map<String, Object> content = client.reply(channel, info).content();
            assertThat(content)
                    .containsEntry("status", "ok")
                    .containsEntry("protocol_version", "5.4")
                    .containsEntry("implementation", "segue")
                    .containsKeys("implementation_version", "banner", "help_links");
            assertThat(content.get("language_info").toString())
                    .contains("name=java", "mimetype=text/x-java", "pygments_lexer=java", "file_extension=.jshell");
        }
    }

    @Test
    void a_question_goes_to_the_client_that_runs_the_cell() throws Exception {
        try (TestClient other = new TestClient(kernel.channels(), KEY, "client-2")) {
            var request = client.execute("ask name?", "allow_stdin", true);
            Message question = client.next("stdin");
            assertThat(question.type()).isEqualTo("input_request");
            assertThat(question.parentHeader()).isEqualTo(request);
            assertThat(question.content()).containsEntry("prompt", "name?").containsEntry("password", false);
            other.send("stdin", "input_reply", Map.of("value", "an impostor"));
            assertThat(other.isSilent("stdin", 50)).isTrue();
            client.send("stdin", "input_reply", Map.of("value", "Ada"));
            assertThat(client.story(request).get(2).content()).containsEntry("data", Map.of("text/plain", "Ada"));
        }
    }

    @Test
    void an_answer_to_another_question_is_dropped() throws Exception {
        var request = client.execute("ask name?");
        Message question = client.next("stdin");
        client.send("stdin", "input_reply", Map.of("msg_id", "old"), Map.of("value", "stale"));
        client.send("stdin", "input_reply", question.header(), Map.of("value", "Ada"));
        assertThat(client.story(request).get(2).content()).containsEntry("data", Map.of("text/plain", "Ada"));
    }

    @Test
    void a_password_is_asked_for_as_one() throws Exception {
        client.execute("password secret?");
        assertThat(client.next("stdin").content()).containsEntry("password", true);
        client.send("control", "interrupt_request", Map.of());
    }

    @Test
    void a_question_without_stdin_fails_at_once() throws Exception {
        var request = client.execute("ask name?", "allow_stdin", false);
        assertThat(client.reply("shell", request).text("evalue", "")).contains("allow_stdin");
    }

    @Test
    void an_interrupt_ends_the_wait_for_input() throws Exception {
        var request = client.execute("ask name?");
        client.next("stdin");
        client.send("control", "interrupt_request", Map.of());
        assertThat(client.reply("shell", request).content()).containsEntry("status", "error");
        assertThat(client.reply("shell", client.execute("echo 1")).content()).containsEntry("status", "ok");
    }

    @Test
    void history_answers_tail_range_and_search() throws Exception {
        for (String code : List.of("echo a", "echo b", "echo a")) {
            client.reply("shell", client.execute(code));
        }
        assertThat(history(Map.of("hist_access_type", "tail", "n", 2)))
                .isEqualTo(List.of(List.of(1, 2, "echo b"), List.of(1, 3, "echo a")));
        assertThat(history(Map.of("hist_access_type", "range", "session", 0, "start", 1, "stop", 3, "output", true)))
                .isEqualTo(List.of(List.of(1, 1, List.of("echo a", "a")), List.of(1, 2, List.of("echo b", "b"))));
        assertThat(history(Map.of("hist_access_type", "search", "pattern", "*a", "unique", true)))
                .isEqualTo(List.of(List.of(1, 3, "echo a")));
    }

    private Object history(Map<String, Object> content) throws Exception {
        return client.reply("shell", client.send("shell", "history_request", content))
                .content()
                .get("history");
    }

    @Test
    void an_unknown_comm_is_closed_and_none_is_listed() throws Exception {
        var open = client.send("shell", "comm_open", Map.of("comm_id", "c", "target_name", "t", "data", Map.of()));
        List<Message> story = client.story(open);
        assertThat(TestClient.types(story)).containsExactly("busy", "comm_close", "idle");
        assertThat(story.get(1).content()).containsEntry("comm_id", "c");
        var info = client.send("shell", "comm_info_request", Map.of());
        assertThat(client.reply("shell", info).content())
                .containsEntry("comms", Map.of())
                .containsEntry("status", "ok");
    }

    @Test
    void a_request_that_is_not_supported_gets_an_error_reply() throws Exception {
        var debug = client.send("control", "debug_request", Map.of());
        Message reply = client.reply("control", debug);
        assertThat(reply.type()).isEqualTo("debug_reply");
        assertThat(reply.content()).containsEntry("status", "error").containsEntry("ename", "NotSupported");
    }

    @Test
    void shutdown_is_answered_with_its_restart_flag_and_ends_the_kernel() throws Exception {
        var shutdown = client.send("control", "shutdown_request", Map.of("restart", true));
        Message reply = client.reply("control", shutdown);
        assertThat(reply.type()).isEqualTo("shutdown_reply");
        assertThat(reply.content()).containsEntry("restart", true).containsEntry("status", "ok");
        assertThat(kernel.awaitEnd()).isZero();
        kernel.close();
        assertThat(shell.closed).isTrue();
    }

    @Test
    void unsigned_replayed_and_malformed_messages_are_dropped_with_one_line_each() throws Exception {
        List<byte[]> forged =
                new MessageCodec("another-key").encode(List.of(), "kernel_info_request", null, Map.of(), Map.of());
        client.peer("shell").send(forged);
        List<byte[]> good = new MessageCodec(KEY).encode(List.of(), "kernel_info_request", null, Map.of(), Map.of());
        client.peer("shell").send(good);
        client.peer("shell").send(good);
        client.peer("shell").send(List.of(TestClient.bytes("hello")));
        assertThat(client.next("shell").type()).isEqualTo("kernel_info_reply");
        var after = client.send("shell", "kernel_info_request", Map.of());
        client.reply("shell", after);
        assertThat(log)
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("does not match"))
                .anySatisfy(line -> assertThat(line).contains("used before"))
                .anySatisfy(line -> assertThat(line).contains("lacks frames"));
    }

    @Test
    void content_of_wrong_types_is_answered_and_harms_nothing() throws Exception {
        for (Object cursor : new Object[] {-5, 99_999, 3_000_000_000L, 1.5, "two", List.of(), null}) {
            Map<String, Object> content = new HashMap<>(Map.of("code", "pr"));
            content.put("cursor_pos", cursor);
            for (String type : List.of("complete_request", "inspect_request")) {
                assertThat(client.reply("shell", client.send("shell", type, content))
                                .content())
                        .as(type + " at " + cursor)
                        .containsEntry("status", "ok");
            }
        }
        for (Object code : new Object[] {42, true, List.of("a"), Map.of(), null}) {
            Map<String, Object> content = new HashMap<>();
            content.put("code", code);
            content.put("silent", "maybe");
            content.put("store_history", 1);
            content.put("user_expressions", List.of(1));
            content.put("allow_stdin", "no");
            assertThat(client.reply("shell", client.send("shell", "execute_request", content))
                            .content())
                    .as("code %s", code)
                    .containsEntry("status", "ok");
            for (String type :
                    List.of("is_complete_request", "complete_request", "inspect_request", "history_request")) {
                assertThat(client.reply("shell", client.send("shell", type, content))
                                .content())
                        .containsKey("status");
            }
        }
        for (String type : List.of("comm_open", "comm_msg", "comm_close")) {
            client.story(client.send("shell", type, Map.of("comm_id", 7, "target_name", List.of(), "data", "text")));
        }
        assertThat(log).isEmpty();
    }

    @Test
    void empty_cells_and_comments_are_cells() throws Exception {
        for (String code : List.of("", "   ", "\n")) {
            var request = client.execute(code);
            assertThat(TestClient.types(client.story(request))).startsWith("busy", "execute_input");
            assertThat(client.reply("shell", request).content()).containsKey("execution_count");
        }
    }

    @Test
    void messages_of_unknown_types_are_answered_or_logged_on_both_channels() throws Exception {
        for (String channel : List.of("shell", "control")) {
            var unknown = client.send(channel, "no_such_request", Map.of());
            assertThat(client.reply(channel, unknown).type()).isEqualTo("no_such_reply");
            client.send(channel, "gossip", Map.of());
            client.reply(channel, client.send(channel, "kernel_info_request", Map.of()));
        }
        assertThat(log).hasSize(2).allSatisfy(line -> assertThat(line).contains("gossip"));
    }

    @Test
    void a_client_that_floods_and_never_reads_does_not_hold_up_another() throws Exception {
        MessageCodec flooding = new MessageCodec(KEY);
        try (TestPeer flooder = TestPeer.connect(kernel.channels().shell().address(), "DEALER", "flooder")) {
            Thread flood = Thread.ofPlatform().daemon().start(() -> {
                try {
                    for (int i = 0; i < 20_000; i++) {
                        flooder.send(flooding.encode(List.of(), "kernel_info_request", null, Map.of(), Map.of()));
                    }
                } catch (IOException e) {
                    // Closed at the end of the test.
                }
            });
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                client.reply("shell", client.send("shell", "kernel_info_request", Map.of()));
                client.reply("shell", client.execute("echo 1"));
            }
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
            flood.join();
        }
    }
}
