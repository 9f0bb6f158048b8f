package segue.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class SocketsTest {
    private static final Endpoint ANY_PORT = new Endpoint.Tcp("127.0.0.1", 0);

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final BlockingQueue<List<byte[]>> received = new LinkedBlockingQueue<>();

    private RouterSocket router(Endpoint endpoint) throws IOException {
        RouterSocket router = new RouterSocket(endpoint, "shell", log::add);
        router.start(received::add);
        return router;
    }

    private static PublisherSocket publisher(List<String> log) throws IOException {
        PublisherSocket publisher = new PublisherSocket(ANY_PORT, "iopub", log::add, topic -> frames(topic, "welcome"));
        publisher.start();
        return publisher;
    }

    private static List<byte[]> frames(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
    }

    private static List<String> texts(List<byte[]> frames) {
        return frames.stream().map(frame -> new String(frame, UTF_8)).toList();
    }

    private List<String> take() throws InterruptedException {
        List<byte[]> frames = received.poll(5, TimeUnit.SECONDS);
        assertThat(frames).as("a message within 5 s").isNotNull();
        return texts(frames);
    }

    @Test
    void a_router_tells_its_peers_apart_and_answers_each() throws Exception {
        try (RouterSocket router = router(ANY_PORT);
                TestPeer ada = TestPeer.connect(router.address(), "DEALER", "ada");
                TestPeer bob = TestPeer.connect(router.address(), "DEALER", "bob")) {
            bob.send(frames("hello"));
            assertThat(take()).containsExactly("bob", "hello");
            ada.send(frames("", "x"));
            assertThat(take()).containsExactly("ada", "", "x");
            assertThat(router.send(frames("bob", "for bob"))).isTrue();
            assertThat(router.send(frames("ada", "for ada"))).isTrue();
            assertThat(router.send(frames("eve", "for nobody"))).isFalse();
            assertThat(texts(bob.receive())).containsExactly("for bob");
            assertThat(texts(ada.receive())).containsExactly("for ada");
        }
    }

    @Test
    void a_peer_without_a_name_gets_one() throws Exception {
        try (RouterSocket router = router(ANY_PORT);
                TestPeer peer = TestPeer.connect(router.address(), "DEALER", "")) {
            peer.send(frames("hello"));
            byte[] identity = received.take().getFirst();
            assertThat(identity).hasSize(5).startsWith((byte) 0);
            router.send(List.of(identity, "back".getBytes(UTF_8)));
            assertThat(texts(peer.receive())).containsExactly("back");
        }
    }

    @Test
    void of_clients_that_share_a_name_the_one_heard_of_last_is_answered() throws Exception {
        try (RouterSocket router = router(ANY_PORT);
                TestPeer first = TestPeer.connect(router.address(), "DEALER", "ada")) {
            first.send(frames("1"));
            take();
            try (TestPeer second = TestPeer.connect(router.address(), "DEALER", "ada")) {
                second.send(frames("2"));
                take();
                router.send(frames("ada", "to the second"));
                first.send(frames("3"));
                take();
                router.send(frames("ada", "to the first"));
                assertThat(texts(second.receive())).containsExactly("to the second");
                assertThat(texts(first.receive())).containsExactly("to the first");
            }
            first.send(frames("4"));
            take();
            assertThat(router.send(frames("ada", "again"))).isTrue();
            assertThat(texts(first.receive())).containsExactly("again");
        }
    }

    @Test
    void frames_of_every_size_survive_however_they_are_cut() throws Exception {
        Random random = new Random(3);
        try (RouterSocket router = router(ANY_PORT);
                TestPeer peer = TestPeer.connect(router.address(), "DEALER", "ada")) {
            for (int size : new int[] {0, 1, 255, 256, 16_383, 16_384, 16_385, 300_000, 5_000_000}) {
                byte[] body = new byte[size];
                random.nextBytes(body);
                byte[] wire = Zmtp.message(List.of(body, new byte[] {7}));
                for (int at = 0; at < wire.length; ) {
                    int step = Math.min(wire.length - at, 1 + random.nextInt(Math.max(1, wire.length / 20)));
                    peer.raw(Arrays.copyOfRange(wire, at, at + step));
                    at += step;
                }
                List<byte[]> frames = received.take();
                assertThat(frames.get(1)).isEqualTo(body);
                assertThat(frames.get(2)).containsExactly(7);
                router.send(frames);
                assertThat(peer.receive().getFirst()).isEqualTo(body);
            }
        }
    }

    @Test
    void a_unix_socket_works_and_its_file_goes_with_it(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("kernel-ipc-1");
        try (RouterSocket router = router(new Endpoint.Ipc(file));
                TestPeer peer = TestPeer.connect(router.address(), "DEALER", "ada")) {
            peer.send(frames("hello"));
            assertThat(take()).containsExactly("ada", "hello");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void a_stale_unix_socket_is_replaced_and_a_file_is_not(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("kernel-ipc-1");
        new Endpoint.Ipc(file).bind().close();
        assertThat(file).exists();
        router(new Endpoint.Ipc(file)).close();
        Files.writeString(file, "precious");
        assertThatThrownBy(() -> router(new Endpoint.Ipc(file))).hasMessageContaining("a file that is no socket");
        assertThat(file).hasContent("precious");
    }

    @Test
    void a_port_in_use_is_told_with_its_address() throws Exception {
        try (RouterSocket router = router(ANY_PORT)) {
            int port = ((InetSocketAddress) router.address()).getPort();
            assertThatThrownBy(() -> router(new Endpoint.Tcp("127.0.0.1", port)))
                    .hasMessageContaining("cannot listen at tcp://127.0.0.1:" + port);
        }
    }

    @Test
    void a_subscriber_is_welcomed_and_gets_what_it_asked_for() throws Exception {
        try (PublisherSocket publisher = publisher(log);
                TestPeer peer = TestPeer.connect(publisher.address(), "SUB", "")) {
            peer.subscribe("stream");
            assertThat(texts(peer.receive())).containsExactly("stream", "welcome");
            publisher.send(frames("status", "no"));
            publisher.send(frames("stream.out", "yes"));
            assertThat(texts(peer.receive())).containsExactly("stream.out", "yes");
        }
    }

    @Test
    void subscriptions_and_pings_may_come_as_commands() throws Exception {
        try (PublisherSocket publisher = publisher(log);
                TestPeer peer = TestPeer.connect(publisher.address(), "SUB", "")) {
            peer.raw(Zmtp.command("SUBSCRIBE", "a".getBytes(UTF_8)));
            assertThat(texts(peer.receive())).containsExactly("a", "welcome");
            peer.raw(Zmtp.command("SUBSCRIBE", "b".getBytes(UTF_8)));
            assertThat(texts(peer.receive())).containsExactly("b", "welcome");
            peer.raw(Zmtp.command("CANCEL", "a".getBytes(UTF_8)));
            peer.raw(Zmtp.command("PING", new byte[] {0, 10, 'h', 'i'}));
            assertThat(peer.next()).isInstanceOfSatisfying(FrameReader.Incoming.Command.class, command -> {
                assertThat(command.name()).isEqualTo("PONG");
                assertThat(command.data()).containsExactly('h', 'i');
            });
            publisher.send(frames("a", "no"));
            publisher.send(frames("b", "yes"));
            assertThat(texts(peer.receive())).containsExactly("b", "yes");
        }
    }

    @Test
    void a_heartbeat_comes_back_as_it_is() throws Exception {
        try (EchoSocket echo = new EchoSocket(ANY_PORT, "heartbeat", log::add)) {
            echo.start();
            try (TestPeer peer = TestPeer.connect(echo.address(), "REQ", "")) {
                peer.send(frames("", "ping"));
                assertThat(texts(peer.receive())).containsExactly("", "ping");
            }
        }
    }

    @Test
    void a_subscriber_that_never_reads_is_given_up_and_the_others_lose_nothing() throws Exception {
        byte[] block = new byte[1 << 20];
        int blocks = 100;
        try (PublisherSocket publisher = publisher(log);
                TestPeer stuck = TestPeer.connect(publisher.address(), "SUB", "");
                TestPeer live = TestPeer.connect(publisher.address(), "SUB", "")) {
            stuck.subscribe("");
            live.subscribe("");
            live.receive();
            stuck.receive();
            Semaphore readTurns = new Semaphore(8);
            Thread reader = Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; i < blocks; i++) {
                        assertThat(live.receive().get(1)).hasSize(block.length);
                        readTurns.release();
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                received.add(frames("all read"));
            });
            for (int i = 0; i < blocks; i++) {
                // What the live one has read is out of its queue: only the stuck one's can pile up.
                readTurns.acquire();
                publisher.send(List.of("x".getBytes(UTF_8), block));
            }
            reader.join();
            assertThat(take()).containsExactly("all read");
            assertThat(log).singleElement().asString().contains("unread");
        }
    }

    @Test
    void a_peer_of_the_wrong_kind_is_refused_with_one_line() throws Exception {
        try (RouterSocket router = router(ANY_PORT);
                TestPeer peer = TestPeer.connect(router.address(), "SUB", "")) {
            assertThatThrownBy(peer::receive).isInstanceOf(IOException.class);
            assertThat(log).singleElement().asString().contains("the peer is \"SUB\"");
        }
    }

    @Test
    void a_frame_that_announces_too_much_closes_its_connection() throws Exception {
        try (RouterSocket router = router(ANY_PORT);
                TestPeer peer = TestPeer.connect(router.address(), "DEALER", "ada")) {
            peer.raw(ByteBuffer.allocate(9)
                    .put((byte) Zmtp.LONG)
                    .putLong(1L << 40)
                    .array());
            assertThatThrownBy(peer::receive).isInstanceOf(IOException.class);
            assertThat(log).singleElement().asString().contains("announces 1099511627776");
        }
    }

    @Test
    void a_message_of_endless_frames_closes_its_connection() throws Exception {
        try (RouterSocket router = router(ANY_PORT);
                TestPeer peer = TestPeer.connect(router.address(), "DEALER", "ada")) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1000; i++) {
                            peer.raw(new byte[] {Zmtp.MORE, 0});
                        }
                        peer.receive();
                    })
                    .isInstanceOf(IOException.class);
            assertThat(log).singleElement().asString().contains("at most");
        }
    }

    @Test
    void other_protocols_and_old_versions_are_turned_away() throws Exception {
        try (RouterSocket router = router(ANY_PORT)) {
            refused(router.address(), Arrays.copyOf("GET / HTTP/1.1\r\nHost: x\r\n".getBytes(UTF_8), 64));
            byte[] old = Zmtp.greeting();
            old[10] = 2;
            refused(router.address(), old);
            byte[] curve = Zmtp.greeting();
            System.arraycopy("CURVE".getBytes(UTF_8), 0, curve, 12, 5);
            refused(router.address(), curve);
            assertThat(log)
                    .hasSize(3)
                    .anySatisfy(line -> assertThat(line).contains("not ZMTP"))
                    .anySatisfy(line -> assertThat(line).contains("speaks ZMTP 2"))
                    .anySatisfy(line -> assertThat(line).contains("\"CURVE\""));
        }
    }

    private static void refused(SocketAddress address, byte[] greeting) throws IOException {
        try (SocketChannel channel = TestPeer.open(address)) {
            channel.write(ByteBuffer.wrap(greeting));
            ByteBuffer answer = ByteBuffer.allocate(1000);
            int read = 0;
            while (read >= 0) {
                read = channel.read(answer);
            }
        } catch (IOException e) {
            // A reset is a refusal too.
        }
    }

    /** Garbage at once, garbage after the greeting, garbage after the handshake, cut anywhere. */
    @Test
    void random_bytes_neither_stop_nor_hang_a_socket() throws Exception {
        Random random = new Random(42);
        try (RouterSocket router = router(ANY_PORT);
                TestPeer steady = TestPeer.connect(router.address(), "DEALER", "steady")) {
            for (int round = 0; round < 300; round++) {
                try (SocketChannel channel = TestPeer.open(router.address())) {
                    if (round % 3 > 0) {
                        channel.write(ByteBuffer.wrap(Zmtp.greeting()));
                    }
                    if (round % 3 > 1) {
                        channel.write(ByteBuffer.wrap(TestPeer.readyFrame("DEALER", "fuzz" + round % 7)));
                    }
                    byte[] garbage = new byte[random.nextInt(400)];
                    random.nextBytes(garbage);
                    if (garbage.length > 0 && random.nextBoolean()) {
                        garbage[0] &= 7;
                    }
                    channel.write(ByteBuffer.wrap(garbage));
                } catch (IOException e) {
                    // Closed by the other side, as it should be.
                }
            }
            received.clear();
            steady.send(frames("still here"));
            List<String> last;
            do {
                last = take();
            } while (!last.getFirst().equals("steady"));
            assertThat(last).containsExactly("steady", "still here");
            router.send(frames("steady", "yes"));
            assertThat(texts(steady.receive())).containsExactly("yes");
        }
    }
}
