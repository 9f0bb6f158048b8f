package segue.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class MainTest {
    @TempDir
    private Path folder;

    private record Ended(int code, String said) {}

    private static Ended start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "segue.kernel.TestKernel"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void without_a_connection_file_it_ends_with_2_and_one_sentence() throws Exception {
        Ended ended = start();
        assertThat(ended.code).isEqualTo(2);
        assertThat(ended.said.lines()).singleElement().asString().contains("a connection file");
    }

    @Test
    void a_connection_file_that_is_not_there_ends_it_with_2() throws Exception {
        Ended ended = start(folder.resolve("none.json").toString());
        assertThat(ended.code).isEqualTo(2);
        assertThat(ended.said.lines()).singleElement().asString().contains("none.json does not exist");
    }

    @Test
    void a_port_in_use_ends_it_with_1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = Files.writeString(folder.resolve("kernel.json"), """
                    {"ip": "127.0.0.1", "shell_port": 0, "iopub_port": 0, "stdin_port": 0, "control_port": %d,
                     "hb_port": 0}
                    """.formatted(taken.getLocalPort()));
            Ended ended = start(file.toString());
            assertThat(ended.code).isEqualTo(1);
            assertThat(ended.said.lines())
                    .singleElement()
                    .asString()
                    .contains("cannot listen at tcp://127.0.0.1:" + taken.getLocalPort());
        }
    }
}
