package segue.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A picture over two axes that is painted pixel by pixel, where XChart's series would be too many. It has the looks of the
 * {@linkplain SegueTheme other charts}, and stands in a {@link ChartGrid} like them.
 */
final class Panel implements IChart {
    /** Paints what is between the axes. */
    @FunctionalInterface
    interface Content {
        void paint(Graphics2D graphics, Rectangle plot, Axis x, Axis y);
    }

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final int LEFT = 44;
    private static final int TOP = 26;
    private static final int BOTTOM = 34;
    private static final int RIGHT = 14;
    private static final int BAR = 10;
    private static final int BAR_ROOM = 48;

    private final String title;
    private final int width;
    private final int height;
    private final Axis x;
    private final Axis y;
    private final Content content;
    private final ColourScale scale;

    private Panel(String title, int width, int height, Axis x, Axis y, Content content, ColourScale scale) {
        this.title = title;
        this.width = width;
        this.height = height;
        this.x = x;
        this.y = y;
        this.content = content;
        this.scale = scale;
    }

    static Panel of(String title, int width, int height, Axis x, Axis y, Content content) {
        return new Panel(title, width, height, x, y, content, null);
    }

    /** With a bar that explains the colours. */
    Panel withScale(ColourScale colours) {
        return new Panel(title, width, height, x, y, content, colours);
    }

    /** Where the content stands. */
    Rectangle plot() {
        Rectangle plot = plot(width, height);
        plot.width -= scale == null ? 0 : BAR_ROOM - RIGHT;
        return plot;
    }

    /** Where the content of a panel without a bar stands. */
    static Rectangle plot(int width, int height) {
        return new Rectangle(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM);
    }

    @Override
    public void paint(Graphics2D graphics, int wide, int high) {
        AffineTransform origin = graphics.getTransform();
        graphics.scale((double) wide / width, (double) high / height);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        Rectangle plot = plot();
        graphics.setColor(Palette.INK);
        graphics.setFont(TITLE);
        graphics.drawString(title, LEFT, TOP - 9);
        graphics.setFont(TEXT);
        labels(graphics, plot);
        Shape clip = graphics.getClip();
        graphics.clip(plot);
        // Smoothed edges leave seams between neighbouring pixels, and cost colours.
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        content.paint(graphics, plot, x, y);
        graphics.setClip(clip);
        graphics.setTransform(origin);
    }

    private void labels(Graphics2D graphics, Rectangle plot) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.setStroke(new BasicStroke(1));
        for (Axis.Tick tick : x.ticks()) {
            int at = plot.x + (int) Math.round(x.at(tick.value()) * (plot.width - 1));
            graphics.setColor(Palette.QUIET);
            graphics.drawLine(at, plot.y + plot.height, at, plot.y + plot.height + 2);
            graphics.drawString(
                    tick.label(),
                    at - metrics.stringWidth(tick.label()) / 2,
                    plot.y + plot.height + metrics.getAscent() + 3);
        }
        graphics.drawString(
                x.title(),
                plot.x + (plot.width - metrics.stringWidth(x.title())) / 2,
                plot.y + plot.height + 2 * metrics.getAscent() + 5);
        for (Axis.Tick tick : y.ticks()) {
            int at = bottom(plot) - (int) Math.round(y.at(tick.value()) * (plot.height - 1));
            graphics.drawLine(plot.x - 3, at, plot.x - 1, at);
            graphics.drawString(
                    tick.label(), plot.x - 5 - metrics.stringWidth(tick.label()), at + metrics.getAscent() / 2 - 1);
        }
        AffineTransform upright = graphics.getTransform();
        graphics.translate(metrics.getAscent(), plot.y + (plot.height + metrics.stringWidth(y.title())) / 2);
        graphics.rotate(-Math.PI / 2);
        graphics.drawString(y.title(), 0, 0);
        graphics.setTransform(upright);
        if (scale != null) {
            bar(graphics, plot, metrics);
        }
    }

    private void bar(Graphics2D graphics, Rectangle plot, FontMetrics metrics) {
        int left = plot.x + plot.width + 8;
        for (int row = 0; row < plot.height; row++) {
            graphics.setColor(new Color(scale.level((plot.height - 1 - row) * ColourScale.LEVELS / plot.height)));
            graphics.fillRect(left, plot.y + row, BAR, 1);
        }
        graphics.setColor(Palette.QUIET);
        Axis ends = Axis.linear("", scale.low(), scale.high());
        int every = ends.ticks().size() > 6 ? 2 : 1;
        for (int i = ends.ticks().size() - 1; i >= 0; i -= every) {
            Axis.Tick tick = ends.ticks().get(i);
            int at = bottom(plot) - (int) Math.round(ends.at(tick.value()) * (plot.height - 1));
            graphics.drawString(tick.label(), left + BAR + 3, at + metrics.getAscent() / 2 - 1);
        }
        graphics.drawString(scale.unit(), left, plot.y - 6);
    }

    private static int bottom(Rectangle plot) {
        return plot.y + plot.height - 1;
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public String getTitle() {
        return title;
    }
}
