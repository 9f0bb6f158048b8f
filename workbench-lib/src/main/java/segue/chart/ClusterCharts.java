package segue.chart;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import segue.cluster.ClusterProfile;
import segue.cluster.ClusterProfile.FeatureDifference;
import segue.cluster.KChoice;
import segue.cluster.KChoice.Candidate;
import segue.matrix.FloatMatrix;

/** Charts of clusters. */
public final class ClusterCharts {
    private static final int WIDTH = 330;
    private static final int HEIGHT = 290;
    /** Standard deviations of the strongest colour. */
    private static final double STRONG = 2;

    private ClusterCharts() {}

    /** How good each number of clusters is by silhouette, gap and stability, with standard errors, and which was chosen. */
    public static ChartGrid choosingK(KChoice choice) {
        return ChartGrid.of(
                3,
                judge(choice, "silhouette", Candidate::silhouette, Candidate::silhouetteError),
                judge(choice, "gap", Candidate::gap, Candidate::gapError),
                judge(choice, "stability", Candidate::stability, Candidate::stabilityError));
    }

    static XYChart judge(
            KChoice choice, String name, ToDoubleFunction<Candidate> score, ToDoubleFunction<Candidate> error) {
        List<Candidate> curve = choice.curve();
        Candidate chosen = curve.get(choice.k() - curve.getFirst().k());
        XYChart chart = new XYChart(WIDTH, HEIGHT, new SegueTheme());
        chart.setTitle(name);
        chart.setXAxisTitle("clusters");
        chart.getStyler().setXAxisDecimalPattern("0").setYAxisDecimalPattern("0.00");
        chart.getStyler().setXAxisTickMarkSpacingHint(30);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        chart.getStyler().setErrorBarsColor(Palette.QUIET);
        chart.getStyler().setMarkerSize(9);
        chart.addSeries(
                        "± standard error",
                        curve.stream().mapToDouble(Candidate::k).toArray(),
                        curve.stream().mapToDouble(score).toArray(),
                        curve.stream().mapToDouble(error).toArray())
                .setMarker(SeriesMarkers.CIRCLE)
                .setLineWidth(2f);
        chart.addSeries("chosen: " + choice.k(), new double[] {chosen.k()}, new double[] {score.applyAsDouble(chosen)})
                .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.DIAMOND);
        return chart;
    }

    /**
     * What sets clusters apart: how far each one's mean lies from that of all songs, in standard deviations; a row a cluster, a
     * column a number that all clusters have, in the order of the alphabet.
     */
    public static HeatMapChart profiles(String title, List<ClusterProfile> profiles) {
        List<Map<String, Double>> rows = profiles.stream()
                .map(profile -> profile.features().stream()
                        .collect(Collectors.toMap(FeatureDifference::feature, FeatureDifference::z)))
                .toList();
        SortedSet<String> features = new TreeSet<>(rows.getFirst().keySet());
        rows.forEach(row -> features.retainAll(row.keySet()));
        List<float[]> deviations =
                rows.stream().map(row -> deviations(row, features)).toList();
        List<String> names = profiles.stream().map(ClusterProfile::name).toList();
        return Charts.heatMap(title, List.copyOf(features), names, FloatMatrix.of(deviations), STRONG);
    }

    private static float[] deviations(Map<String, Double> row, SortedSet<String> features) {
        float[] deviations = new float[features.size()];
        int at = 0;
        for (String feature : features) {
            deviations[at++] = row.get(feature).floatValue();
        }
        return deviations;
    }
}
