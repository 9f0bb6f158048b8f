package segue.kernel.display;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.internal.series.AxesChartSeriesCategory;
import org.knowm.xchart.internal.series.AxesChartSeriesNumerical;
import org.knowm.xchart.internal.series.Series;
import segue.chart.ChartFiles;
import segue.chart.ChartGrid;

/**
 * Anything that XChart paints: SVG while that is small, PNG where it has many points, is a heat map or is composed of
 * several charts.
 */
final class ChartRenderer implements Renderer<IChart> {
    private static final int MOST_POINTS_AS_SVG = 1_500;
    private static final int LARGEST_SVG = 120_000;

    @Override
    public Class<IChart> type() {
        return IChart.class;
    }

    @Override
    public MimeBundle render(IChart chart) {
        if (!(chart instanceof Chart<?, ?> known)
                || chart instanceof HeatMapChart
                || points(known) > MOST_POINTS_AS_SVG) {
            return png(chart);
        }
        MimeBundle svg = svg(chart);
        return svg.data().get("image/svg+xml").length() <= LARGEST_SVG ? svg : png(chart);
    }

    @Override
    public MimeBundle render(IChart chart, List<String> mimeTypes) {
        if (mimeTypes.contains("image/svg+xml")) {
            return svg(chart);
        }
        return mimeTypes.contains("image/png") ? png(chart) : render(chart);
    }

    private static int points(Chart<?, ?> chart) {
        int points = 0;
        for (Series series : chart.getSeriesCollection()) {
            points += switch (series) {
                case AxesChartSeriesNumerical numerical -> numerical.getXData().length;
                case AxesChartSeriesCategory category -> category.getXData().size();
                default -> 1;
            };
        }
        return points;
    }

    private static MimeBundle png(IChart chart) {
        if (!(chart instanceof HeatMapChart heatMap)) {
            return ImageRenderer.png(Palettes.indexed(BitmapEncoder.getBufferedImage(chart)), 1, alternative(chart));
        }
        // Smoothed edges leave seams between the cells; without them letters need twice the pixels to look smooth.
        boolean antiAlias = heatMap.getStyler().getAntiAlias();
        boolean textAntiAlias = heatMap.getStyler().getTextAntiAlias();
        int sharpness = 2;
        BufferedImage image = new BufferedImage(
                sharpness * chart.getWidth(), sharpness * chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            heatMap.getStyler().setAntiAlias(false).setTextAntiAlias(false);
            graphics.scale(sharpness, sharpness);
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
        } finally {
            graphics.dispose();
            heatMap.getStyler().setAntiAlias(antiAlias).setTextAntiAlias(textAntiAlias);
        }
        return ImageRenderer.png(Palettes.indexed(image), sharpness, alternative(chart));
    }

    private static MimeBundle svg(IChart chart) {
        String text;
        try {
            text = ChartFiles.svg(chart);
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

    private static String alternative(IChart chart) {
        String kind = chart instanceof Chart<?, ?>
                ? chart.getClass().getSimpleName().replace("Chart", "") + " chart"
                : chart instanceof ChartGrid ? "charts" : "chart";
        String title = chart.getTitle() == null || chart.getTitle().isBlank() ? "" : " \"" + chart.getTitle() + "\"";
        if (!(chart instanceof Chart<?, ?> known)) {
            return kind + title;
        }
        String names = known.getSeriesCollection().stream()
                .limit(8)
                .map(Series::getName)
                .collect(Collectors.joining(", "));
        return kind + title + " of " + (names.isEmpty() ? "no series" : names);
    }
}
