package segue.page.mail;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import segue.page.opinions.Ledger;
import segue.page.server.Assets;
import segue.page.server.Endpoints;
import segue.page.server.Paths;
import segue.page.server.Query;

/** {@code GET /unsubscribe?token=} asks, {@code POST /unsubscribe?token=} ends the digests of whoever the token was mailed to. */
public final class UnsubscribeEndpoints implements Endpoints {
    private static final int LONGEST_TOKEN = 100;
    private static final String HINT = "Follow the link in the mail.";

    private final Ledger ledger;
    private final String template = new String(Assets.read("unsubscribe.html"), StandardCharsets.UTF_8);

    public UnsubscribeEndpoints(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void addTo(Paths paths) {
        paths.get("/unsubscribe", this::ask);
        paths.post("/unsubscribe", this::end);
    }

    private void ask(Context ctx) {
        token(ctx);
        send(
                ctx,
                "No more digests?",
                "Segue will send no more recommendations to the address that this link was mailed to.",
                "<form method=\"post\"><button type=\"submit\" class=\"button\">Send no more</button></form>");
    }

    private void end(Context ctx) {
        String token = token(ctx);
        boolean known = ledger.ask(
                ctx, store -> store.subscriptions().unsubscribe(token).isPresent());
        send(
                ctx,
                "No more digests",
                known
                        ? "Nothing more is sent to that address, and the address is deleted here."
                        : "Nothing is sent by this link any more: it was used before, or is none of this page's.",
                "");
    }

    private static String token(Context ctx) {
        return Query.of(ctx, Set.of("token")).required("token", LONGEST_TOKEN, HINT);
    }

    /** All three texts are ours. */
    private void send(Context ctx, String heading, String message, String form) {
        ctx.header("Cache-Control", "no-store").contentType("text/html; charset=utf-8");
        ctx.result(template.replace("{{heading}}", heading)
                .replace("{{message}}", message)
                .replace("{{form}}", form));
    }
}
