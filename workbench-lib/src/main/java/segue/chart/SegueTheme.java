package segue.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.knowm.xchart.style.theme.AbstractBaseTheme;

/** The look of every Segue chart: white ground, horizontal grid lines only, no borders, no shadows. */
public final class SegueTheme extends AbstractBaseTheme {
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    @Override
    public Font getBaseFont() {
        return TEXT;
    }

    @Override
    public Color getChartBackgroundColor() {
        return Color.WHITE;
    }

    @Override
    public Color getChartFontColor() {
        return Palette.INK;
    }

    @Override
    public int getChartPadding() {
        return 12;
    }

    @Override
    public Color[] getSeriesColors() {
        return Palette.series();
    }

    @Override
    public Marker[] getSeriesMarkers() {
        return new Marker[] {SeriesMarkers.NONE};
    }

    @Override
    public BasicStroke[] getSeriesLines() {
        return new BasicStroke[] {SeriesLines.SOLID};
    }

    @Override
    public Font getChartTitleFont() {
        return TEXT.deriveFont(Font.BOLD, 15);
    }

    @Override
    public boolean isChartTitleBoxVisible() {
        return false;
    }

    @Override
    public int getChartTitlePadding() {
        return 8;
    }

    @Override
    public Font getLegendFont() {
        return TEXT;
    }

    @Override
    public Color getLegendBackgroundColor() {
        return Color.WHITE;
    }

    @Override
    public Color getLegendBorderColor() {
        return Color.WHITE;
    }

    @Override
    public int getLegendSeriesLineLength() {
        return 22;
    }

    @Override
    public LegendPosition getLegendPosition() {
        return LegendPosition.OutsideE;
    }

    @Override
    public boolean isPlotGridVerticalLinesVisible() {
        return false;
    }

    @Override
    public Color getPlotBackgroundColor() {
        return Color.WHITE;
    }

    @Override
    public boolean isPlotBorderVisible() {
        return false;
    }

    @Override
    public Color getPlotGridLinesColor() {
        return Palette.GRID;
    }

    @Override
    public BasicStroke getPlotGridLinesStroke() {
        return new BasicStroke(1f);
    }

    @Override
    public boolean isPlotTicksMarksVisible() {
        return false;
    }

    @Override
    public Font getAxisTitleFont() {
        return TEXT;
    }

    @Override
    public Font getAxisTickLabelsFont() {
        return TEXT.deriveFont(11f);
    }

    @Override
    public Color getAxisTickLabelsColor() {
        return Palette.QUIET;
    }

    @Override
    public Color getAxisTickMarksColor() {
        return Palette.GRID;
    }

    @Override
    public int getAxisTickMarkLength() {
        return 4;
    }

    @Override
    public boolean isAxisTicksLineVisible() {
        return false;
    }

    @Override
    public int getMarkerSize() {
        return 6;
    }

    @Override
    public double getAvailableSpaceFill() {
        return 0.75;
    }
}
