package segue.catalog.listening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import segue.catalog.CatalogException;
import segue.catalog.InputFile;

/** A zip archive as services hand it out, read where it lies; nothing is written to disk. */
final class ListeningZip implements AutoCloseable {
    static final int MOST_ENTRIES = 10_000;

    /** Histories pack to a tenth or twentieth of their size. */
    private static final long MOST_TIMES = 200;

    private static final long ALWAYS_ALLOWED = 64L << 20;
    private static final long NEVER_ALLOWED = 8L << 30;

    private final Path path;
    private final ZipFile zip;
    private final TextLimit.ZipBudget budget;

    private ListeningZip(Path path, ZipFile zip, long most) {
        this.path = path;
        this.zip = zip;
        this.budget = new TextLimit.ZipBudget(path.toString(), most);
    }

    static ListeningZip open(Path path) throws IOException {
        long most = Math.clamp(MOST_TIMES * Files.size(path), ALWAYS_ALLOWED, NEVER_ALLOWED);
        try {
            return new ListeningZip(path, new ZipFile(path.toFile()), most);
        } catch (ZipException damaged) {
            throw new CatalogException(
                    path.toString(),
                    "this zip archive is damaged or cut off (%s)".formatted(damaged.getMessage()),
                    "Download it again",
                    damaged);
        }
    }

    /** Its files by name, as sources to be read before this is closed. */
    List<ListeningSource> sources() {
        if (zip.size() > MOST_ENTRIES) {
            throw new CatalogException(
                    path.toString(),
                    "this zip archive has %,d files, more than %,d".formatted(zip.size(), MOST_ENTRIES),
                    "Give the archive as the service handed it out");
        }
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .sorted(Comparator.comparing(ZipEntry::getName))
                .map(this::source)
                .toList();
    }

    private ListeningSource source(ZipEntry entry) {
        return new ListeningSource() {
            @Override
            public String name() {
                return path + ", " + entry.getName().replaceAll("\\p{Cntrl}", " ");
            }

            @Override
            public InputStream bytes() throws IOException {
                return new TextLimit(zip.getInputStream(entry), budget);
            }

            @Override
            public InputFile open() throws IOException {
                return InputFile.open(name(), bytes());
            }

            @Override
            public boolean mayBePacked() {
                return false;
            }
        };
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
