package segue.feedback;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a person gets e-mail: {@code anna@example.org}. Nothing in it can end a line or begin another address, so that it is
 * safe in a header and in what is said to a server. A domain in other letters is kept as DNS has it ({@code xn--…}).
 *
 * @param value the whole of it
 */
public record EmailAddress(String value) {
    /** RFC 5321, 4.5.3.1: what a path has room for. */
    public static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    /** The words of RFC 5322, 3.2.3, without quoted ones, which mailboxes of people do not have. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    /** @throws IllegalArgumentException if it is no address */
    public EmailAddress {
        int at = value.lastIndexOf('@');
        String domain = ascii(value.substring(at + 1));
        String local = value.substring(0, Math.max(0, at));
        if (local.length() > LONGEST_LOCAL_PART
                || !LOCAL_PART.matcher(local).matches()
                || !DOMAIN.matcher(domain).matches()
                || local.length() + 1 + domain.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "an e-mail address looks like anna@example.org but this was '%s'".formatted(Text.shown(value)));
        }
        value = local + "@" + domain;
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException no) {
            return "";
        }
    }

    /** Who it is, and not where: {@code "a…@example.org"}, for logs. */
    public String masked() {
        return value.charAt(0) + "…" + value.substring(value.lastIndexOf('@'));
    }

    /** The same for every way to write it in large and small letters; says who it is only to who knows the address. */
    String mailbox() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(value.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("every Java has SHA-256", defect);
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
