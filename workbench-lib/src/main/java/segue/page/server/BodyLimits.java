package segue.page.server;

import java.util.function.ToLongFunction;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;

/** Refuses bodies that are too large, by their announced length or, where they come in chunks, as they come. */
public final class BodyLimits extends SizeLimitHandler {
    /** The largest body of a request, however it is sent, where a path says nothing else. */
    public static final long MAX_BYTES = 64 * 1024;

    private final ToLongFunction<String> limits;

    /** @param limits of paths; those above {@link #MAX_BYTES} are held by whoever reads the body, piece by piece */
    public BodyLimits(ToLongFunction<String> limits) {
        super(MAX_BYTES, -1);
        this.limits = limits;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Handler next = getHandler();
        boolean isLarger = limits.applyAsLong(Request.getPathInContext(request)) > MAX_BYTES
                && request.getMethod().equals("POST");
        return isLarger ? next.handle(request, response, callback) : super.handle(request, response, callback);
    }
}
