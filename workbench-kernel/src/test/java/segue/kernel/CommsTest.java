package segue.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import segue.kernel.shell.JavaShell;
import segue.kernel.shell.Shell;
import segue.kernel.wire.Message;
import segue.kernel.wire.MessageCodec;

/** Comms as cells and a front end use them. */
@Timeout(60)
class CommsTest extends RunningKernel {
    @Override
    Shell open() {
        return new JavaShell();
    }

    private Map<String, Object> run(String code) throws Exception {
        Map<String, Object> request = client.execute(code);
        List<Message> story = client.story(request);
        assertThat(story).as(code).noneMatch(message -> message.type().equals("error"));
        return request;
    }

    private Map<String, Object> open(String id, String target, Map<String, ?> data) throws Exception {
        return client.send("shell", "comm_open", Map.of("comm_id", id, "target_name", target, "data", data));
    }

    private Map<String, Object> message(String id, Map<String, ?> data) throws Exception {
        return client.send("shell", "comm_msg", Map.of("comm_id", id, "data", data));
    }

    private Map<String, Object> comms(Map<String, ?> question) throws Exception {
        var info = client.send("shell", "comm_info_request", question);
        return client.reply("shell", info).content();
    }

    /** Whatever comes on iopub until the request is done with, of any parent. */
    private List<Message> untilIdle(Map<String, Object> request) throws Exception {
        List<Message> all = new ArrayList<>();
        while (true) {
            Message message = client.next("iopub");
            all.add(message);
            if (message.parentHeader().equals(request)
                    && message.text("execution_state", "").equals("idle")) {
                return all;
            }
        }
    }

    @Test
    void a_front_end_opens_a_comm_talks_and_closes_it() throws Exception {
        run("""
                var said = new ArrayList<Object>();
                Comms.register("echo", comm -> {
                    said.add(comm.openingData());
                    comm.onMessage(message -> comm.send(Map.of("back", message.data().get("x"))));
                    comm.onClose(message -> said.add("closed"));
                });
                """);
        untilIdle(open("c1", "echo", Map.of("hello", 1)));
        assertThat(comms(Map.of())).containsEntry("comms", Map.of("c1", Map.of("target_name", "echo")));
        assertThat(comms(Map.of("target_name", "other"))).containsEntry("comms", Map.of());
        assertThat(comms(Map.of("target_name", "echo")).get("comms"))
                .isEqualTo(Map.of("c1", Map.of("target_name", "echo")));
        List<Message> answers = untilIdle(message("c1", Map.of("x", List.of(1, 2))));
        assertThat(answers.getFirst().content()).containsEntry("execution_state", "busy");
        assertThat(answers)
                .filteredOn(message -> message.type().equals("comm_msg"))
                .singleElement()
                .satisfies(message -> assertThat(message.content())
                        .containsEntry("comm_id", "c1")
                        .containsEntry("data", Map.of("back", List.of(1, 2))));
        untilIdle(client.send("shell", "comm_close", Map.of("comm_id", "c1", "data", Map.of())));
        assertThat(comms(Map.of())).containsEntry("comms", Map.of());
        assertThat(client.story(client.execute("said.toString()")).get(2).content())
                .containsEntry("data", Map.of("text/plain", "[{hello=1}, closed]"));
    }

    @Test
    void a_cell_opens_a_comm_with_buffers_and_closes_it() throws Exception {
        var request = client.execute("""
                record Point(int x, double y) {}
                Comm comm = Comm.open("plot", Map.of("points", List.of(new Point(1, 2.5)), "sizes", new int[] {3, 4}),
                        Map.of("version", "1"), new byte[] {7, 8});
                comm.send(Map.of("done", true));
                comm.close();
                comm.close();
                """);
        List<Message> story = client.story(request);
        assertThat(TestClient.types(story))
                .containsExactly("busy", "execute_input", "comm_open", "comm_msg", "comm_close", "idle");
        Message open = story.get(2);
        assertThat(open.content())
                .containsEntry("target_name", "plot")
                .containsEntry("data", Map.of("points", List.of(Map.of("x", 1, "y", 2.5)), "sizes", List.of(3, 4)));
        assertThat(open.metadata()).containsEntry("version", "1");
        assertThat(open.buffers()).singleElement().isEqualTo(new byte[] {7, 8});
        assertThat(story.get(3).content()).containsEntry("comm_id", open.text("comm_id", "?"));
    }

    @Test
    void buffers_and_metadata_reach_the_handler() throws Exception {
        run("""
                String got = "";
                Comms.register("bytes", comm -> comm.onMessage(
                        m -> got = m.buffers().get(0).length + " bytes, " + m.metadata().get("kind")));
                """);
        untilIdle(open("b", "bytes", Map.of()));
        List<byte[]> frames = new MessageCodec(KEY)
                .encode(
                        List.of(),
                        "comm_msg",
                        null,
                        Map.of("kind", "wave"),
                        Map.of("comm_id", "b", "data", Map.of()),
                        List.of(new byte[1000]));
        client.peer("shell").send(frames);
        assertThat(client.story(client.execute("got")).get(2).content())
                .containsEntry("data", Map.of("text/plain", "1000 bytes, wave"));
    }

