package segue.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which anything can be sent, byte by byte. */
final class Wire implements AutoCloseable {
    static final String HOST = "Host: localhost\r\n";
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();

    private Wire(Page page, int receiveBufferBytes) throws IOException {
        URI root = URI.create(page.url());
        if (receiveBufferBytes > 0) {
            socket.setReceiveBufferSize(receiveBufferBytes);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(root.getHost(), root.getPort()));
    }

    static Wire to(Page page) throws IOException {
        return new Wire(page, 0);
    }

    static Wire withSmallWindow(Page page) throws IOException {
        return new Wire(page, 1024);
    }

    Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends it again and again until the other side has had enough, for as long as anybody waits for a test. */
    void trickle(String text, long everyMillis) throws InterruptedException {
        long deadline = System.nanoTime() + 1_000_000L * PATIENCE_MILLIS;
        while (System.nanoTime() < deadline) {
            try {
                send(text);
                Thread.sleep(everyMillis);
            } catch (IOException closed) {
                return;
            }
        }
        throw new AssertionError("the page still listens after %d ms".formatted(PATIENCE_MILLIS));
    }

    /** All that comes until the other side closes. */
    String rest() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketTimeoutException open) {
            throw new AssertionError("still open after %d ms; it sent: %s".formatted(PATIENCE_MILLIS, all), open);
        } catch (SocketException reset) {
            // As good as closed.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Whether a request is answered, not cut off. */
    boolean isAnswered(String request) {
        try {
            return send(request).status().startsWith("HTTP/1.1 ");
        } catch (IOException cutOff) {
            return false;
        }
    }

    /** The first line of the answer. */
    String status() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\n';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
