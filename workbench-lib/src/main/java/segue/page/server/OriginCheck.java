package segue.page.server;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses requests that change something when a foreign web site has the user's browser send them (cross-site request
 * forgery). Browsers say where a request comes from: by {@code Sec-Fetch-Site} (W3C Fetch Metadata), older ones by
 * {@code Origin}. Programs say neither, and have no user to be tricked.
 */
public final class OriginCheck {
    private static final Set<String> CHANGES_NOTHING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Optional<String> publicName;

    /** @param publicName by which a proxy serves the page */
    public OriginCheck(Optional<String> publicName) {
        this.publicName = publicName;
    }

    /** @throws ApiError 403, if the request was made by another site's page */
    public void check(Context ctx) {
        if (CHANGES_NOTHING.contains(ctx.req().getMethod())) {
            return;
        }
        String site = ctx.header("Sec-Fetch-Site");
        String origin = ctx.header("Origin");
        if (site != null ? !OWN.contains(site) : origin != null && !isOwn(origin, ctx.header("Host"))) {
            throw new ApiError(
                    403,
                    "foreign_origin",
                    "This request was sent by another site's page%s."
                            .formatted(origin == null ? "" : ", " + Query.shown(origin)),
                    "Send it from this page, or from a program without Origin and Sec-Fetch-Site.");
        }
    }

    private boolean isOwn(String origin, String host) {
        try {
            URI uri = URI.create(origin.toLowerCase(Locale.ROOT));
            return uri.getRawAuthority() != null
                    && (uri.getRawAuthority().equalsIgnoreCase(host)
                            || publicName.isPresent() && publicName.get().equalsIgnoreCase(uri.getHost()));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
