package segue.digest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import segue.feedback.EmailAddress;
import segue.feedback.Subscription;

/**
 * How to get no more of it, and where the page is.
 *
 * @param page where the page is reached by whoever gets the mail; empty where it is not
 * @param subscription that the mail is for; empty for a file that somebody makes for themselves
 * @param from who reads the answers
 */
record Footer(Optional<URI> page, Optional<Subscription> subscription, EmailAddress from) {
    /** Ends the subscription by one click, or the page asks first; empty without a page. */
    Optional<String> link() {
        return subscription.flatMap(to -> page.map(base -> onPage(base, "unsubscribe?token=" + to.token())));
    }

    /** Asks whoever runs this to end the subscription; empty without one. */
    Optional<String> mailto() {
        return subscription.map(to -> "mailto:" + encoded(from.value()).replace("%40", "@") + "?subject="
                + encoded("unsubscribe " + to.token()));
    }

    /** A song on the page. */
    Optional<String> song(String id) {
        return page.map(base -> onPage(base, "?id=" + encoded(id)));
    }

    private static String onPage(URI base, String rest) {
        String address = base.toString();
        return address + (address.endsWith("/") ? "" : "/") + rest;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
