package segue.neighbors.hnsw;

import java.util.Optional;

/** Whether the native library can be used on this machine. */
public final class HnswSupport {
    private HnswSupport() {}

    /** Asked once: loading the library unpacks it into the temporary folder. */
    private static final class Found {
        static final Optional<String> REASON = find();

        private static Optional<String> find() {
            try {
                NativeGraph.link();
                return Optional.empty();
            } catch (LinkageError missing) {
                Throwable cause = missing.getCause() == null ? missing : missing.getCause();
                return Optional.of(
                        "HNSW needs Voyager's native library, which cannot be loaded on %s %s (%s); the exact"
                                        .formatted(
                                                System.getProperty("os.name"),
                                                System.getProperty("os.arch"),
                                                cause.getMessage())
                                + " back ends need none.");
            }
        }
    }

    static void requireAvailable() {
        unavailableReason().ifPresent(reason -> {
            throw new UnsupportedOperationException(reason);
        });
    }

    /** Why HNSW cannot be used here, one sentence; empty where it can. */
    public static Optional<String> unavailableReason() {
        return Found.REASON;
    }
}
