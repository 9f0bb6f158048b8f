package segue.page;

/**
 * Where the page listens, and how much it does at once.
 *
 * @param host name or address of this machine to listen on; {@code 127.0.0.1} is reachable from this machine only
 * @param port 1 to 65535, or 0 for any free one
 * @param workers searches worked on at the same time, 1 to 256
 * @param waiting searches that may wait for a worker before the page answers 503, 0 to 10000
 */
public record PageOptions(String host, int port, int workers, int waiting) {
    public static final int DEFAULT_PORT = 7070;

    public PageOptions {
        if (host.isBlank() || host.chars().anyMatch(c -> c <= ' ' || c == '/')) {
            throw new IllegalArgumentException(
                    "host must be a name or address such as 127.0.0.1 but was \"" + host + "\"");
        }
        require("port", port, 0, 65_535);
        require("workers", workers, 1, 256);
        require("waiting", waiting, 0, 10_000);
    }

    private static void require(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException("%s must be in [%d, %d] but was %d".formatted(name, low, high, value));
        }
    }

    /** Port {@value #DEFAULT_PORT} of 127.0.0.1, a worker for every processor and 64 places to wait. */
    public static PageOptions defaults() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new PageOptions("127.0.0.1", DEFAULT_PORT, Math.clamp(processors, 2, 256), 64);
    }

    public PageOptions withHost(String host) {
        return new PageOptions(host, port, workers, waiting);
    }

    public PageOptions withPort(int port) {
        return new PageOptions(host, port, workers, waiting);
    }

    public PageOptions withWorkers(int workers) {
        return new PageOptions(host, port, workers, waiting);
    }

    public PageOptions withWaiting(int waiting) {
        return new PageOptions(host, port, workers, waiting);
    }
}
