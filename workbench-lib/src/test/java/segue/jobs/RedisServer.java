package segue.jobs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real redis-server of this machine's packages on a free port of 127.0.0.1, its files in a temporary folder. */
public final class RedisServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/redis-server");
    private static final long STARTS_WITHIN_SECONDS = 60;

    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Process process;

    private RedisServer(Path folder, int port, List<String> settings) {
        this.folder = folder;
        this.port = port;
        this.settings = settings;
    }

    /**
     * The test is skipped, saying why, where the server is not installed.
     *
     * @param settings of redis-server, {@code "--requirepass", "word"}; {@code PORT} in them is replaced
     */
    public static RedisServer start(String... settings) throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM)) {
            System.out.println("skipped: " + PROGRAM + " is not installed; apt-get install redis-server");
        }
        assumeTrue(Files.isExecutable(PROGRAM), "needs Debian's package redis-server");
        RedisServer server =
                new RedisServer(Files.createTempDirectory("segue-redis"), freePort(), Arrays.asList(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.process.destroyForcibly()));
        server.startAgain();
        return server;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Starts on the same port and folder. */
    public void startAgain() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--save",
                "",
                "--daemonize",
                "no"));
        if (!settings.contains("--tls-port")) {
            command.addAll(List.of("--port", "" + port));
        }
        settings.forEach(word -> command.add(word.replace("PORT", "" + port)));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_WITHIN_SECONDS);
        while (!accepts()) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new IOException("redis-server did not start: " + Files.readString(folder.resolve("log")));
            }
            Thread.sleep(20);
        }
    }

    /** Stops as an administrator does; what it saves is up to its settings. */
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Stays there, but does nothing, until it is woken. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void wake() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "" + process.pid())
                .inheritIO()
                .start()
                .waitFor();
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
