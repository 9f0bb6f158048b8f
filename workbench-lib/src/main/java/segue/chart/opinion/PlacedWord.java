package segue.chart.opinion;

/**
 * A word of a {@link WordCloud} and its place, in pixels of the picture. Its letters stand between {@code left()} and {@code
 * right()}, {@code top()} and {@code bottom()}; no two words share a pixel.
 *
 * @param label what was counted, whole
 * @param times how often
 * @param shown the label, or its beginning and an ellipsis
 * @param size of the letters, pixels
 * @param x the middle
 * @param baseline on which the letters stand
 * @param width of the word
 * @param ascent pixels from the baseline up to its highest letter
 * @param descent pixels from the baseline down to its lowest letter
 */
public record PlacedWord(
        String label,
        int times,
        String shown,
        double size,
        double x,
        double baseline,
        double width,
        double ascent,
        double descent) {
    public double left() {
        return x - width / 2;
    }

    public double right() {
        return x + width / 2;
    }

    public double top() {
        return baseline - ascent;
    }

    public double bottom() {
        return baseline + descent;
    }

    boolean isNear(PlacedWord other, double gap) {
        double aside = gap + 0.07 * Math.min(size, other.size);
        return left() - aside < other.right()
                && other.left() - aside < right()
                && top() - gap < other.bottom()
                && other.top() - gap < bottom();
    }
}
