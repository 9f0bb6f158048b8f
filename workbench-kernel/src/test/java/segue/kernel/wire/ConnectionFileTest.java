package segue.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {
    private static final String GOOD = """
            {"transport": "tcp", "ip": "127.0.0.1", "shell_port": 1, "iopub_port": 2, "stdin_port": 3,
             "control_port": 4, "hb_port": 5, "key": "k", "signature_scheme": "hmac-sha256", "kernel_name": "java"}
            """;

    @TempDir
    private Path folder;

    private ConnectionFile read(String json) throws IOException {
        return ConnectionFile.read(Files.writeString(folder.resolve("kernel.json"), json));
    }

    @Test
    void a_file_as_jupyter_writes_it_is_understood() throws IOException {
        assertThat(read(GOOD)).isEqualTo(new ConnectionFile("tcp", "127.0.0.1", 1, 2, 3, 4, 5, "k"));
    }

    @Test
    void with_ipc_the_ip_begins_the_paths_of_the_sockets() throws IOException {
        ConnectionFile file = read(GOOD.replace("tcp", "ipc").replace("127.0.0.1", "/run/x-ipc"));
        assertThat(file.endpoint(file.shellPort())).isEqualTo(new Endpoint.Ipc(Path.of("/run/x-ipc-1")));
    }

    @Test
    void what_is_wrong_is_named_with_what_was_expected() {
        assertThatThrownBy(() -> ConnectionFile.read(folder.resolve("none"))).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> read("{")).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> read(GOOD.replace("\"hb_port\": 5", "\"hb_port\": 70000")))
                .hasMessageContaining("hb_port")
                .hasMessageContaining("[0, 65535] but is 70000");
        assertThatThrownBy(() -> read(GOOD.replace("\"tcp\"", "\"udp\"")))
                .hasMessageContaining("must be tcp or ipc but is udp");
        assertThatThrownBy(() -> read(GOOD.replace("sha256", "md5"))).hasMessageContaining("but is hmac-md5");
        assertThatThrownBy(() -> read(GOOD.replace("\"k\"", "7"))).hasMessageContaining("key in");
    }
}
