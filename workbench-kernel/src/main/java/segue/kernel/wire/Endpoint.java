package segue.kernel.wire;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** A place to listen at. */
public sealed interface Endpoint {
    /** Connections that may wait to be accepted; with the usual 50, a burst of clients waits a second. */
    int BACKLOG = 256;

    ServerSocketChannel bind() throws IOException;

    default void prepare(SocketChannel accepted) throws IOException {}

    default void release() throws IOException {}

    /** @param port 0 lets the system choose one */
    record Tcp(String ip, int port) implements Endpoint {
        @Override
        public ServerSocketChannel bind() throws IOException {
            InetAddress address = ip.equals("*") ? InetAddress.getByName("0.0.0.0") : InetAddress.getByName(ip);
            return listen(ServerSocketChannel.open(), new InetSocketAddress(address, port), toString());
        }

        @Override
        public void prepare(SocketChannel accepted) throws IOException {
            accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }

        @Override
        public String toString() {
            return "tcp://" + ip + ":" + port;
        }
    }

    /** A Unix domain socket; a socket file that an earlier process left there is replaced. */
    record Ipc(Path path) implements Endpoint {
        @Override
        public ServerSocketChannel bind() throws IOException {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isOther()) {
                    throw new BindException("cannot listen at " + this + ": there is a file that is no socket");
                }
                Files.delete(path);
            }
            ServerSocketChannel channel = listen(
                    ServerSocketChannel.open(StandardProtocolFamily.UNIX),
                    UnixDomainSocketAddress.of(path),
                    toString());
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            }
            return channel;
        }

        @Override
        public void release() throws IOException {
            Files.deleteIfExists(path);
        }

        @Override
        public String toString() {
            return "ipc://" + path;
        }
    }

    private static ServerSocketChannel listen(ServerSocketChannel channel, SocketAddress address, String name)
            throws IOException {
        try {
            return channel.bind(address, BACKLOG);
        } catch (IOException e) {
            channel.close();
            throw (IOException) new BindException("cannot listen at " + name + ": " + e.getMessage()).initCause(e);
        }
    }
}
