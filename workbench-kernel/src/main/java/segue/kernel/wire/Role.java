package segue.kernel.wire;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What a socket does with its peers. Called on the peers' own threads, so by several at once. */
interface Role {
    /** As ZeroMQ names it: {@code "ROUTER"} … */
    String socketType();

    /** The socket types that may connect. */
    Set<String> peerTypes();

    Limits limits();

    default void joined(Peer peer) throws IOException {}

    void message(Peer peer, List<byte[]> frames) throws IOException;

    default void command(Peer peer, String name, byte[] data) throws IOException {}

    /** May be called more than once. */
    default void left(Peer peer) {}
}
