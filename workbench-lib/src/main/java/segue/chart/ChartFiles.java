package segue.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;
import segue.files.WholeFile;

/** Writes charts to files. */
public final class ChartFiles {
    private static final int MOST_SHARPNESS = 8;

    private ChartFiles() {}

    /** A chart as pixels, {@code sharpness} times its width and height. */
    public static BufferedImage image(IChart chart, int sharpness) {
        BufferedImage image = new BufferedImage(
                sharpness * chart.getWidth(), sharpness * chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(sharpness, sharpness);
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.dispose();
        return image;
    }

    /** A chart as the text of an SVG file. */
    public static String svg(IChart chart) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChartEncoder.saveChart(chart, bytes, "svg");
        // The encoder leaves out the size of letters where it is 12, which readers take for 16.
        return bytes.toString(StandardCharsets.UTF_8).replaceFirst("<svg ", "<svg font-size=\"12px\" ");
    }

    /**
     * Writes PNG or SVG, by the name's ending; beside the file first, then moved over it.
     *
     * @throws IllegalArgumentException if the ending is another
     */
    public static void write(IChart chart, Path file) throws IOException {
        write(chart, file, 1);
    }

    /**
     * {@link #write(IChart, Path)}, a PNG with {@code sharpness} times as many pixels each way: 2 for print and for screens
     * with small pixels.
     */
    public static void write(IChart chart, Path file, int sharpness) throws IOException {
        if (sharpness < 1 || sharpness > MOST_SHARPNESS) {
            throw new IllegalArgumentException(
                    "sharpness must be in [1, %d] but was %d".formatted(MOST_SHARPNESS, sharpness));
        }
        String name = file.getFileName().toString();
        String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!format.equals("png") && !format.equals("svg")) {
            throw new IllegalArgumentException(file + ": a chart is written as .png or .svg");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (format.equals("png")) {
            ImageIO.write(image(chart, sharpness), format, bytes);
        } else {
            bytes.writeBytes(svg(chart).getBytes(StandardCharsets.UTF_8));
        }
        WholeFile.write(file, part -> Files.write(part, bytes.toByteArray()));
    }
}
