package segue.kernel.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a front end tells a kernel about its sockets.
 *
 * @param transport {@code "tcp"} or {@code "ipc"}
 * @param ip an address, or for {@code ipc} the common beginning of the socket files' paths
 * @param key signs the messages; empty for none
 */
public record ConnectionFile(
        String transport,
        String ip,
        int shellPort,
        int iopubPort,
        int stdinPort,
        int controlPort,
        int heartbeatPort,
        String key) {

    /** @throws IOException with one sentence for the person who started the kernel */
    public static ConnectionFile read(Path file) throws IOException {
        Map<String, Object> json;
        try {
            json = Json.read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new IOException("the connection file " + file + " does not exist", e);
        } catch (IOException e) {
            throw new IOException("the connection file " + file + " cannot be read: " + firstLine(e), e);
        }
        ConnectionFile connection = new ConnectionFile(
                text(file, json, "transport", "tcp"),
                text(file, json, "ip", "127.0.0.1"),
                port(file, json, "shell_port"),
                port(file, json, "iopub_port"),
                port(file, json, "stdin_port"),
                port(file, json, "control_port"),
                port(file, json, "hb_port"),
                text(file, json, "key", ""));
        if (!connection.transport.equals("tcp") && !connection.transport.equals("ipc")) {
            throw new IOException("transport in " + file + " must be tcp or ipc but is " + connection.transport);
        }
        String scheme = text(file, json, "signature_scheme", "hmac-sha256");
        if (!scheme.equals("hmac-sha256") && !connection.key.isEmpty()) {
            throw new IOException("signature_scheme in " + file + " must be hmac-sha256 but is " + scheme);
        }
        return connection;
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String text(Path file, Map<String, Object> json, String name, String otherwise) throws IOException {
        return switch (json.get(name)) {
            case null -> otherwise;
            case String text -> text;
            case Object other -> throw new IOException(name + " in " + file + " must be a text but is " + other);
        };
    }

    private static int port(Path file, Map<String, Object> json, String name) throws IOException {
        if (json.get(name) instanceof Integer port && port >= 0 && port <= 65535) {
            return port;
        }
        throw new IOException(name + " in " + file + " must be a port in [0, 65535] but is " + json.get(name));
    }

    /** Where to listen for one of the ports. */
    public Endpoint endpoint(int port) {
        return transport.equals("ipc") ? new Endpoint.Ipc(Path.of(ip + "-" + port)) : new Endpoint.Tcp(ip, port);
    }
}
