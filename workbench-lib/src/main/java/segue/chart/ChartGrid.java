package segue.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/** Small multiples: several charts as one picture, row by row; with words above them, if wanted. */
public final class ChartGrid implements IChart {
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final int HEADING = 66;
    private static final int SIDE = 20;

    private final int columns;
    private final List<IChart> charts;
    private final int cellWidth;
    private final int cellHeight;
    private final String title;
    private final String subtitle;

    private ChartGrid(int columns, List<IChart> charts, String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
        this.columns = columns;
        this.charts = charts;
        this.cellWidth = charts.stream().mapToInt(IChart::getWidth).max().orElseThrow();
        this.cellHeight = charts.stream().mapToInt(IChart::getHeight).max().orElseThrow();
    }

    /**
     * @param columns charts a row, at least 1
     * @param charts at least one
     */
    public static ChartGrid of(int columns, IChart... charts) {
        return of(columns, Arrays.asList(charts));
    }

    /**
     * @param columns charts a row, at least 1
     * @param charts at least one
     */
    public static ChartGrid of(int columns, List<? extends IChart> charts) {
        if (columns < 1 || charts.isEmpty()) {
            throw new IllegalArgumentException("a grid needs at least one column and one chart but got %d and %d"
                    .formatted(columns, charts.size()));
        }
        return new ChartGrid(Math.min(columns, charts.size()), List.copyOf(charts), "", "");
    }

    /** The same charts with a title above them, and a smaller line below that. */
    public ChartGrid withHeading(String newTitle, String newSubtitle) {
        return new ChartGrid(columns, charts, newTitle, newSubtitle);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        AffineTransform origin = graphics.getTransform();
        graphics.scale((double) width / getWidth(), (double) height / getHeight());
        heading(graphics);
        graphics.translate(0, headingHeight());
        AffineTransform scaled = graphics.getTransform();
        for (int i = 0; i < charts.size(); i++) {
            graphics.translate(i % columns * cellWidth, i / columns * cellHeight);
            charts.get(i).paint(graphics, cellWidth, cellHeight);
            graphics.setTransform(scaled);
        }
        graphics.setTransform(origin);
    }

    private void heading(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Palette.INK);
        graphics.setFont(TITLE);
        graphics.drawString(title, SIDE, 32);
        graphics.setColor(Palette.QUIET);
        graphics.setFont(TEXT);
        graphics.drawString(FittedText.of(subtitle, getWidth() - 2 * SIDE, graphics.getFontMetrics()), SIDE, 54);
    }

    private int headingHeight() {
        return title.isEmpty() && subtitle.isEmpty() ? 0 : HEADING;
    }

    @Override
    public int getWidth() {
        return columns * cellWidth;
    }

    @Override
    public int getHeight() {
        return headingHeight() + (charts.size() + columns - 1) / columns * cellHeight;
    }

    /** Its title and those of its charts, for a text twin. */
    @Override
    public String getTitle() {
        String titles = String.join(", ", charts.stream().map(IChart::getTitle).toList());
        return title.isEmpty() ? titles : title + ": " + titles;
    }
}
