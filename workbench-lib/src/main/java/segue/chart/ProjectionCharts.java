package segue.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import segue.matrix.FloatMatrix;
import segue.projection.Pca;

/** Charts of principal components. Maps of songs are {@link segue.chart.map.SongMap}. */
public final class ProjectionCharts {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 340;

    private ProjectionCharts() {}

    /** How much of all variance each component shows, as bars, and it and all before it together, as a line; in percent. */
    public static CategoryChart explainedVariance(String title, Pca pca) {
        double[] percent = pca.explainedVarianceRatio();
        double[] together = new double[percent.length];
        double sum = 0;
        for (int i = 0; i < percent.length; i++) {
            percent[i] *= 100;
            sum += percent[i];
            together[i] = sum;
        }
        CategoryChart chart = new CategoryChart(WIDTH, HEIGHT, new SegueTheme());
        chart.setTitle(title);
        chart.setXAxisTitle("component");
        chart.setYAxisTitle("% of variance");
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        chart.getStyler().setYAxisDecimalPattern("0");
        // One place a component: the line goes through the middle of its bar.
        chart.getStyler().setOverlapped(true);
        chart.getStyler().setXAxisTickMarkSpacingHint(20);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        double[] components =
                IntStream.rangeClosed(1, percent.length).asDoubleStream().toArray();
        chart.getStyler().setXAxisDecimalPattern("0");
        chart.addSeries("each", components, percent);
        chart.addSeries("together with those before", components, together)
                .setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line)
                .setLineWidth(2f);
        return chart;
    }

    /**
     * Rows along the first two components, as dense as they stand, and what each column has to do with the two: an arrow as
     * long as the column's standard deviation along them, all arrows on one scale of their own.
     *
     * @param pca of at least 2 components
     * @param rows shape {@code (rows, columns)}
     * @param names of the columns
     * @throws IllegalArgumentException if sizes do not fit
     */
    public static IChart biplot(String title, Pca pca, FloatMatrix rows, List<String> names) {
        return new Biplot(title, pca, rows, names);
    }
}
