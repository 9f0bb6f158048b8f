package segue.kernel.display;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeriesCategory;
import org.knowm.xchart.internal.series.AxesChartSeriesNumerical;
import org.knowm.xchart.internal.series.Series;

/** An XChart chart: drawn as SVG while that is small, as PNG where it has many points or is a heat map. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class ChartRenderer implements Renderer<Chart> {
    private static final int MOST_POINTS_AS_SVG = 1_500;
    private static final int LARGEST_SVG = 120_000;

    @Override
    public Class<Chart> type() {
        return Chart.class;
    }

    @Override
    public MimeBundle render(Chart chart) {
        if (chart instanceof HeatMapChart || points(chart) > MOST_POINTS_AS_SVG) {
            return png(chart);
        }
        MimeBundle svg = svg(chart);
        return svg.data().get("image/svg+xml").length() <= LARGEST_SVG ? svg : png(chart);
    }

    @Override
    public MimeBundle render(Chart chart, List<String> mimeTypes) {
        if (mimeTypes.contains("image/svg+xml")) {
            return svg(chart);
        }
        return mimeTypes.contains("image/png") ? png(chart) : render(chart);
    }

    private static int points(Chart chart) {
        int points = 0;
        for (Object series : chart.getSeriesCollection()) {
            points += switch (series) {
                case AxesChartSeriesNumerical numerical -> numerical.getXData().length;
                case AxesChartSeriesCategory category -> category.getXData().size();
                default -> 1;
            };
        }
        return points;
    }

    private static MimeBundle png(Chart chart) {
        boolean antiAlias = chart.getStyler().getAntiAlias();
        try {
            if (chart instanceof HeatMapChart) {
                // smoothed edges leave seams between the cells
                chart.getStyler().setAntiAlias(false);
            }
            return ImageRenderer.png(BitmapEncoder.getBufferedImage(chart), alternative(chart));
        } finally {
            chart.getStyler().setAntiAlias(antiAlias);
        }
    }

    private static MimeBundle svg(Chart chart) {
        String text;
        try {
            text = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the chart could not be written as SVG", e);
        }
        String alternative = alternative(chart);
        String svg = text.substring(text.indexOf("<svg"));
        // ids are global to a page, and every chart numbers its own from the same start
        String unique = "c" + Integer.toHexString(svg.hashCode()) + "-";
        svg = svg.replaceAll("\\bid=\"", "id=\"" + unique)
                .replaceAll("url\\(#", "url(#" + unique)
                .replaceAll("href=\"#", "href=\"#" + unique)
                .replaceFirst("<svg", "<svg role=\"img\" aria-label=\"" + Grid.escape(alternative) + "\"");
        Map<String, String> data = new LinkedHashMap<>();
        data.put("image/svg+xml", svg);
        data.put("text/plain", alternative);
        return new MimeBundle(data, Map.of("image/svg+xml", Map.of("alt", alternative)));
    }

    private static String alternative(Chart chart) {
        String kind = chart.getClass().getSimpleName().replace("Chart", "");
        String title = chart.getTitle() == null || chart.getTitle().isBlank() ? "" : " \"" + chart.getTitle() + "\"";
        String names = ((java.util.Collection<?>) chart.getSeriesCollection())
                .stream().limit(8).map(series -> ((Series) series).getName()).collect(Collectors.joining(", "));
        return kind + " chart" + title + " of " + (names.isEmpty() ? "no series" : names);
    }
}
