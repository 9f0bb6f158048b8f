package segue.audio.decode;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A file's name as FFmpeg wants it: the very bytes that the file system has, which need not be text in any encoding, or
 * UTF-8 on Windows; marked as a file, so that {@code http:…} is one too.
 */
final class NativePath implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final Url url;

    private NativePath(byte[] name) {
        MemorySegment bytes = arena.allocate(name.length + 1L);
        MemorySegment.copy(name, 0, bytes, ValueLayout.JAVA_BYTE, 0, name.length);
        url = new Url(bytes.address());
    }

    static NativePath of(Path file) {
        Path absolute = file.toAbsolutePath();
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        name.writeBytes("file:".getBytes(StandardCharsets.US_ASCII));
        if (File.separatorChar == '\\') {
            name.writeBytes(absolute.toString().getBytes(StandardCharsets.UTF_8));
        } else {
            String encoded = absolute.toUri().getRawPath();
            for (int i = 0; i < encoded.length(); i++) {
                if (encoded.charAt(i) == '%') {
                    name.write(Integer.parseInt(encoded, i + 1, i + 3, 16));
                    i += 2;
                } else {
                    name.write(encoded.charAt(i));
                }
            }
        }
        return new NativePath(name.toByteArray());
    }

    /** Ends with a zero; valid until this is closed. */
    BytePointer url() {
        return url;
    }

    @Override
    public void close() {
        arena.close();
    }

    /** JavaCPP's view of memory that it does not own. */
    private static final class Url extends BytePointer {
        Url(long address) {
            super((Pointer) null);
            this.address = address;
        }
    }
}
