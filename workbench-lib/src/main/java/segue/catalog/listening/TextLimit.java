package segue.catalog.listening;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import segue.catalog.CatalogException;

/** Bytes of a zip archive as they are unpacked, until there are more than anyone's listening comes to. */
final class TextLimit extends FilterInputStream {
    private final ZipBudget budget;

    TextLimit(InputStream in, ZipBudget budget) {
        super(in);
        this.budget = budget;
    }

    /** What may still be unpacked of one archive. */
    static final class ZipBudget {
        private final String archive;
        private final long most;
        private long unpacked;

        ZipBudget(String archive, long most) {
            this.archive = archive;
            this.most = most;
        }

        private void take(long bytes) {
            unpacked += Math.max(0, bytes);
            if (unpacked > most) {
                throw new CatalogException(
                        archive,
                        "it unpacks to more than %,d MB, which no download of a service does from so small a file"
                                .formatted(most >> 20),
                        "Unpack it by hand if you trust it, and name the folder");
            }
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        budget.take(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        budget.take(read);
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        budget.take(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
