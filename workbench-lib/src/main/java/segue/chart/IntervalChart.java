package segue.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/** Values with their intervals, one below the other: a dot on a line, the name before it and the value behind. */
final class IntervalChart implements IChart {
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final int ROW = 22;
    private static final int TOP = 40;
    private static final int BOTTOM = 46;
    private static final int SIDE = 12;
    private static final int DOT = 8;

    private final String title;
    private final List<String> names;
    private final double[] values;
    private final double[] lows;
    private final double[] highs;
    private final Axis axis;

    IntervalChart(
            String title, String valueTitle, List<String> names, double[] values, double[] lows, double... highs) {
        int rows = names.size();
        if (rows == 0 || values.length != rows || lows.length != rows || highs.length != rows) {
            throw new IllegalArgumentException(
                    "a chart of intervals needs as many values, lows and highs as names, and at least one, but got"
                            + " %d, %d and %d for %d names".formatted(values.length, lows.length, highs.length, rows));
        }
        this.title = title;
        this.names = List.copyOf(names);
        this.values = values.clone();
        this.lows = lows.clone();
        this.highs = highs.clone();
        double least = Math.min(0, Arrays.stream(lows).min().orElse(0));
        double most = Math.max(0, Arrays.stream(highs).max().orElse(0));
        this.axis = Axis.linear(valueTitle, least, most > least ? most : least + 1);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        AffineTransform origin = graphics.getTransform();
        graphics.scale((double) width / getWidth(), (double) height / getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, getWidth(), getHeight());
        graphics.setFont(TEXT);
        FontMetrics metrics = graphics.getFontMetrics();
        int left = SIDE + names.stream().mapToInt(metrics::stringWidth).max().orElse(0) + 10;
        int right = getWidth() - SIDE - metrics.stringWidth("–0.000") - 6;
        ticks(graphics, metrics, left, right);
        for (int row = 0; row < names.size(); row++) {
            row(graphics, metrics, row, left, right);
        }
        graphics.setColor(Palette.INK);
        graphics.setFont(TITLE);
        graphics.drawString(title, left, TOP - 16);
        graphics.setTransform(origin);
    }

    private void ticks(Graphics2D graphics, FontMetrics metrics, int left, int right) {
        int bottom = getHeight() - BOTTOM;
        graphics.setStroke(new BasicStroke(1));
        for (Axis.Tick tick : axis.ticks()) {
            double x = x(tick.value(), left, right);
            graphics.setColor(Palette.GRID);
            graphics.draw(new Line2D.Double(x, TOP, x, bottom));
            graphics.setColor(Palette.QUIET);
            String label = tick.label();
            graphics.drawString(label, (float) x - metrics.stringWidth(label) / 2f, bottom + metrics.getAscent() + 3);
        }
        float middle = (left + right - metrics.stringWidth(axis.title())) / 2f;
        graphics.drawString(axis.title(), middle, bottom + 2 * metrics.getAscent() + 9);
    }

    private void row(Graphics2D graphics, FontMetrics metrics, int row, int left, int right) {
        double y = TOP + ROW * (row + 0.5);
        float baseline = (float) y + metrics.getAscent() / 2f - 1;
        graphics.setColor(Palette.INK);
        String name = names.get(row);
        graphics.drawString(name, left - 10f - metrics.stringWidth(name), baseline);
        graphics.drawString("%.3f".formatted(values[row]).replace('-', '–'), right + 8f, baseline);
        graphics.setColor(Palette.series()[0]);
        graphics.setStroke(new BasicStroke(2f));
        graphics.draw(new Line2D.Double(x(lows[row], left, right), y, x(highs[row], left, right), y));
        double x = x(values[row], left, right);
        graphics.fill(new Ellipse2D.Double(x - DOT / 2.0, y - DOT / 2.0, DOT, DOT));
    }

    private double x(double value, int left, int right) {
        return left + axis.at(value) * (right - left);
    }

    @Override
    public int getWidth() {
        return Charts.WIDTH;
    }

    @Override
    public int getHeight() {
        return TOP + ROW * names.size() + BOTTOM;
    }

    @Override
    public String getTitle() {
        return title;
    }
}
