package segue.page.server;

import io.javalin.http.Context;

/**
 * Which other pages may show this one in a frame. A foreign site that may could lay its own picture over the buttons and have
 * the person press them unseen (clickjacking). Told by {@code frame-ancestors} (W3C Content Security Policy 3), which browsers
 * heed before {@code X-Frame-Options}.
 */
public enum Framing {
    /** None but its own. */
    ITSELF("'self'"),
    /** Its own, and notebooks that are shown by this machine: Jupyter's at any port, and those of VS Code. */
    LOCAL_NOTEBOOKS("'self' http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*"
            + " vscode-webview: vscode-file:");

    /** What the page's own documents may do. */
    public static final String OWN_CONTENT =
            "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'";

    private static final String POLICY = "Content-Security-Policy";
    private static final String CHOSEN = "segue.framing";

    private final String ancestors;

    Framing(String ancestors) {
        this.ancestors = ancestors;
    }

    /** Has an answer say so, with all else that its document may do. */
    public void restrict(Context ctx, String policy) {
        ctx.attribute(CHOSEN, this);
        restrictAnew(ctx, policy);
        if (this == ITSELF) {
            ctx.header("X-Frame-Options", "SAMEORIGIN");
        }
    }

    /** Lets the document do other things; who may frame it stays as it was said. */
    public static void restrictAnew(Context ctx, String policy) {
        Framing chosen = ctx.attribute(CHOSEN);
        ctx.header(POLICY, policy + "; frame-ancestors " + (chosen == null ? ITSELF : chosen).ancestors);
    }
}
