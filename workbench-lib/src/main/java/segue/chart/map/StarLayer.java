package segue.chart.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import segue.chart.Palette;
import segue.chart.points.Places;

/** "You are here": stars with what stands there. */
final class StarLayer {
    static final Color STAR = new Color(0xff, 0xd2, 0x1f);
    static final double RADIUS = 10;
    private static final Color GROUND = new Color(255, 255, 255, 232);
    private static final int PADDING = 5;
    private static final double LEADER = 14;

    private final List<SongMap.Mark> marks;
    private final MapFrame frame;

    StarLayer(List<SongMap.Mark> marks, MapFrame frame) {
        this.marks = marks;
        this.frame = frame;
    }

    void paint(Graphics2D graphics, Places places) {
        for (SongMap.Mark mark : marks) {
            Point2D at = at(mark);
            places.take(new Rectangle2D.Double(at.getX() - RADIUS, at.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS));
        }
        for (SongMap.Mark mark : marks) {
            label(graphics, mark, places);
        }
        for (SongMap.Mark mark : marks) {
            Path2D star = star(at(mark));
            graphics.setColor(Color.WHITE);
            graphics.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(star);
            graphics.setColor(Palette.INK);
            graphics.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(star);
            graphics.setColor(STAR);
            graphics.fill(star);
        }
    }

    private void label(Graphics2D graphics, SongMap.Mark mark, Places places) {
        if (mark.label().isBlank()) {
            return;
        }
        FontMetrics metrics = graphics.getFontMetrics(Words.STRONG);
        String text = Words.fitting(mark.label(), frame.plot().width * 2 / 5, metrics);
        Point2D at = at(mark);
        Rectangle2D box = places.takeNear(
                at,
                metrics.stringWidth(text) + 2 * PADDING,
                metrics.getAscent() + metrics.getDescent() + 4,
                RADIUS + 3);
        Point2D near = new Point2D.Double(
                Math.clamp(at.getX(), box.getMinX(), box.getMaxX()),
                Math.clamp(at.getY(), box.getMinY(), box.getMaxY()));
        if (near.distance(at) > RADIUS + LEADER) {
            graphics.setColor(Palette.INK);
            graphics.setStroke(new BasicStroke(1f));
            graphics.draw(new Line2D.Double(at, near));
        }
        graphics.setColor(GROUND);
        graphics.fill(new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 8, 8));
        graphics.setColor(Palette.INK);
        graphics.setFont(Words.STRONG);
        graphics.drawString(text, (float) box.getX() + PADDING, (float) box.getY() + 2 + metrics.getAscent());
    }

    private Point2D at(SongMap.Mark mark) {
        return new Point2D.Double(frame.x(mark.x()), frame.y(mark.y()));
    }

    private static Path2D star(Point2D middle) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? RADIUS : RADIUS * 0.42;
            double x = middle.getX() + radius * Math.sin(i * Math.PI / 5);
            double y = middle.getY() - radius * Math.cos(i * Math.PI / 5);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }
}
