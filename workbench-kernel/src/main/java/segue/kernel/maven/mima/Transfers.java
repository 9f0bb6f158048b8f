package segue.kernel.maven.mima;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** Follows what is being fetched: tells it in one line, several times a second, and can call it off. */
final class Transfers extends AbstractTransferListener {
    private static final long REST_NANOS = 150_000_000;
    private static final long MEGABYTE = 1_000_000;

    private final Consumer<String> status;
    private final long start = System.nanoTime();
    private final Map<String, Long> underWay = new ConcurrentHashMap<>();
    private volatile boolean cancelled;
    private int files;
    private long bytes;
    private long lastTold = start - REST_NANOS;

    Transfers(Consumer<String> status) {
        this.status = status;
    }

    void cancel() {
        cancelled = true;
    }

    /** Tells the sum, if there was anything to fetch. */
    synchronized void end() {
        if (files > 0) {
            status.accept(String.format(
                    Locale.ROOT,
                    "Fetched %s, %s, in %.1f s.",
                    files(files),
                    size(bytes),
                    (System.nanoTime() - start) / 1e9));
        }
    }

    @Override
    public void transferInitiated(TransferEvent event) throws TransferCancelledException {
        stopIfCancelled();
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        stopIfCancelled();
        if (!isMetadata(event)) {
            underWay.put(name(event), event.getTransferredBytes());
            tell(event);
        }
    }

    /** A file whose checksum is wrong is not let in; one without a checksum is, as Maven does. */
    @Override
    public void transferCorrupted(TransferEvent event) throws TransferCancelledException {
        if (event.getException() instanceof ChecksumFailureException failure
                && String.valueOf(failure.getExpected()).matches("null|")) {
            return;
        }
        throw new TransferCancelledException(
                "its checksum is wrong: " + event.getException().getMessage());
    }

    @Override
    public synchronized void transferSucceeded(TransferEvent event) {
        underWay.remove(name(event));
        if (!isMetadata(event)) {
            files++;
            bytes += event.getTransferredBytes();
        }
    }

    @Override
    public void transferFailed(TransferEvent event) {
        underWay.remove(name(event));
    }

    private void stopIfCancelled() throws TransferCancelledException {
        if (cancelled) {
            throw new TransferCancelledException("the cell was stopped");
        }
    }

    private synchronized void tell(TransferEvent event) {
        long now = System.nanoTime();
        if (now - lastTold < REST_NANOS || cancelled) {
            return;
        }
        lastTold = now;
        long size = event.getResource().getContentLength();
        String of = size > 0 && event.getTransferredBytes() < size ? size(event.getTransferredBytes()) + " of " : "";
        status.accept("Fetching " + name(event) + " (" + of + size(Math.max(size, event.getTransferredBytes()))
                + ") from "
                + event.getResource().getRepositoryId() + "; " + files(files) + ", "
                + size(bytes
                        + underWay.values().stream().mapToLong(Long::longValue).sum()) + " so far …");
    }

    private static String files(int count) {
        return count + (count == 1 ? " file" : " files");
    }

    private static String size(long bytes) {
        return bytes < MEGABYTE
                ? bytes / 1_000 + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) MEGABYTE);
    }

    /** Lists of versions are small, and of no interest to the person. */
    private static boolean isMetadata(TransferEvent event) {
        return name(event).startsWith("maven-metadata");
    }

    private static String name(TransferEvent event) {
        String resource = event.getResource().getResourceName();
        return resource.substring(resource.lastIndexOf('/') + 1);
    }
}
