package segue.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a console asks for when a person presses the up key. */
class HistoryTest extends RunningKernel {
    @TempDir
    private Path folder;

    @Override
    HistoryFile historyFile() {
        return new HistoryFile(folder.resolve("data/history.jsonl"));
    }

    private Object ask(Object... question) throws Exception {
        Map<String, Object> content = new java.util.HashMap<>();
        for (int i = 0; i < question.length; i += 2) {
            content.put((String) question[i], question[i + 1]);
        }
        return client.reply("shell", client.send("shell", "history_request", content))
                .content()
                .get("history");
    }

    private void run(String... cells) throws Exception {
        for (String cell : cells) {
            client.reply("shell", client.execute(cell, "allow_stdin", true));
        }
    }

    private void restart() throws Exception {
        stop();
        start();
    }

    @Test
    void earlier_sessions_are_remembered() throws Exception {
        run("echo a", "echo b");
        restart();
        run("echo c");
        assertThat(ask("hist_access_type", "tail", "n", 10))
                .isEqualTo(List.of(List.of(1, 1, "echo a"), List.of(1, 2, "echo b"), List.of(2, 1, "echo c")));
        assertThat(ask("hist_access_type", "tail", "n", 2))
                .isEqualTo(List.of(List.of(1, 2, "echo b"), List.of(2, 1, "echo c")));
        assertThat(ask("hist_access_type", "range", "session", -1, "start", 2, "stop", 9, "output", true))
                .isEqualTo(List.of(List.of(1, 2, java.util.Arrays.asList("echo b", null))));
        assertThat(ask("hist_access_type", "range", "session", 1, "start", 1, "stop", 2))
                .isEqualTo(List.of(List.of(1, 1, "echo a")));
        assertThat(ask("hist_access_type", "range", "session", 0, "start", -1))
                .isEqualTo(List.of(List.of(2, 1, "echo c")));
        assertThat(ask("hist_access_type", "range", "session", -5)).isEqualTo(List.of());
        assertThat(ask("hist_access_type", "search", "pattern", "*b")).isEqualTo(List.of(List.of(1, 2, "echo b")));
    }

    @Test
    void a_search_may_ask_for_each_input_once_and_takes_brackets_as_they_are() throws Exception {
        run("echo x[1]", "echo y", "echo x[1]");
        restart();
        run("echo y");
        assertThat(ask("hist_access_type", "search", "pattern", "echo*", "unique", true))
                .isEqualTo(List.of(List.of(1, 3, "echo x[1]"), List.of(2, 1, "echo y")));
        assertThat(ask("hist_access_type", "search", "pattern", "*x[1]", "n", 1))
                .isEqualTo(List.of(List.of(1, 3, "echo x[1]")));
    }

    @Test
    void cells_without_a_person_or_outside_history_leave_no_trace() throws Exception {
        client.reply("shell", client.execute("echo batch", "allow_stdin", false));
        client.reply("shell", client.execute("echo silent", "silent", true));
        client.reply("shell", client.execute("echo unstored", "store_history", false));
        assertThat(ask("hist_access_type", "tail", "n", 10)).isEqualTo(List.of(List.of(1, 1, "echo batch")));
        restart();
        assertThat(ask("hist_access_type", "tail", "n", 10)).isEqualTo(List.of());
    }

    @Test
    void nonsense_is_answered() throws Exception {
        run("echo a");
        assertThat(ask()).isEqualTo(List.of(List.of(1, 1, "echo a")));
        assertThat(ask("hist_access_type", 7, "n", -3)).isEqualTo(List.of());
        assertThat(ask("hist_access_type", "range", "session", "x", "start", null))
                .isInstanceOf(List.class);
    }

    @Test
    void the_file_is_private_survives_rubbish_and_forgets_its_older_half() throws Exception {
        Path path = folder.resolve("data/history.jsonl");
        HistoryFile file = new HistoryFile(path);
        assertThat(file.begin()).isEqualTo(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        String large = "x".repeat(60_000);
        for (int i = 1; i <= 80; i++) {
            file.add(1, i, large + i);
        }
        file.add(1, 81, "y".repeat(HistoryFile.MAX_INPUT_CHARS + 1));
        Files.writeString(path, "{\"session\": 1, cut sho\n\n[]\n", java.nio.file.StandardOpenOption.APPEND);
        assertThat(file.begin()).isEqualTo(2);
        assertThat(Files.size(path)).isLessThanOrEqualTo(HistoryFile.MAX_BYTES / 2 + 100);
        List<HistoryFile.Cell> kept = file.read();
        assertThat(kept).hasSizeBetween(25, 40);
        assertThat(kept.getLast()).isEqualTo(new HistoryFile.Cell(1, 80, large + 80));
    }

    @Test
    void the_place_of_the_file_can_be_chosen_or_refused() {
        assertThat(HistoryFile.ofUser(Map.of("SEGUE_HISTORY", "off"), folder)).isNull();
        assertThat(HistoryFile.ofUser(Map.of(), folder)).isNotNull();
    }

    @Test
    void several_processes_may_write_at_once() throws Exception {
        Path path = folder.resolve("shared.jsonl");
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            path.toString())
                    .inheritIO()
                    .start());
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor()).isZero();
        }
        List<HistoryFile.Cell> cells = new HistoryFile(path).read();
        assertThat(cells).hasSize(3 * Writer.CELLS);
        assertThat(cells.stream().map(HistoryFile.Cell::session).distinct()).containsExactlyInAnyOrder(1, 2, 3);
    }

    /** A kernel that remembers some cells. */
    static final class Writer {
        static final int CELLS = 200;

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            HistoryFile file = new HistoryFile(Path.of(arguments[0]));
            int session = file.begin();
            for (int i = 1; i <= CELLS; i++) {
                file.add(session, i, "cell " + i);
            }
        }
    }
}
