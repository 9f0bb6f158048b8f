package segue.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.knowm.xchart.internal.chartpart.IChart;
import segue.audio.signal.Signal;
import segue.matrix.FloatMatrix;

/** The cost of every moment of one recording on every moment of another, a path through it, and both waveforms. */
final class WarpingChart implements IChart {
    private static final int SIZE = 400;
    private static final int MARGIN = 46;

    private final FloatMatrix a;
    private final FloatMatrix b;
    private final int[] rows;
    private final int[] columns;
    private final Waveform aWave;
    private final Waveform bWave;
    private final Panel panel;

    WarpingChart(
            String title, Signal aSignal, FloatMatrix a, Signal bSignal, FloatMatrix b, int[] rows, int[] columns) {
        if (a.columns() != b.columns() || a.rows() == 0 || b.rows() == 0 || rows.length != columns.length) {
            throw new IllegalArgumentException(
                    "two sequences of frames with as many values are needed but got %d x %d and %d x %d"
                            .formatted(a.rows(), a.columns(), b.rows(), b.columns()));
        }
        this.a = a;
        this.b = b;
        this.rows = rows;
        this.columns = columns;
        this.aWave = new Waveform(aSignal);
        this.bWave = new Waveform(bSignal);
        this.panel = Panel.of(
                title,
                SIZE - MARGIN,
                SIZE - MARGIN,
                Axis.seconds(bSignal.seconds()),
                Axis.seconds(aSignal.seconds()),
                this::content);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        AffineTransform origin = graphics.getTransform();
        graphics.scale((double) width / SIZE, (double) height / SIZE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIZE, SIZE);
        AffineTransform scaled = graphics.getTransform();
        graphics.translate(MARGIN, 0);
        panel.paint(graphics, SIZE - MARGIN, SIZE - MARGIN);
        graphics.setTransform(scaled);
        Rectangle plot = panel.plot();
        aWave.paint(graphics, new Rectangle(4, plot.y, MARGIN - 6, plot.height), true, i -> Palette.series()[0]);
        bWave.paint(
                graphics,
                new Rectangle(MARGIN + plot.x, SIZE - MARGIN + 2, plot.width, MARGIN - 6),
                false,
                i -> Palette.series()[1]);
        graphics.setTransform(origin);
    }

    private void content(Graphics2D graphics, Rectangle plot, Axis x, Axis y) {
        double[][] costs = new double[plot.width][plot.height];
        for (int column = 0; column < plot.width; column++) {
            int bFrame = (int) ((long) column * b.rows() / plot.width);
            for (int row = 0; row < plot.height; row++) {
                costs[column][row] = distance((int) ((long) row * a.rows() / plot.height), bFrame);
            }
        }
        ColourScale scale = new ColourScale(Palette.sequential(), 0, dear(costs), "");
        BufferedImage image = new BufferedImage(plot.width, plot.height, BufferedImage.TYPE_INT_RGB);
        for (int column = 0; column < plot.width; column++) {
            for (int row = 0; row < plot.height; row++) {
                image.setRGB(column, plot.height - 1 - row, scale.rgb(costs[column][row]));
            }
        }
        graphics.drawImage(image, plot.x, plot.y, null);
        path(graphics, plot);
    }

    /** A few frames, where a tone begins, are like nothing else: they share the last colour. */
    private static double dear(double[][] costs) {
        double[] sorted =
                Arrays.stream(costs).flatMapToDouble(Arrays::stream).sorted().toArray();
        return Math.max(1e-9, sorted[(int) (0.95 * (sorted.length - 1))]);
    }

    private void path(Graphics2D graphics, Rectangle plot) {
        int[] xs = new int[rows.length];
        int[] ys = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            xs[i] = plot.x + (int) ((columns[i] + 0.5) * plot.width / b.rows());
            ys[i] = plot.y + plot.height - 1 - (int) ((rows[i] + 0.5) * plot.height / a.rows());
        }
        // Dark on both sides, so that it is seen on pale ground too.
        graphics.setStroke(new BasicStroke(5.5f));
        graphics.setColor(Palette.INK);
        graphics.drawPolyline(xs, ys, xs.length);
        graphics.setStroke(new BasicStroke(2.5f));
        graphics.setColor(Color.WHITE);
        graphics.drawPolyline(xs, ys, xs.length);
    }

    private double distance(int aFrame, int bFrame) {
        double sum = 0;
        for (int i = 0; i < a.columns(); i++) {
            double difference = a.get(aFrame, i) - b.get(bFrame, i);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    @Override
    public int getWidth() {
        return SIZE;
    }

    @Override
    public int getHeight() {
        return SIZE;
    }

    @Override
    public String getTitle() {
        return panel.getTitle();
    }
}
