/**
 * The wire: ZeroMQ sockets and Jupyter's messages, and nothing about what they mean.
 *
 * <p>From the bottom up: {@link segue.kernel.wire.Endpoint} is a place to listen at (TCP, or a Unix domain socket for
 * {@code ipc}). The server half of ZMTP 3.0, ZeroMQ's protocol, is in {@code Zmtp} (bytes), {@code FrameReader} (reading),
 * {@code Outbox} (writing, with its bounds), {@code Peer} (a connection) and {@code ZmtpServer} (a listener). On them
 * stand the three kinds of socket that a kernel has: {@link segue.kernel.wire.RouterSocket} (shell, control, stdin),
 * {@link segue.kernel.wire.PublisherSocket} (iopub) and {@link segue.kernel.wire.EchoSocket} (heartbeat).
 * {@link segue.kernel.wire.MessageCodec} turns frames into a signed {@link segue.kernel.wire.Message} and back.
 *
 * {@snippet :
 * MessageCodec codec = new MessageCodec(connection.key());
 * RouterSocket shell = new RouterSocket(connection.endpoint(connection.shellPort()), "shell", log);
 * shell.start(frames -> {});
 * shell.send(codec.encode(request.identities(), "kernel_info_reply", request.rawHeader(), Map.of(), content));
 * }
 *
 * <p>Every connection costs two platform threads that block in the system, 80 KiB of buffers, and at most 64 MiB of
 * unread output before it is closed. Nothing polls: a request is answered in well under a millisecond of our own time.
 */
package segue.kernel.wire;
