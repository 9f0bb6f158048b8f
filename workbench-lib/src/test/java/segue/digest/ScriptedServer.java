package segue.digest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on 127.0.0.1 that does what real ones do when they should not; what it takes, it keeps. */
final class ScriptedServer implements AutoCloseable {
    /** What it does. */
    enum Manner {
        TAKES_ALL,
        /** Answers 550 to whatever address has {@code refused} in it. */
        REFUSES_SOME,
        /** Answers 552 to the whole mail. */
        REFUSES_MAILS,
        /** Closes when the mail begins. */
        DROPS_BEFORE_THE_MAIL,
        /** Closes when it has the whole mail, without an answer. */
        DROPS_AFTER_THE_MAIL,
        /** Has the whole mail, and never answers. */
        HANGS_AFTER_THE_MAIL
    }

    private final ServerSocket socket;
    private final Manner manner;
    private final Optional<SSLContext> tls;
    final List<String> mails = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    final CountDownLatch hangs = new CountDownLatch(1);

    ScriptedServer(Manner manner, Optional<SSLContext> tls) throws IOException {
        this.manner = manner;
        this.tls = tls;
        socket = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    MailServer address() {
        return MailServer.of("smtp://127.0.0.1:" + socket.getLocalPort(), Optional.empty(), Optional.empty());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (SocketException closed) {
            // The test has ended.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket client) {
        try (client) {
            say(client, "220 scripted");
            talk(client);
        } catch (IOException | InterruptedException clientGone) {
            // Some tests kill it.
        }
    }

    private void talk(Socket client) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String line; (line = in.readLine()) != null; ) {
            commands.add(line);
            switch (line.split("[ :]")[0]) {
                case "EHLO" -> {
                    boolean offers = tls.isPresent() && !(client instanceof SSLSocket);
                    say(client, offers ? "250-scripted\r\n250 STARTTLS" : "250-scripted\r\n250 AUTH PLAIN");
                }
                case "STARTTLS" -> {
                    say(client, "220 go on");
                    SSLSocket secure = (SSLSocket) tls.orElseThrow()
                            .getSocketFactory()
                            .createSocket(client, "127.0.0.1", client.getPort(), true);
                    secure.setUseClientMode(false);
                    secure.startHandshake();
                    talk(secure);
                    return;
                }
                case "AUTH" -> say(client, "235 welcome");
                case "RCPT" ->
                    say(
                            client,
                            manner == Manner.REFUSES_SOME && line.contains("refused")
                                    ? "550 5.1.1 no such mailbox here"
                                    : "250 ok");
                case "DATA" -> {
                    if (manner == Manner.DROPS_BEFORE_THE_MAIL) {
                        return;
                    }
                    say(client, "354 go on");
                    StringBuilder mail = new StringBuilder();
                    for (String one; !".".equals(one = in.readLine()); ) {
                        mail.append(one).append("\r\n");
                    }
                    mails.add(mail.toString());
                    if (manner == Manner.DROPS_AFTER_THE_MAIL) {
                        return;
                    }
                    if (manner == Manner.HANGS_AFTER_THE_MAIL) {
                        hangs.countDown();
                        Thread.sleep(Long.MAX_VALUE);
                    }
                    say(client, manner == Manner.REFUSES_MAILS ? "552 5.3.4 too much music" : "250 taken");
                }
                case "QUIT" -> {
                    say(client, "221 bye");
                    return;
                }
                default -> say(client, "250 ok");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
