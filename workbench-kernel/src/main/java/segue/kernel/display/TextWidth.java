package segue.kernel.display;

/** How many places text takes where every letter is as wide as the next: two for Chinese letters and emoji. */
final class TextWidth {
    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int letter) {
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = letter >= 0x1100 && letter <= 0x115f
                || letter >= 0x2e80 && letter <= 0xa4cf && letter != 0x303f
                || letter >= 0xac00 && letter <= 0xd7a3
                || letter >= 0xf900 && letter <= 0xfaff
                || letter >= 0xfe30 && letter <= 0xfe6f
                || letter >= 0xff00 && letter <= 0xff60
                || letter >= 0xffe0 && letter <= 0xffe6
                || letter >= 0x20000 && letter <= 0x3fffd
                || Character.isEmojiPresentation(letter);
        return wide ? 2 : 1;
    }

    /** At most so many places, with {@code …} at the end where letters are left out. */
    static String shorten(String text, int widest) {
        if (of(text) <= widest) {
            return text;
        }
        int width = 0;
        int end = 0;
        while (width + of(text.codePointAt(end)) < widest) {
            width += of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end) + "…";
    }
}
