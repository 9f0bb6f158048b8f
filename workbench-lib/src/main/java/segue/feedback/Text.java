package segue.feedback;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Text that every database takes and gives back as it was. */
final class Text {
    static final int LONGEST_SONG_ID = 2048;
    static final int LONGEST_METHOD = 64;
    static final int LONGEST_SEARCH = 512;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Text() {}

    /** 128 bits that nobody can guess, as 32 hexadecimal digits. */
    static String randomToken() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    static void requireToken(String what, String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "%s must be 16 to 64 letters, digits, '-' or '_' but was '%s'".formatted(what, shown(text)));
        }
    }

    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    static void require(String what, String text, int most) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        requireStorable(what, text, most);
    }

    static void requireStorable(String what, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            throw new IllegalArgumentException("%s must have at most %,d characters but has %,d: '%s'"
                    .formatted(what, most, text.length(), shown(text)));
        }
        if (text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException(
                    "%s has half a character or a NUL in it: '%s'".formatted(what, shown(text)));
        }
    }

    /** Fit for one line of a message. */
    static String shown(String text) {
        String visible = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
        return visible.length() <= 80 ? visible : visible.substring(0, 80) + " …";
    }
}
