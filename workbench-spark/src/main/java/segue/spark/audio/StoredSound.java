package segue.spark.audio;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import segue.audio.scan.FileStamp;
import segue.audio.scan.StoredRecording;

/** A recording in a store that Hadoop knows; every reading makes a copy of it on this machine, and deletes it. */
record StoredSound(Configuration hadoop, String name) implements StoredRecording {
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:/.*", Pattern.DOTALL);

    /** Whether a name is that of a file of this machine: a path, or an address that begins with {@code file:/}. */
    static boolean isLocal(Configuration hadoop, String name) {
        return SCHEME.matcher(name).matches()
                ? name.startsWith("file:/")
                : "file".equals(FileSystem.getDefaultUri(hadoop).getScheme());
    }

    /** @throws IllegalArgumentException if a name that begins with {@code file:/} is no address */
    static Path local(String name) {
        return name.startsWith("file:/") ? Path.of(URI.create(name)) : Path.of(name);
    }

    static StoredRecording of(Configuration hadoop, String name) {
        return isLocal(hadoop, name) ? StoredRecording.of(local(name)) : new StoredSound(hadoop, name);
    }

    static FileStamp stamp(FileStatus file) {
        return new FileStamp(
                file.getPath().toString(), file.getLen(), TimeUnit.MILLISECONDS.toNanos(file.getModificationTime()));
    }

    @Override
    public FileStamp stamp() throws IOException {
        return stamp(files().getFileStatus(path()));
    }

    @Override
    public <T> T read(Reader<T> reader) throws IOException {
        Path folder = Files.createTempDirectory("segue-sound-");
        Path copy = folder.resolve(path().getName());
        try {
            try (InputStream in = files().open(path())) {
                Files.copy(in, copy);
            }
            return reader.from(copy);
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }

    private org.apache.hadoop.fs.Path path() {
        return new org.apache.hadoop.fs.Path(name);
    }

    private FileSystem files() throws IOException {
        return path().getFileSystem(hadoop);
    }
}
