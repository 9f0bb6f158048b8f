package segue.chart;

import java.util.List;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import segue.matrix.FloatMatrix;

/** Charts of clusters. */
public final class ClusterCharts {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 340;
    /** Standard deviations of the strongest colour. */
    private static final double STRONG = 2;

    private ClusterCharts() {}

    /**
     * How good each number of clusters is, with its standard error, and which was chosen.
     *
     * @param scoreName what was measured, {@code "silhouette"}
     * @param k numbers of clusters, ascending
     * @param scores of each, of the same length
     * @param standardErrors of each; 0 where it is not known
     * @param chosen one of {@code k}
     */
    public static XYChart choosingK(
            String title, String scoreName, double[] k, double[] scores, double[] standardErrors, double chosen) {
        int at = 0;
        while (at < k.length && k[at] != chosen) {
            at++;
        }
        if (at == k.length || scores.length != k.length || standardErrors.length != k.length) {
            throw new IllegalArgumentException(
                    "a curve of k needs a score and a standard error for each of %d k, and a choice among them, but got %d, %d and %s"
                            .formatted(k.length, scores.length, standardErrors.length, chosen));
        }
        XYChart chart = new XYChart(WIDTH, HEIGHT, new SegueTheme());
        chart.setTitle(title);
        chart.setXAxisTitle("clusters");
        chart.setYAxisTitle(scoreName);
        chart.getStyler().setXAxisDecimalPattern("0");
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        chart.getStyler().setErrorBarsColor(Palette.QUIET);
        chart.addSeries(scoreName + ", ± standard error", k, scores, standardErrors)
                .setMarker(SeriesMarkers.CIRCLE)
                .setLineWidth(2f);
        chart.addSeries("chosen: %.0f".formatted(chosen), new double[] {chosen}, new double[] {scores[at]})
                .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.DIAMOND);
        chart.getStyler().setMarkerSize(9);
        return chart;
    }

    /**
     * What sets clusters apart: how far each one's mean lies from that of all rows, in standard deviations.
     *
     * @param clusters names, top to bottom
     * @param features names, left to right
     * @param deviations shape {@code (clusters, features)}
     */
    public static HeatMapChart profiles(
            String title, List<String> clusters, List<String> features, FloatMatrix deviations) {
        return Charts.heatMap(title, features, clusters, deviations, STRONG);
    }
}
