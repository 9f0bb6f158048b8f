package segue.feedback;

import java.time.Instant;

/**
 * Somebody who wants the digest by e-mail.
 *
 * @param token that ends the subscription, whoever shows it: it stands in every mail, and says nothing about the listener
 */
public record Subscription(Listener listener, EmailAddress address, String token, Instant since) {
    @Override
    public String toString() {
        return address + ", " + listener;
    }
}
