package segue.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text reduced to what is compared when names are matched: lower case, accents folded, punctuation dropped, one space
 * between words. {@code TextKey.of("Beyoncé – Don't Hurt Yourself!")} is {@code "beyonce dont hurt yourself"}.
 *
 * <p>Scripts other than Latin keep their marks, where a mark is part of the letter. A name made of symbols only
 * ({@code "!!!"}) is its own key, so that such names are not all equal.
 */
public final class TextKey {
    private static final Pattern REMASTER = Pattern.compile(
            "\\s*[(\\[][^)\\]]{0,80}remaster[^)\\]]{0,80}[)\\]]|\\s+-\\s+[^-]{0,80}remaster.{0,80}$",
            Pattern.CASE_INSENSITIVE);

    private TextKey() {}

    /** The key of any text; empty only for blank text. */
    public static String of(String text) {
        String plain = isAscii(text) ? text : fold(text);
        StringBuilder key = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (c == '&' || Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                if (gap && !key.isEmpty()) {
                    key.append(' ');
                }
                gap = false;
                if (c == '&') {
                    key.append("and");
                } else {
                    key.appendCodePoint(Character.toLowerCase(c));
                }
            } else if (c != '\'' && c != '\u2019') {
                gap = true;
            }
        }
        return key.isEmpty() ? text.strip().toLowerCase(Locale.ROOT) : key.toString();
    }

    /** The key of a song's title without its remark about a remaster: {@code "Ask - 2011 Remaster"} is {@code "ask"}. */
    public static String ofTitle(String title) {
        if (!title.toLowerCase(Locale.ROOT).contains("remaster")) {
            return of(title);
        }
        String bare = REMASTER.matcher(title).replaceAll("");
        return of(bare.isBlank() ? title : bare);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c >= '\u0300' && c <= '\u036f') {
                continue;
            }
            switch (c) {
                case 'ø', 'Ø' -> out.append('o');
                case 'ł', 'Ł' -> out.append('l');
                case 'đ', 'Đ', 'ð', 'Ð' -> out.append('d');
                case 'ı' -> out.append('i');
                case 'ß', 'ẞ' -> out.append("ss");
                case 'æ', 'Æ' -> out.append("ae");
                case 'œ', 'Œ' -> out.append("oe");
                case 'þ', 'Þ' -> out.append("th");
                default -> out.append(c);
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }
}
