package segue.chart.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import segue.chart.Palette;
import segue.chart.points.Coverage;
import segue.chart.points.FewColours;
import segue.chart.points.Inks;
import segue.chart.points.Tally;
import segue.matrix.FloatMatrix;

/** The points of a map: circles where they are few, else pixels. */
final class PointLayer {
    static final int MOST_CIRCLES = 2_000;
    private static final int LEVELS = 256;
    private static final float RECEDING = 0.25f;
    private static final double GRAIN = 3;

    private final FloatMatrix coordinates;
    private final Optional<Colouring> colouring;
    private final ShownGroups groups;
    private final AmountScale scale;

    PointLayer(FloatMatrix coordinates, Optional<Colouring> colouring) {
        this.coordinates = coordinates;
        this.colouring = colouring;
        this.groups = colouring
                .filter(Colouring.Groups.class::isInstance)
                .map(of -> ShownGroups.of((Colouring.Groups) of))
                .orElse(null);
        this.scale = colouring
                .filter(Colouring.Amounts.class::isInstance)
                .map(of -> AmountScale.of(((Colouring.Amounts) of).values()))
                .orElse(null);
    }

    Optional<ShownGroups> groups() {
        return Optional.ofNullable(groups);
    }

    Optional<AmountScale> scale() {
        return Optional.ofNullable(scale);
    }

    /** In pixels of the picture; the fewer the points, the larger. */
    double radius(MapFrame frame) {
        double area = (double) frame.plot().width * frame.plot().height;
        return Math.clamp(Math.sqrt(0.2 * area / (Math.PI * coordinates.rows())), 0.75, 4.5);
    }

    /** How many points a box covers. */
    ToDoubleFunction<Rectangle2D> covered(MapFrame frame) {
        Tally tally = new Tally(frame.plot(), frame.xs(coordinates, 1), frame.ys(coordinates, 1));
        return tally::in;
    }

    /** @param sharpness pixels of the device a pixel of the picture */
    void paint(Graphics2D graphics, MapFrame frame, double sharpness) {
        if (coordinates.rows() <= MOST_CIRCLES) {
            circles(graphics, frame);
            return;
        }
        int width = (int) Math.ceil(frame.plot().width * sharpness);
        int height = (int) Math.ceil(frame.plot().height * sharpness);
        float[] xs = frame.xs(coordinates, sharpness);
        float[] ys = frame.ys(coordinates, sharpness);
        Coverage coverage = new Coverage(width, height, Math.max(0.6, radius(frame) * sharpness));
        Inks inks = new Inks(width * height);
        Ground ground = new Ground(width, height, (int) Math.max(1, Math.round(GRAIN * sharpness)));
        if (scale != null) {
            amounts(coverage, xs, ys, inks, ground);
        } else {
            groups(coverage, xs, ys, inks, ground);
        }
        double lone = Math.clamp(1.2 - 0.115 * Math.log10(coordinates.rows()), 0.4, 0.85);
        BufferedImage image = ground.image();
        inks.paintOn(image, lone);
        graphics.drawImage(
                FewColours.of(image), frame.plot().x, frame.plot().y, frame.plot().width, frame.plot().height, null);
    }

    private void groups(Coverage coverage, float[] xs, float[] ys, Inks inks, Ground ground) {
        if (groups == null) {
            for (int row = 0; row < xs.length; row++) {
                coverage.add(xs[row], ys[row]);
            }
            int blue = Palette.series()[0].getRGB();
            inks.add(coverage.weights(), pixel -> blue, 1);
            ground.add(coverage.weights(), pixel -> blue, 1);
            return;
        }
        int[][] rows = groups.rows();
        for (int group = 0; group < rows.length; group++) {
            coverage.clear();
            for (int row : rows[group]) {
                coverage.add(xs[row], ys[row]);
            }
            ShownGroups.Group shown = groups.groups().get(group);
            int rgb = shown.colour().getRGB();
            inks.add(coverage.weights(), pixel -> rgb, shown.named() ? 1 : RECEDING);
            ground.add(coverage.weights(), pixel -> rgb, shown.named() ? 1 : RECEDING);
        }
    }

    private void amounts(Coverage coverage, float[] xs, float[] ys, Inks inks, Ground ground) {
        float[] values = ((Colouring.Amounts) colouring.orElseThrow()).values();
        if (scale.missing() > 0) {
            for (int row = 0; row < xs.length; row++) {
                if (Float.isNaN(values[row])) {
                    coverage.add(xs[row], ys[row]);
                }
            }
            inks.add(coverage.weights(), pixel -> ShownGroups.NONE.getRGB(), RECEDING);
            ground.add(coverage.weights(), pixel -> ShownGroups.NONE.getRGB(), RECEDING);
            coverage.clear();
        }
        float[] weights = coverage.weights();
        float[] sums = new float[weights.length];
        for (int row = 0; row < xs.length; row++) {
            if (!Float.isNaN(values[row])) {
                coverage.add(xs[row], ys[row], scale.at(values[row]), sums);
            }
        }
        int[] colours = IntStream.range(0, LEVELS)
                .map(level -> AmountScale.colour((double) level / (LEVELS - 1)).getRGB())
                .toArray();
        inks.add(weights, pixel -> colours[Math.round(sums[pixel] / weights[pixel] * (LEVELS - 1))], 1);
        float[] around = ground.smoothed(weights);
        float[] sumsAround = ground.smoothed(sums);
        ground.add(
                weights, cell -> colours[Math.round(Math.min(1, sumsAround[cell] / around[cell]) * (LEVELS - 1))], 1);
    }

    /** In an order of chance, so that no group covers another; grey ones below. */
    private void circles(Graphics2D graphics, MapFrame frame) {
        double radius = radius(frame);
        SplittableRandom random = new SplittableRandom(42);
        long[] keys = random.longs(coordinates.rows()).toArray();
        Integer[] order = IntStream.range(0, keys.length).boxed().toArray(Integer[]::new);
        Color[] colours = Arrays.stream(order).map(this::colour).toArray(Color[]::new);
        Arrays.sort(
                order,
                Comparator.comparing((Integer row) -> colours[row] != ShownGroups.NONE)
                        .thenComparing(row -> colours[row] != ShownGroups.OTHER)
                        .thenComparing(row -> keys[row]));
        graphics.setStroke(new BasicStroke(0.5f));
        for (int row : order) {
            Ellipse2D circle = new Ellipse2D.Double(
                    tenth(frame.x(coordinates.get(row, 0)) - radius),
                    tenth(frame.y(coordinates.get(row, 1)) - radius),
                    2 * radius,
                    2 * radius);
            graphics.setColor(colours[row]);
            graphics.fill(circle);
            graphics.setColor(Color.WHITE);
            graphics.draw(circle);
        }
    }

    /** An SVG is smaller for it. */
    private static double tenth(double value) {
        return Math.round(10 * value) / 10.0;
    }

    private Color colour(int row) {
        if (groups != null) {
            return groups.groups().get(groups.of()[row]).colour();
        }
        if (scale != null) {
            float value = ((Colouring.Amounts) colouring.orElseThrow()).values()[row];
            return Float.isNaN(value) ? ShownGroups.NONE : AmountScale.colour(scale.at(value));
        }
        return Palette.series()[0];
    }
}
