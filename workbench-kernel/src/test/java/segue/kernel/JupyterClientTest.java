package segue.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A kernel process with the {@link TestShell}, driven by the client that notebook servers use. */
@Timeout(60)
class JupyterClientTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    private Path folder;

    private static boolean hasJupyterClient() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(PYTHON))) {
            return false;
        }
        Process probe = new ProcessBuilder(PYTHON, "-c", "import jupyter_client, psutil")
                .redirectErrorStream(true)
                .start();
        probe.getInputStream().readAllBytes();
        return probe.waitFor() == 0;
    }

    @Test
    void every_check_of_the_python_client_passes_over_tcp_and_ipc() throws Exception {
        assumeTrue(hasJupyterClient(), PYTHON + " has no jupyter_client and psutil to drive the kernel with");
        Path kernel = Files.createDirectories(folder.resolve("kernels/segue-test"));
        List<String> argv = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "segue.kernel.TestKernel",
                "{connection_file}");
        new ObjectMapper()
                .writeValue(
                        kernel.resolve("kernel.json").toFile(),
                        Map.of("argv", argv, "display_name", "t", "language", "java", "interrupt_mode", "message"));
        Path script = folder.resolve("checks.py");
        try (InputStream in = getClass().getResourceAsStream("jupyter_client_checks.py")) {
            Files.copy(in, script);
        }
        Process tcp = start(script, "tcp");
        Process ipc = start(script, "ipc");
        try {
            allPass(tcp, "tcp", 14);
            allPass(ipc, "ipc", 13);
        } finally {
            tcp.destroyForcibly();
            ipc.destroyForcibly();
        }
    }

    private Process start(Path script, String transport) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(PYTHON, script.toString(), "segue-test", transport);
        builder.directory(folder.toFile());
        builder.environment().put("SEGUE_HISTORY", "off");
        builder.environment().put("JUPYTER_PATH", folder.toString());
        builder.environment().put("JUPYTER_RUNTIME_DIR", folder.resolve("run").toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve(transport).toFile())
                .start();
    }

    private void allPass(Process checks, String transport, int count) throws Exception {
        boolean ended = checks.waitFor(50, TimeUnit.SECONDS);
        List<String> lines = Files.readAllLines(folder.resolve(transport), StandardCharsets.UTF_8);
        System.out.println("over " + transport + ":\n" + String.join("\n", lines));
        assertThat(ended)
                .as("the checks over %s end within 50 s; so far: %s", transport, lines)
                .isTrue();
        assertThat(lines).filteredOn(line -> line.startsWith("FAILED")).isEmpty();
        assertThat(lines).filteredOn(line -> line.startsWith("ok ")).hasSize(count);
    }
}
