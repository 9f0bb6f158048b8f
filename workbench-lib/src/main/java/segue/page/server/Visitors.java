package segue.page.server;

import io.javalin.http.Context;
import java.util.Optional;
import segue.feedback.Listener;

/**
 * Who visits, as far as the page knows: a random id that the visitor's own browser has made and sends as {@value #HEADER}. A
 * header and no cookie: pages of other sites cannot make a browser send it, and pages at other ports of the same name do not get
 * it.
 */
public final class Visitors {
    public static final String HEADER = "Segue-Listener";

    private Visitors() {}

    /**
     * @return empty where the request says nothing of it
     * @throws ApiError 400, if the id is of another form
     */
    public static Optional<Listener> of(Context ctx) {
        String id = ctx.header(HEADER);
        try {
            return Optional.ofNullable(id).map(Listener::new);
        } catch (IllegalArgumentException wrong) {
            throw ApiError.badParameter("%s: %s.".formatted(HEADER, Query.shown(wrong.getMessage())), "Leave it out.");
        }
    }

    /** @throws ApiError 400, if there is none */
    public static Listener required(Context ctx) {
        return of(ctx).orElseThrow(() -> ApiError.badParameter(
                "The header %s is missing.".formatted(HEADER),
                "Send a random id of 16 to 64 letters, digits, - or _, the same every time."));
    }
}
