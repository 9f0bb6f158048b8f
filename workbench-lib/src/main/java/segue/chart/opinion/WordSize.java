package segue.chart.opinion;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;

/**
 * How much room a word takes at a size of 1, in the letters of this machine and, cautiously, in those of another: a picture that
 * is laid out here may be read elsewhere.
 */
record WordSize(double width, double ascent, double descent) {
    private static final int MEASURED_AT = 100;
    private static final Font MEASURED = font(MEASURED_AT);
    private static final FontRenderContext FINE = new FontRenderContext(null, true, true);
    private static final String LOW_LETTERS = "acegmnopqrsuvwxyz- ";
    private static final String DESCENDING = "gjpqy";
    private static final double LOW = 0.58;
    private static final double HIGH = 0.78;
    private static final double FOREIGN = 0.95;
    private static final double DEEP = 0.25;
    private static final double FLAT = 0.03;

    static Font font(double size) {
        return new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size);
    }

    static WordSize of(String word) {
        TextLayout layout = new TextLayout(word, MEASURED, FINE);
        Rectangle2D ink = layout.getBounds();
        double measured = Math.max(layout.getAdvance(), ink.getWidth()) / MEASURED_AT;
        boolean low = word.chars().allMatch(c -> LOW_LETTERS.indexOf(c) >= 0);
        boolean latin = word.chars().allMatch(c -> c < 0x250);
        boolean descends = !latin || word.chars().anyMatch(c -> DESCENDING.indexOf(c) >= 0 || c > 'z' || c == ',');
        double letters = latin ? HIGH : FOREIGN;
        return new WordSize(
                Math.max(measured, leastWidth(word)),
                Math.max(-ink.getMinY() / MEASURED_AT, low ? LOW : letters),
                Math.max(ink.getMaxY() / MEASURED_AT, descends ? DEEP : FLAT));
    }

    /** Signs that this machine has no letters for are as wide as they are high, where they are drawn properly. */
    private static double leastWidth(String word) {
        return word.codePoints()
                .mapToDouble(c -> Character.isIdeographic(c)
                                || !MEASURED.canDisplay(c) && Character.getType(c) != Character.FORMAT
                        ? 1
                        : 0)
                .sum();
    }
}
