package segue.chart.points;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Which parts of a picture are taken, so that labels find one that is free. */
public final class Places {
    private static final double STEP = 7;
    /** Right, left, then what is between, above and below. */
    private static final int[] ORDER = {0, 8, 15, 1, 9, 7, 12, 4, 14, 2, 10, 6, 13, 3, 11, 5};

    private final Rectangle2D bounds;
    private final List<Rectangle2D> taken = new ArrayList<>();

    private final ToDoubleFunction<Rectangle2D> covered;

    /**
     * @param bounds that nothing may leave
     * @param covered how much would be covered that need not stay free, of two places as near the one with less is taken
     */
    public Places(Rectangle2D bounds, ToDoubleFunction<Rectangle2D> covered) {
        this.bounds = bounds;
        this.covered = covered;
    }

    /** How much that need not stay free {@code box} would cover. */
    public double covered(Rectangle2D box) {
        return covered.applyAsDouble(box);
    }

    /** Whether {@code box} is inside of the picture and covers nothing. */
    public boolean isFree(Rectangle2D box) {
        return bounds.contains(box) && taken.stream().noneMatch(box::intersects);
    }

    public void take(Rectangle2D box) {
        taken.add(box);
    }

    /**
     * Takes the nearest free place around a point. Where nothing is
     * free, the one beside the point, moved into the picture.
     *
     * @param gap between the point and the box
     */
    public Rectangle2D takeNear(Point2D point, double width, double height, double gap) {
        double farthest = Math.hypot(bounds.getWidth(), bounds.getHeight());
        for (double distance = gap; distance < farthest; distance += STEP) {
            double around = distance;
            Optional<Rectangle2D> best = Arrays.stream(ORDER)
                    .mapToObj(i -> beside(point, width, height, around, i * 2 * Math.PI / ORDER.length))
                    .filter(this::isFree)
                    .min(Comparator.comparingDouble(covered));
            if (best.isPresent()) {
                take(best.get());
                return best.get();
            }
        }
        Rectangle2D box = inside(beside(point, width, height, gap, 0));
        take(box);
        return box;
    }

    private static Rectangle2D beside(Point2D point, double width, double height, double distance, double angle) {
        double x = point.getX() + Math.cos(angle) * (distance + width / 2);
        double y = point.getY() + Math.sin(angle) * (distance + height / 2);
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }

    private Rectangle2D inside(Rectangle2D box) {
        double x = Math.max(bounds.getX(), Math.min(box.getX(), bounds.getMaxX() - box.getWidth()));
        double y = Math.max(bounds.getY(), Math.min(box.getY(), bounds.getMaxY() - box.getHeight()));
        return new Rectangle2D.Double(x, y, box.getWidth(), box.getHeight());
    }
}
