package segue.chart.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import segue.chart.FittedText;

/** Words on a picture. */
final class Words {
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    static final Font STRONG = new Font(Font.SANS_SERIF, Font.BOLD, 12);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final Color HALO = new Color(255, 255, 255, 225);

    private Words() {}

    /** As much of a text as fits, ended by an ellipsis where something was cut. */
    static String fitting(String text, int width, FontMetrics metrics) {
        return FittedText.of(text, width, metrics);
    }

    /** Words in the middle of a box, with a pale line around them that parts them from the points. */
    static void haloed(Graphics2D graphics, String text, Font font, Color colour, Rectangle2D box) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        float x = (float) (box.getCenterX() - metrics.stringWidth(text) / 2.0);
        float y = (float) (box.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0);
        Shape outline =
                font.createGlyphVector(graphics.getFontRenderContext(), text).getOutline(x, y);
        graphics.setColor(HALO);
        graphics.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(outline);
        graphics.setColor(colour);
        graphics.fill(outline);
    }
}
