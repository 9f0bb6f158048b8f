package segue.neighbors.gpu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * JCuda unpacks its native library to a fixed name in the temporary folder and takes whatever lies there already, another
 * user's file too. So it is shown a folder of its own while it loads; the JDK itself read the property when it started.
 */
final class JCudaNatives {
    private static final String FOLDER = "java.io.tmpdir";

    private JCudaNatives() {}

    /** Does {@code first}, the first use of a class of JCuda, with a temporary folder that nobody else can write to. */
    static synchronized <T> T inPrivateFolder(Supplier<T> first) {
        try {
            // Readable and writable by this user alone, says createTempDirectory.
            Path folder = Files.createTempDirectory("segue-jcuda-");
            String before = System.getProperty(FOLDER);
            System.setProperty(FOLDER, folder.toString());
            try {
                return first.get();
            } finally {
                System.setProperty(FOLDER, before);
                delete(folder);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A library that is loaded needs its file no more, on Linux. */
    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
