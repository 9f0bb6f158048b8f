package segue.digest;

import java.awt.Color;
import java.awt.Font;
import java.util.List;

/** Colours of pictures that are seen on light and on dark ground alike, and of the markup around them. */
final class Ink {
    /** Blue: what the listener knows. */
    static final Color KNOWN = new Color(0x4a, 0x7f, 0xd6);
    /** Orange: what is recommended. */
    static final Color NEW = new Color(0xc8, 0x5a, 0x12);
    /** Words. */
    static final Color WORDS = new Color(0x7b, 0x7d, 0x88);
    /** What should recede. */
    static final Color FAINT = new Color(0x80, 0x84, 0x92, 0x40);

    static final List<Color> ALL = List.of(KNOWN, NEW, WORDS, FAINT, Color.WHITE);

    private Ink() {}

    static Font words(float size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size);
    }

    static Font numbers(float size) {
        return new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont(size);
    }
}
