package segue.page.server;

import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * Sees every request when its answer is out, also those that Jetty refused before any route saw them. It passes on the path
 * only where the page has it, and never a query or an address: what people listen to is theirs.
 */
public final class RequestWatch implements RequestLog {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    private static final String OTHER = "other";

    private final Set<String> paths;
    private final PageMetrics metrics;
    private final AccessLog log;

    public RequestWatch(Set<String> paths, PageMetrics metrics, AccessLog log) {
        this.paths = paths;
        this.metrics = metrics;
        this.log = log;
    }

    @Override
    public void log(Request request, Response response) {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : OTHER;
        String asked =
                request.getHttpURI() == null ? null : request.getHttpURI().getPath();
        String path = asked != null && paths.contains(asked) ? asked : OTHER;
        long nanos = NanoTime.since(request.getBeginNanoTime());
        metrics.answered(method, path, response.getStatus(), nanos / 1e9);
        log.write(method, path, response.getStatus(), nanos / 1e6, Response.getContentBytesWritten(response));
    }
}
