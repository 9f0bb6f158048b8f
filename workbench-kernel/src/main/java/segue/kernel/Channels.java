package segue.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import segue.kernel.wire.ConnectionFile;
import segue.kernel.wire.EchoSocket;
import segue.kernel.wire.MessageCodec;
import segue.kernel.wire.PublisherSocket;
import segue.kernel.wire.RouterSocket;

/** The five sockets of a kernel. */
record Channels(
        RouterSocket shell, RouterSocket control, RouterSocket stdin, PublisherSocket iopub, EchoSocket heartbeat) {

    /** Listens at all five places, or at none. */
    static Channels bind(ConnectionFile at, MessageCodec codec, Consumer<String> log) throws IOException {
        Deque<AutoCloseable> bound = new ArrayDeque<>();
        try {
            var shell = new RouterSocket(at.endpoint(at.shellPort()), "shell", log);
            bound.push(shell);
            var control = new RouterSocket(at.endpoint(at.controlPort()), "control", log);
            bound.push(control);
            var stdin = new RouterSocket(at.endpoint(at.stdinPort()), "stdin", log);
            bound.push(stdin);
            var iopub = new PublisherSocket(at.endpoint(at.iopubPort()), "iopub", log, topic -> welcome(codec, topic));
            bound.push(iopub);
            var heartbeat = new EchoSocket(at.endpoint(at.heartbeatPort()), "heartbeat", log);
            return new Channels(shell, control, stdin, iopub, heartbeat);
        } catch (IOException e) {
            bound.forEach(socket -> close(socket, log));
            throw e;
        }
    }

    /** Tells a new subscriber that from here on it misses nothing (Jupyter enhancement proposal 65). */
    private static List<byte[]> welcome(MessageCodec codec, String topic) {
        return codec.encode(
                List.of(topic.getBytes(UTF_8)), "iopub_welcome", null, Map.of(), Map.of("subscription", topic));
    }

    void start(Consumer<List<byte[]>> onShell, Consumer<List<byte[]>> onControl, Consumer<List<byte[]>> onStdin) {
        iopub.start();
        shell.start(onShell);
        control.start(onControl);
        stdin.start(onStdin);
        heartbeat.start();
    }

    /** Waits until everything said has been written. */
    void drain(Duration patience) {
        shell.drain(patience);
        control.drain(patience);
        iopub.drain(patience);
    }

    void close(Consumer<String> log) {
        List.of(shell, control, stdin, iopub, heartbeat).forEach(socket -> close(socket, log));
    }

    private static void close(AutoCloseable socket, Consumer<String> log) {
        try {
            socket.close();
        } catch (Exception e) {
            log.accept("a socket does not close: " + e.getMessage());
        }
    }
}
