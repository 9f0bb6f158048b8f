package segue.chart.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import segue.chart.Palette;
import segue.chart.points.Crowd;
import segue.chart.points.Places;
import segue.matrix.FloatMatrix;

/** Names of groups where they stand out, and lines around them. */
final class GroupLayer {
    private static final double LEAST_SCORE = 0.15;

    private final List<ShownGroups.Group> groups;
    private final List<Crowd> crowds = new ArrayList<>();
    private final Crowd everyone;
    private final MapFrame frame;

    GroupLayer(ShownGroups shown, FloatMatrix coordinates, MapFrame frame) {
        this.frame = frame;
        this.groups = shown.groups().stream().filter(ShownGroups.Group::named).toList();
        float[] xs = frame.xs(coordinates, (double) Crowd.CELLS / frame.plot().width);
        float[] ys = frame.ys(coordinates, (double) Crowd.CELLS / frame.plot().height);
        int[][] rows = shown.rows();
        for (int group = 0; group < rows.length; group++) {
            Crowd crowd = Crowd.of(xs, ys, rows[group]);
            if (group < groups.size()) {
                crowds.add(crowd);
            }
        }
        this.everyone = Crowd.of(xs, ys, IntStream.range(0, xs.length).toArray());
    }

    void outlines(Graphics2D graphics) {
        AffineTransform cells = new AffineTransform();
        cells.translate(frame.plot().x, frame.plot().y);
        cells.scale((double) frame.plot().width / Crowd.CELLS, (double) frame.plot().height / Crowd.CELLS);
        for (int group = 0; group < groups.size(); group++) {
            Path2D line = GroupOutline.around(crowds.get(group), everyone);
            line.transform(cells);
            graphics.setColor(new Color(255, 255, 255, 200));
            graphics.setStroke(new BasicStroke(3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(line);
            graphics.setColor(dark(groups.get(group).colour()));
            graphics.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(line);
        }
    }

    /** The largest group chooses first; one that finds no place has its name in the legend only. */
    void labels(Graphics2D graphics, Places places) {
        FontMetrics metrics = graphics.getFontMetrics(Words.STRONG);
        List<Integer> order = IntStream.range(0, groups.size())
                .boxed()
                .sorted(Comparator.comparingInt(group -> -groups.get(group).size()))
                .toList();
        for (int group : order) {
            String text = Words.fitting(groups.get(group).name(), frame.plot().width / 3, metrics);
            place(group, metrics.stringWidth(text) + 6, metrics.getAscent() + metrics.getDescent(), places)
                    .ifPresent(box -> {
                        places.take(box);
                        Words.haloed(
                                graphics,
                                text,
                                Words.STRONG,
                                dark(groups.get(group).colour()),
                                box);
                    });
        }
    }

    /** Where the group is dense and much of what is there is of it. */
    private Optional<Rectangle2D> place(int group, double width, double height, Places places) {
        double[] score = crowds.get(group).standingOut(everyone);
        double best = Arrays.stream(score).max().orElseThrow();
        double least = best * LEAST_SCORE;
        boolean few = everyone.points() <= PointLayer.MOST_CIRCLES;
        return IntStream.range(0, score.length)
                .filter(cell -> score[cell] >= least)
                .filter(cell -> places.isFree(box(cell, width, height)))
                .boxed()
                .max(Comparator.comparingDouble(
                        cell -> score[cell] / (1 + (few ? places.covered(box(cell, width, height)) : 0))))
                .map(cell -> box(cell, width, height));
    }

    private Rectangle2D box(int cell, double width, double height) {
        double x = frame.plot().x + (cell % Crowd.CELLS + 0.5) * frame.plot().width / Crowd.CELLS;
        double y = frame.plot().y + (cell / Crowd.CELLS + 0.5) * frame.plot().height / Crowd.CELLS;
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }

    /** Dark enough for letters and lines on the same colour. */
    private static Color dark(Color colour) {
        float[] mixed = new float[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = 0.55f * colour.getRGBColorComponents(null)[i]
                    + 0.25f * Palette.INK.getRGBColorComponents(null)[i];
        }
        return new Color(mixed[0], mixed[1], mixed[2]);
    }
}
