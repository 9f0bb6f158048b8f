package segue.digest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segue.feedback.EmailAddress;

/**
 * Who a mail is from: {@code "Segue <digest@example.org>"}.
 *
 * @param name one line of text
 */
public record Sender(String name, EmailAddress address) {
    private static final Pattern NAMED = Pattern.compile("\"?([^<\"]*?)\"?\\s*<([^<>]*)>");
    private static final String NAME = "Segue";

    public Sender {
        name = Plain.line(name);
    }

    /** @param text an address, or {@code Name <address>} */
    public static Sender of(String text) {
        Matcher named = NAMED.matcher(text.strip());
        if (named.matches()) {
            return new Sender(
                    named.group(1).isBlank() ? NAME : named.group(1),
                    new EmailAddress(named.group(2).strip()));
        }
        return new Sender(NAME, new EmailAddress(text.strip()));
    }
}
