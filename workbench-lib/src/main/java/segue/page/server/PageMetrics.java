package segue.page.server;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.function.LongSupplier;

/** What the page counts about itself, in the text that Prometheus reads (format 0.0.4). Nothing of it is about a person. */
public final class PageMetrics {
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double[] SECONDS = {.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();
    private final Histogram requests = Histogram.builder()
            .name("segue_http_request_duration_seconds")
            .help("Requests, from their first byte to the last of their answer.")
            .labelNames("method", "path", "status")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    private final Counter refused = Counter.builder()
            .name("segue_refused_requests_total")
            .help("Requests refused with 503, by the code of the error.")
            .labelNames("code")
            .register(registry);

    public PageMetrics() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        gauge(
                "jvm_heap_used_bytes",
                "Bytes of the heap in use.",
                () -> memory.getHeapMemoryUsage().getUsed());
        gauge(
                "jvm_heap_max_bytes",
                "Bytes that the heap may grow to.",
                () -> memory.getHeapMemoryUsage().getMax());
        gauge(
                "jvm_other_used_bytes",
                "Bytes that the JVM uses besides the heap.",
                () -> memory.getNonHeapMemoryUsage().getUsed());
    }

    void waiting(LongSupplier waiting) {
        gauge("segue_waiting_requests", "Requests that wait for a worker.", waiting);
    }

    void waitingForDatabase(LongSupplier waiting) {
        gauge("segue_waiting_for_database", "Requests that wait for their turn at the database.", waiting);
    }

    public void connections(LongSupplier open) {
        gauge("segue_open_connections", "Connections that are open.", open);
    }

    /** A number that is asked for whenever somebody looks: it must be there at once. */
    public void gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsLong()))
                .register(registry);
    }

    void answered(String method, String path, int status, double seconds) {
        requests.labelValues(method, path, Integer.toString(status)).observe(seconds);
    }

    /** Counts the refusal, and returns it. */
    public ApiError refused(ApiError refusal) {
        refused.labelValues(refusal.body().error().code()).inc();
        return refusal;
    }

    public byte[] text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }
}
