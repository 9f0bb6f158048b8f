package segue.catalog.playlists;

/** Text that any file of UTF-8 can hold. */
final class WellFormed {
    private static final int REPLACEMENT = 0xFFFD;

    private WellFormed() {}

    /** Halves of a surrogate pair become U+FFFD. */
    static String text(String text) {
        return text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** One line that XML can hold too: control characters become spaces, U+FFFE and U+FFFF U+FFFD. */
    static String line(String text) {
        return text(text)
                .codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c == 0xFFFE || c == 0xFFFF ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
