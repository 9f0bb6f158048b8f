package segue.chart;

import java.awt.FontMetrics;

/** Text that has to fit between other things of a picture. */
public final class FittedText {
    private FittedText() {}

    /** As much of a text as fits, ended by an ellipsis where something was cut. */
    public static String of(String text, int width, FontMetrics metrics) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int length = points.length;
        String cut = "…";
        while (length > 0 && metrics.stringWidth(cut = new String(points, 0, length).strip() + "…") > width) {
            length--;
        }
        return cut;
    }
}
