package segue.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;
import segue.chart.points.Coverage;
import segue.chart.points.Inks;
import segue.chart.points.Places;
import segue.chart.points.Tally;
import segue.matrix.FloatMatrix;
import segue.projection.Pca;

/** Rows along two components, and arrows for the columns. */
final class Biplot implements IChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 600;
    private static final double ROOM = 1.06;
    /** The longest arrow, as a share of the way to the nearest edge. */
    private static final double LONGEST = 0.8;

    private static final double HEAD = 9;
    private static final int SHARPNESS = 2;
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.BOLD, 11);
    private static final Color ROWS = new Color(0x7c, 0xa6, 0xcf);
    private static final Color ARROW = new Color(0xb8, 0x4a, 0x00);

    private final FloatMatrix scores;
    private final List<String> names;
    private final double[] arrowXs;
    private final double[] arrowYs;
    private final Panel panel;

    Biplot(String title, Pca pca, FloatMatrix rows, List<String> names) {
        if (pca.components() < 2 || names.size() != pca.loadings().columns() || rows.rows() == 0) {
            throw new IllegalArgumentException(
                    "a biplot needs at least 2 components, a name a column and a row, but got %d components, %d names of %d columns, %,d rows"
                            .formatted(
                                    pca.components(),
                                    names.size(),
                                    pca.loadings().columns(),
                                    rows.rows()));
        }
        this.scores = pca.transform(rows);
        this.names = List.copyOf(names);
        this.arrowXs = arrows(pca, 0);
        this.arrowYs = arrows(pca, 1);
        double wide = reach(0);
        double high = reach(1);
        Rectangle plot = Panel.plot(WIDTH, HEIGHT);
        double unit = Math.max(wide / plot.width, high / plot.height);
        double[] ratio = pca.explainedVarianceRatio();
        this.panel = Panel.of(
                title,
                WIDTH,
                HEIGHT,
                Axis.linear(
                        "component 1, %.0f %% of variance".formatted(100 * ratio[0]),
                        -unit * plot.width,
                        unit * plot.width),
                Axis.linear(
                        "component 2, %.0f %% of variance".formatted(100 * ratio[1]),
                        -unit * plot.height,
                        unit * plot.height),
                this::content);
    }

    private static double[] arrows(Pca pca, int component) {
        double deviation = Math.sqrt(pca.explainedVariance()[component]);
        double[] arrows = new double[pca.loadings().columns()];
        for (int column = 0; column < arrows.length; column++) {
            arrows[column] = deviation * pca.loadings().get(component, column);
        }
        return arrows;
    }

    /** How far rows lie from the middle. */
    private double reach(int component) {
        double reach = 0;
        for (float score : scores.column(component)) {
            reach = Math.max(reach, Math.abs(score));
        }
        return reach == 0 ? 1 : ROOM * reach;
    }

    private void content(Graphics2D graphics, Rectangle plot, Axis x, Axis y) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Palette.GRID);
        graphics.setStroke(new BasicStroke(1));
        Point2D middle = new Point2D.Double(plot.getCenterX(), plot.getCenterY());
        float[] xs = new float[scores.rows()];
        float[] ys = new float[scores.rows()];
        for (int row = 0; row < xs.length; row++) {
            xs[row] = (float) (x.at(scores.get(row, 0)) * plot.width);
            ys[row] = (float) ((1 - y.at(scores.get(row, 1))) * plot.height);
        }
        rows(graphics, plot, xs, ys);
        graphics.setColor(Palette.QUIET);
        graphics.draw(new Line2D.Double(plot.x, middle.getY(), plot.getMaxX(), middle.getY()));
        graphics.draw(new Line2D.Double(middle.getX(), plot.y, middle.getX(), plot.getMaxY()));
        arrows(graphics, plot, middle, new Tally(plot, xs, ys));
    }

    private void rows(Graphics2D graphics, Rectangle plot, float[] xs, float[] ys) {
        int width = SHARPNESS * plot.width;
        int height = SHARPNESS * plot.height;
        double radius = Math.clamp(60 / Math.sqrt(xs.length), 0.7, 3);
        Coverage coverage = new Coverage(width, height, SHARPNESS * radius);
        for (int row = 0; row < xs.length; row++) {
            coverage.add(SHARPNESS * xs[row], SHARPNESS * ys[row]);
        }
        Inks inks = new Inks(width * height);
        inks.add(coverage.weights(), pixel -> ROWS.getRGB(), 1);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D ground = image.createGraphics();
        ground.setColor(Color.WHITE);
        ground.fillRect(0, 0, width, height);
        ground.dispose();
        inks.paintOn(image, 0.4);
        graphics.drawImage(image, plot.x, plot.y, plot.width, plot.height, null);
    }

    private void arrows(Graphics2D graphics, Rectangle plot, Point2D middle, Tally rows) {
        double longest = 0;
        for (int i = 0; i < arrowXs.length; i++) {
            longest = Math.max(longest, Math.hypot(arrowXs[i], arrowYs[i]));
        }
        double scale = longest == 0 ? 0 : LONGEST * Math.min(plot.width, plot.height) / 2 / longest;
        List<Line2D> shafts = new ArrayList<>();
        Places places = new Places(
                plot, box -> rows.in(box) + (shafts.stream().anyMatch(box::intersectsLine) ? scores.rows() : 0));
        Point2D[] tips = new Point2D[arrowXs.length];
        graphics.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(ARROW);
        for (int i = 0; i < tips.length; i++) {
            tips[i] = new Point2D.Double(middle.getX() + scale * arrowXs[i], middle.getY() - scale * arrowYs[i]);
            arrow(graphics, middle, tips[i]);
            shafts.add(new Line2D.Double(middle, tips[i]));
            places.take(new Rectangle2D.Double(tips[i].getX() - 3, tips[i].getY() - 3, 6, 6));
        }
        FontMetrics metrics = graphics.getFontMetrics(LABEL);
        for (int i = 0; i < tips.length; i++) {
            Rectangle2D box = places.takeNear(
                    tips[i], metrics.stringWidth(names.get(i)) + 6.0, metrics.getAscent() + metrics.getDescent(), 5);
            Shape letters = LABEL.createGlyphVector(graphics.getFontRenderContext(), names.get(i))
                    .getOutline((float) box.getX() + 3, (float) box.getY() + metrics.getAscent());
            graphics.setColor(Color.WHITE);
            graphics.setStroke(new BasicStroke(3.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(letters);
            graphics.setColor(Palette.INK);
            graphics.fill(letters);
        }
    }

    private static void arrow(Graphics2D graphics, Point2D from, Point2D to) {
        if (from.distance(to) < HEAD) {
            return;
        }
        double angle = Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
        Path2D head = new Path2D.Double();
        head.moveTo(to.getX(), to.getY());
        for (double side : new double[] {-0.4, 0.4}) {
            head.lineTo(to.getX() - HEAD * Math.cos(angle + side), to.getY() - HEAD * Math.sin(angle + side));
        }
        head.closePath();
        graphics.draw(new Line2D.Double(
                from.getX(),
                from.getY(),
                to.getX() - HEAD * 0.7 * Math.cos(angle),
                to.getY() - HEAD * 0.7 * Math.sin(angle)));
        graphics.fill(head);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        panel.paint(graphics, width, height);
    }

    @Override
    public int getWidth() {
        return WIDTH;
    }

    @Override
    public int getHeight() {
        return HEIGHT;
    }

    @Override
    public String getTitle() {
        return panel.getTitle();
    }
}
