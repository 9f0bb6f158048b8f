package segue.digest;

import java.util.regex.Pattern;

/** Text of songs and people, made fit for one line of a mail: nothing in it ends the line, or turns what follows around. */
final class Plain {
    private static final int LONGEST = 200;

    /** Whatever is no visible character, but for what joins and varies emoji and letters of some scripts. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s\\p{Cs}]+");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200c\\u200d]]");

    private Plain() {}

    static String line(String text) {
        String line = INVISIBLE
                .matcher(BREAKS.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + "\u2026";
    }
}
