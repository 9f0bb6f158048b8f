package segue.page.server;

import java.util.Locale;

/** What a client wants to be sent, by its {@code Accept} header (RFC 9110, 12.5.1). */
public final class Accept {
    private Accept() {}

    /** Whether JSON is wanted more than HTML; who likes both alike gets HTML. */
    public static boolean prefersJson(String header) {
        return header != null && quality(header, "application", "json") > quality(header, "text", "html");
    }

    /** The quality of the most specific range that the type is in; 0 where it is in none. */
    private static double quality(String header, String type, String subtype) {
        double quality = 0;
        int specific = -1;
        for (String range : header.split(",")) {
            String[] parts = range.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
            int fits = parts[0].equals(type + "/" + subtype)
                    ? 2
                    : parts[0].equals(type + "/*") ? 1 : parts[0].equals("*/*") ? 0 : -1;
            if (fits > specific) {
                specific = fits;
                quality = quality(parts);
            }
        }
        return quality;
    }

    private static double quality(String... parts) {
        for (String part : parts) {
            if (part.matches("q\\s*=\\s*[01](\\.[0-9]{0,3})?")) {
                return Double.parseDouble(part.substring(part.indexOf('=') + 1).strip());
            }
        }
        return 1;
    }
}
