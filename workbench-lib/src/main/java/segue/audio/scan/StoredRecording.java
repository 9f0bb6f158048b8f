package segue.audio.scan;

import java.io.IOException;
import java.nio.file.Path;

/** A recording wherever it lies: in a file of this machine, or in a store from which it is copied to be heard. */
public interface StoredRecording {
    /** What it is called in messages. */
    String name();

    /** What tells at this moment whether it has changed. */
    FileStamp stamp() throws IOException;

    /**
     * Hands a file of this machine with the recording's bytes to a reader.
     *
     * @throws IOException if the recording cannot be read, or as the reader throws it
     */
    <T> T read(Reader<T> reader) throws IOException;

    /** Reads a file that may be gone when it returns. */
    @FunctionalInterface
    interface Reader<T> {
        T from(Path file) throws IOException;
    }

    /** A file of this machine. */
    static StoredRecording of(Path file) {
        return new StoredRecording() {
            @Override
            public String name() {
                return file.toString();
            }

            @Override
            public FileStamp stamp() throws IOException {
                return FileStamp.of(file);
            }

            @Override
            public <T> T read(Reader<T> reader) throws IOException {
                return reader.from(file);
            }
        };
    }
}
