package segue.chart.opinion;

import java.text.Bidi;
import java.util.Locale;
import segue.chart.InlineSvg;
import segue.files.Markup;

/** A cloud as SVG for a page. Its words are text: they can be selected and found, and each names its count. */
final class CloudSvg {
    private static final int TITLE = 15;
    private static final int TEXT = 12;

    private CloudSvg() {}

    static String of(WordCloud cloud, String name) {
        InlineSvg.requireName(name);
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" \
                aria-labelledby="%s-title %s-desc" font-family="var(--chart-font, sans-serif)" text-anchor="middle">
                <title id="%s-title">%s</title>
                <desc id="%s-desc">%s</desc>
                """.formatted(
                        cloud.getWidth(),
                        cloud.getHeight(),
                        name,
                        name,
                        name,
                        Markup.escaped(cloud.getTitle()),
                        name,
                        Markup.escaped(cloud.description())));
        int middle = cloud.getWidth() / 2;
        svg.append("""
                <text x="%d" y="24" font-size="%d" font-weight="bold" fill="var(--chart-ink, currentColor)">%s</text>
                """.formatted(middle, TITLE, Markup.escaped(cloud.getTitle())));
        if (cloud.words().isEmpty()) {
            quiet(svg, middle, cloud.getHeight() / 2, cloud.sentence());
        }
        for (PlacedWord word : cloud.words()) {
            word(svg, word);
        }
        if (!cloud.leftOut().isEmpty()) {
            quiet(svg, middle, cloud.getHeight() - TEXT, cloud.caption());
        }
        return svg.append("</svg>").toString();
    }

    /** As wide as it was measured, in whatever letters the browser has: none overlaps another. */
    private static void word(StringBuilder svg, PlacedWord word) {
        String direction =
                Bidi.requiresBidi(word.shown().toCharArray(), 0, word.shown().length())
                                && !new Bidi(word.shown(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                        ? " direction=\"rtl\""
                        : "";
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" font-weight=\"bold\" textLength=\"%.1f\""
                        + " lengthAdjust=\"spacingAndGlyphs\"%s fill=\"%s\"><title>%s: %,d</title>%s</text>%n",
                word.x(),
                word.baseline(),
                word.size(),
                word.width(),
                direction,
                InlineSvg.series(WordCloud.ink(word)),
                Markup.escaped(word.label()),
                word.times(),
                Markup.escaped(word.shown())));
    }

    private static void quiet(StringBuilder svg, int x, int y, String text) {
        svg.append("<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"%s\">%s</text>%n"
                .formatted(x, y, TEXT, InlineSvg.QUIET, Markup.escaped(text)));
    }
}
