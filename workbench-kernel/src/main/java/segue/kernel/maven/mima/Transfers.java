package segue.kernel.maven.mima;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** Follows what is being fetched: tells it in one line, several times a second, and can call it off. */
final class Transfers extends AbstractTransferListener {
    private static final long REST_NANOS = 150_000_000;
    private static final double MEGABYTE = 1e6;

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
                    "Fetched %d file%s, %.1f MB, in %.1f s.",
                    files,
                    files == 1 ? "" : "s",
                    bytes / MEGABYTE,
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
        underWay.put(name(event), event.getTransferredBytes());
        tell(event);
    }

    /** A file whose checksum is wrong is not let in. */
    @Override
    public void transferCorrupted(TransferEvent event) throws TransferCancelledException {
        throw new TransferCancelledException(
                "its checksum is wrong: " + event.getException().getMessage());
    }

    @Override
    public synchronized void transferSucceeded(TransferEvent event) {
        underWay.remove(name(event));
        files++;
        bytes += event.getTransferredBytes();
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
        status.accept(String.format(
                Locale.ROOT,
                "Fetching %s (%.1f%s MB) from %s; %d files, %.1f MB so far …",
                name(event),
                event.getTransferredBytes() / MEGABYTE,
                size > 0 ? String.format(Locale.ROOT, " of %.1f", size / MEGABYTE) : "",
                event.getResource().getRepositoryId(),
                files,
                (bytes + underWay.values().stream().mapToLong(Long::longValue).sum()) / MEGABYTE));
    }

    private static String name(TransferEvent event) {
        String resource = event.getResource().getResourceName();
        return resource.substring(resource.lastIndexOf('/') + 1);
    }
}
