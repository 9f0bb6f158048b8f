package segue.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;
import segue.files.WholeFile;

/** Writes charts to files. */
public final class ChartFiles {
    private ChartFiles() {}

    /**
     * Writes PNG or SVG, by the name's ending; beside the file first, then moved over it.
     *
     * @throws IllegalArgumentException if the ending is another
     */
    public static void write(IChart chart, Path file) throws IOException {
        String name = file.getFileName().toString();
        String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!format.equals("png") && !format.equals("svg")) {
            throw new IllegalArgumentException(file + ": a chart is written as .png or .svg");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChartEncoder.saveChart(chart, bytes, format);
        WholeFile.write(file, part -> Files.write(part, bytes.toByteArray()));
    }
}
