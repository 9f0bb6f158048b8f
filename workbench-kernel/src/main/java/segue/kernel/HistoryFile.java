package segue.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.kernel.wire.Json;

/**
 * The cells of all sessions of a person, a JSON object a line: {@code {"session": 12, "line": 3, "input": "1 + 1"}}. Any
 * number of kernels may write it at once; it is for its owner's eyes alone, and its older half is forgotten whenever it
 * outgrows {@value #MAX_BYTES} bytes.
 */
final class HistoryFile {
    static final int MAX_BYTES = 4 << 20;
    /** A cell with pasted data is not worth remembering. */
    static final int MAX_INPUT_CHARS = 64 << 10;

    private final Path file;

    HistoryFile(Path file) {
        this.file = file;
    }

    /**
     * That of the person who runs this process: in their data folder, or where {@code SEGUE_HISTORY} says; null where that
     * is {@code off}.
     */
    static HistoryFile ofUser(Map<String, String> environment, Path home) {
        String chosen = environment.getOrDefault("SEGUE_HISTORY", "");
        if (chosen.equals("off")) {
            return null;
        }
        if (!chosen.isBlank()) {
            return new HistoryFile(Path.of(chosen));
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", environment.getOrDefault("APPDATA", ""));
        Path folder = data.isBlank() ? home.resolve(".local").resolve("share") : Path.of(data);
        return new HistoryFile(folder.resolve("segue").resolve("history.jsonl"));
    }

    /** Begins a session, numbered after all that came before. */
    synchronized int begin() throws IOException {
        try (FileChannel channel = locked()) {
            byte[] bytes = readAll(channel);
            int last = 0;
            for (Cell cell : parse(bytes)) {
                last = Math.max(last, cell.session);
            }
            if (bytes.length > MAX_BYTES) {
                forgetOlderHalf(channel, bytes);
            }
            append(channel, Map.of("session", last + 1, "line", 0, "input", ""));
            return last + 1;
        }
    }

    synchronized void add(int session, int line, String input) throws IOException {
        if (input.length() > MAX_INPUT_CHARS) {
            return;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("session", session);
        object.put("line", line);
        object.put("input", input);
        try (FileChannel channel = locked()) {
            append(channel, object);
        }
    }

    /** All cells in the order in which they were stored; lines that are none are passed over. */
    synchronized List<Cell> read() throws IOException {
        try (FileChannel channel = locked()) {
            return parse(readAll(channel)).stream()
                    .filter(cell -> cell.line > 0)
                    .toList();
        }
    }

    /** @param line its execution count */
    record Cell(int session, int line, String input) {}

    /** The lock ends with the channel. */
    private FileChannel locked() throws IOException {
        FileChannel channel = open();
        channel.lock();
        return channel;
    }

    private FileChannel open() throws IOException {
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? FileChannel.open(file, options, ownerOnly())
                : FileChannel.open(file, options);
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    private static void append(FileChannel channel, Map<String, Object> object) throws IOException {
        byte[] json = Json.write(object);
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        write(channel, line, channel.size());
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private static byte[] readAll(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(channel.size(), 4L * MAX_BYTES));
        long start = channel.size() - buffer.capacity();
        while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {
            // until all is read
        }
        return buffer.array();
    }

    private static void forgetOlderHalf(FileChannel channel, byte[] bytes) throws IOException {
        int cut = bytes.length - MAX_BYTES / 2;
        while (cut < bytes.length && bytes[cut - 1] != '\n') {
            cut++;
        }
        write(channel, ByteBuffer.wrap(bytes, cut, bytes.length - cut), 0);
        channel.truncate(bytes.length - cut);
    }

    private static List<Cell> parse(byte[] bytes) {
        List<Cell> cells = new ArrayList<>();
        for (String line : new String(bytes, UTF_8).split("\n")) {
            try {
                Map<String, Object> object = Json.read(line.getBytes(UTF_8));
                if (object.get("session") instanceof Integer session
                        && object.get("line") instanceof Integer number
                        && object.get("input") instanceof String input) {
                    cells.add(new Cell(session, number, input));
                }
            } catch (IOException e) {
                // A line that a full disk cut short.
            }
        }
        return cells;
    }
}
