package segue.page.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Requests that Jetty refuses before any route sees them (unreadable, too long) get the same JSON as all others. */
public final class JettyErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        ApiError error = error(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(Json.bytes(error.body())), callback);
    }

    private static ApiError error(int status) {
        return switch (status) {
            case 413 ->
                new ApiError(
                        413,
                        "too_large",
                        "The body of the request is too large.",
                        "The most is %,d bytes.".formatted(BodyLimits.MAX_BYTES));
            case 414 ->
                new ApiError(414, "too_long", "The address of the request is too long.", "Keep it under 8,000 bytes.");
            case 431 ->
                new ApiError(431, "too_long", "The headers of the request are too long.", "Send fewer or shorter.");
            case 505 ->
                new ApiError(505, "bad_request", "This is no HTTP version that is spoken here.", "Speak HTTP/1.1.");
            case 503 -> new ApiError(503, "stopping", "The page is being stopped.", "Start it again, then ask again.");
            case 404 -> new ApiError(404, "not_found", "There is nothing at this address.", "The page is at /.");
            default ->
                status >= 500
                        ? new ApiError(status, "failed", "The page failed at this request.", "The log has the details.")
                        : new ApiError(
                                status,
                                "bad_request",
                                "The request cannot be read.",
                                "Encode the address as URLs need it: %25 for a percent sign.");
        };
    }
}
