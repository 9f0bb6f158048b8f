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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/** Values with their intervals, one below the other: a dot on a line, the name before it and words behind. */
final class IntervalChart implements IChart {
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final int ROW = 22;
    private static final int LOWEST_ROW = 19;
    private static final int TALLEST_ROW = 44;
    private static final int TOP = 40;
    private static final int BOTTOM = 46;
    private static final int NOTE = 18;
    private static final int SIDE = 12;
    private static final int DOT = 8;
    /** Of the width, at most: a plot has to be left between the words. */
    private static final double WIDEST_NAMES = 0.38;

    private static final double WIDEST_REMARKS = 0.3;

    private final String title;
    private final Axis axis;
    private final List<IntervalRow> rows;
    private final String note;
    private final int width;
    private final int height;
    private final boolean sized;

    IntervalChart(String title, Axis axis, List<IntervalRow> rows, String note, int width, int height) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a chart of intervals needs at least one row");
        }
        this.title = title;
        this.axis = axis;
        this.rows = List.copyOf(rows);
        this.note = note;
        this.width = width;
        this.sized = height > 0;
        int needed = TOP + (sized ? LOWEST_ROW : ROW) * rows.size() + BOTTOM + (note.isEmpty() ? 0 : NOTE);
        this.height = Math.max(height, needed);
    }

    /** As high as its rows need. */
    static IntervalChart of(
            String title, String valueTitle, List<String> names, double[] values, double[] lows, double... highs) {
        int count = names.size();
        if (count == 0 || values.length != count || lows.length != count || highs.length != count) {
            throw new IllegalArgumentException(
                    "a chart of intervals needs as many values, lows and highs as names, and at least one, but got"
                            + " %d, %d and %d for %d names".formatted(values.length, lows.length, highs.length, count));
        }
        double least = Math.min(0, Arrays.stream(lows).min().orElse(0));
        double most = Math.max(0, Arrays.stream(highs).max().orElse(0));
        List<IntervalRow> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            String value = "%.3f".formatted(values[row]).replace('-', '–');
            rows.add(new IntervalRow(names.get(row), values[row], lows[row], highs[row], value));
        }
        Axis axis = Axis.linear(valueTitle, least, most > least ? most : least + 1);
        return new IntervalChart(title, axis, rows, "", Charts.WIDTH, 0);
    }

    @Override
    public void paint(Graphics2D graphics, int wide, int high) {
        AffineTransform origin = graphics.getTransform();
        graphics.scale((double) wide / width, (double) high / height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setFont(TEXT);
        FontMetrics metrics = graphics.getFontMetrics();
        int left = SIDE + Math.min((int) (width * WIDEST_NAMES), widest(metrics, true)) + 10;
        int right = width - SIDE - Math.min((int) (width * WIDEST_REMARKS), widest(metrics, false)) - 6;
        int bottom = height - BOTTOM - (note.isEmpty() ? 0 : NOTE);
        double pitch = Math.min(TALLEST_ROW, (double) (bottom - TOP) / rows.size());
        boolean inParts = rows.stream().anyMatch(IntervalRow::isHeading);
        double first = inParts ? TOP : TOP + (bottom - TOP - pitch * rows.size()) / 2;
        double from = TOP;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).isHeading()) {
                grid(graphics, left, right, from, first + pitch * row);
                from = first + pitch * (row + 1);
            }
        }
        grid(graphics, left, right, from, bottom);
        labels(graphics, metrics, left, right, bottom);
        for (int row = 0; row < rows.size(); row++) {
            row(graphics, metrics, rows.get(row), first + pitch * (row + 0.5), left, right);
        }
        graphics.setColor(Palette.INK);
        graphics.setFont(TITLE);
        int middle = left + (right - left - graphics.getFontMetrics().stringWidth(title)) / 2;
        graphics.drawString(title, sized ? Math.max(SIDE, middle) : left, TOP - 16);
        graphics.setTransform(origin);
    }

    private int widest(FontMetrics metrics, boolean names) {
        return rows.stream()
                .filter(row -> !row.isHeading())
                .mapToInt(row -> metrics.stringWidth(names ? row.name() : row.remark()))
                .max()
                .orElse(0);
    }

    /** Lines end where words stand. */
    private void grid(Graphics2D graphics, int left, int right, double from, double to) {
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(Palette.GRID);
        for (Axis.Tick tick : axis.ticks()) {
            double x = x(tick.value(), left, right);
            if (to - from > 1) {
                graphics.draw(new Line2D.Double(x, from, x, to));
            }
        }
    }

    private void labels(Graphics2D graphics, FontMetrics metrics, int left, int right, int bottom) {
        graphics.setColor(Palette.QUIET);
        for (Axis.Tick tick : axis.ticks()) {
            double x = x(tick.value(), left, right);
            String label = tick.label();
            graphics.drawString(label, (float) x - metrics.stringWidth(label) / 2f, bottom + metrics.getAscent() + 3);
        }
        float middle = (left + right - metrics.stringWidth(axis.title())) / 2f;
        graphics.drawString(axis.title(), middle, bottom + 2 * metrics.getAscent() + 9);
        if (!note.isEmpty()) {
            String shown = FittedText.of(note, width - 2 * SIDE, metrics);
            graphics.drawString(shown, (width - metrics.stringWidth(shown)) / 2, height - SIDE);
        }
    }

    private void row(Graphics2D graphics, FontMetrics metrics, IntervalRow row, double y, int left, int right) {
        float baseline = (float) y + metrics.getAscent() / 2f - 1;
        if (row.isHeading()) {
            graphics.setColor(Palette.QUIET);
            graphics.drawString(FittedText.of(row.name(), width - 2 * SIDE, metrics), SIDE, baseline);
            return;
        }
        graphics.setColor(Palette.INK);
        String name = FittedText.of(row.name(), left - SIDE - 10, metrics);
        graphics.drawString(name, left - 10f - metrics.stringWidth(name), baseline);
        graphics.drawString(FittedText.of(row.remark(), width - SIDE - right - 6, metrics), right + 8f, baseline);
        graphics.setColor(Palette.series()[0]);
        graphics.setStroke(new BasicStroke(2f));
        if (row.hasInterval()) {
            graphics.draw(new Line2D.Double(x(row.low(), left, right), y, x(row.high(), left, right), y));
        }
        if (!Double.isNaN(row.value())) {
            double x = x(row.value(), left, right);
            Ellipse2D dot = new Ellipse2D.Double(x - DOT / 2.0, y - DOT / 2.0, DOT, DOT);
            graphics.setColor(row.hasInterval() ? Palette.series()[0] : Color.WHITE);
            graphics.fill(dot);
            if (!row.hasInterval()) {
                graphics.setColor(Palette.series()[0]);
                graphics.draw(dot);
            }
        }
    }

    private double x(double value, int left, int right) {
        return left + axis.at(value) * (right - left);
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
