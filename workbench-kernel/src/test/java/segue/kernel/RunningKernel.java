package segue.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import segue.kernel.shell.Shell;
import segue.kernel.wire.ConnectionFile;

/** A kernel with the {@link TestShell}, and one client, for each test. */
@Timeout(20)
abstract class RunningKernel {
    static final String KEY = "a-key";

    final List<String> log = new CopyOnWriteArrayList<>();
    final TestShell shell = new TestShell();
    Kernel kernel;
    TestClient client;

    @BeforeEach
    void start() throws Exception {
        kernel = new Kernel(new ConnectionFile("tcp", "127.0.0.1", 0, 0, 0, 0, 0, KEY), historyFile(), log::add);
        kernel.start(this::open);
        client = new TestClient(kernel.channels(), KEY, "client-1");
        assertThat(client.next("iopub").type()).isEqualTo("iopub_welcome");
    }

    /** Null for none. */
    HistoryFile historyFile() {
        return null;
    }

    /** The shell that runs the cells. */
    Shell open() {
        return shell;
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        kernel.close();
    }
}
