package segue.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/** Small multiples: several charts as one picture, row by row. */
public final class ChartGrid implements IChart {
    private final int columns;
    private final List<IChart> charts;
    private final int cellWidth;
    private final int cellHeight;

    private ChartGrid(int columns, List<IChart> charts) {
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
        return new ChartGrid(Math.min(columns, charts.size()), List.copyOf(charts));
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        AffineTransform origin = graphics.getTransform();
        graphics.scale((double) width / getWidth(), (double) height / getHeight());
        AffineTransform scaled = graphics.getTransform();
        for (int i = 0; i < charts.size(); i++) {
            graphics.translate(i % columns * cellWidth, i / columns * cellHeight);
            charts.get(i).paint(graphics, cellWidth, cellHeight);
            graphics.setTransform(scaled);
        }
        graphics.setTransform(origin);
    }

    @Override
    public int getWidth() {
        return columns * cellWidth;
    }

    @Override
    public int getHeight() {
        return (charts.size() + columns - 1) / columns * cellHeight;
    }

    /** The titles of its charts, for a text twin. */
    @Override
    public String getTitle() {
        return String.join(", ", charts.stream().map(IChart::getTitle).toList());
    }
}