    @Test
    void messages_wait_for_their_turn_among_cells_and_are_not_aborted() throws Exception {
        run("""
                var order = new ArrayList<Object>();
                Comms.register("in order", comm -> comm.onMessage(m -> order.add(m.data().get("n"))));
                """);
        client.execute("Thread.sleep(200); order.add(1); int none = 1 / 0;");
        open("o", "in order", Map.of());
        message("o", Map.of("n", 2));
        message("o", Map.of("n", 3));
        var queued = client.execute("order.add(99);");
        assertThat(client.reply("shell", queued).content()).containsEntry("status", "aborted");
        assertThat(client.story(client.execute("order.toString()")).get(2).content())
                .containsEntry("data", Map.of("text/plain", "[1, 2, 3]"));
    }

    @Test
    void a_handler_that_asks_for_it_answers_while_a_cell_runs() throws Exception {
        run("""
                Comms.register("quick", Comms.When.AT_ONCE, comm -> comm.onMessage(m -> comm.send(Map.of("pong", 1))));
                """);
        var cell = client.execute("Thread.sleep(20_000);");
        open("q", "quick", Map.of());
        List<Message> story = untilIdle(message("q", Map.of()));
        assertThat(story).anyMatch(message -> message.type().equals("comm_msg"));
        client.send("control", "interrupt_request", Map.of());
        assertThat(client.reply("shell", cell).content()).containsEntry("ename", "Interrupted");
    }

    @Test
    void what_a_handler_prints_and_its_error_stand_under_the_cell_that_registered_it() throws Exception {
        var cell = run("""
                Comms.register("clumsy", comm -> comm.onMessage(m -> {
                    System.out.println("heard");
                    throw new java.io.IOException("no disk");
                }));
                """);
        untilIdle(open("e", "clumsy", Map.of()));
        List<Message> story = untilIdle(message("e", Map.of()));
        assertThat(story)
                .filteredOn(message -> message.type().equals("stream"))
                .allSatisfy(message -> assertThat(message.parentHeader()).isEqualTo(cell));
        assertThat(TestClient.text(story)).contains("heard", "A comm's handler failed", "no disk", "cell 1, line 3");
        assertThat(client.reply("shell", client.execute("1 + 1")).content()).containsEntry("status", "ok");
    }

    @Test
    void a_comm_whose_opening_fails_is_closed() throws Exception {
        run("Comms.register(\"broken\", comm -> { throw new IllegalStateException(\"not today\"); });");
        List<Message> story = untilIdle(open("x", "broken", Map.of()));
        assertThat(story).anyMatch(message -> message.type().equals("comm_close"));
        assertThat(comms(Map.of())).containsEntry("comms", Map.of());
    }

    @Test
    void a_handler_that_does_not_end_can_be_interrupted() throws Exception {
        run("Comms.register(\"endless\", comm -> { while (true) { } });");
        var opening = open("w", "endless", Map.of());
        Thread.sleep(200);
        client.send("control", "interrupt_request", Map.of());
        assertThat(TestClient.text(untilIdle(opening))).contains("The cell was stopped");
    }

    @Test
    void a_value_without_a_json_form_is_refused_with_its_place() throws Exception {
        List<Message> story =
                client.story(client.execute("Comm.open(\"t\", Map.of(\"rows\", List.of(1, new Object())));"));
        assertThat(TestClient.types(story)).containsExactly("busy", "execute_input", "error", "idle");
        assertThat(story.get(2).text("evalue", "")).contains("data.rows[1]", "java.lang.Object");
    }

    @Test
    void the_variable_inspector_tells_at_once_and_after_every_cell() throws Exception {
        run("int n = 3; var names = List.of(\"a\", \"b\");");
        var first = untilIdle(open("v", "segue.variables", Map.of()));
        assertThat(variables(first))
                .isEqualTo(List.of(
                        Map.of("name", "n", "type", "int", "size", "", "summary", "3"),
                        Map.of("name", "names", "type", "List<String>", "size", "2", "summary", "[\"a\", \"b\"]")));
        client.story(client.execute("n = 4;"));
        Message news = client.next("iopub");
        assertThat(news.type()).isEqualTo("comm_msg");
        assertThat(variables(List.of(news)).getFirst())
                .isEqualTo(Map.of("name", "n", "type", "int", "size", "", "summary", "4"));
        untilIdle(client.send("shell", "comm_close", Map.of("comm_id", "v", "data", Map.of())));
        client.story(client.execute("n = 5;"));
        assertThat(client.isSilent("iopub", 100)).isTrue();
    }

    private static List<?> variables(List<Message> story) {
        return (List<?>) story.stream()
                .filter(message -> message.type().equals("comm_msg"))
                .map(message -> ((Map<?, ?>) message.content().get("data")).get("variables"))
                .findFirst()
                .orElseThrow();
    }
}
