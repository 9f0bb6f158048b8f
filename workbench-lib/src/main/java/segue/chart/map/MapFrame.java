package segue.chart.map;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import segue.matrix.FloatMatrix;

/**
 * Where the places of a map stand in a rectangle: as large as fits, in the middle, the same scale both ways, y upwards.
 *
 * @param scale pixels a unit of the map
 */
record MapFrame(double middleX, double middleY, double scale, Rectangle plot) {
    /** Height of all points and marks by their width. */
    static double aspect(FloatMatrix coordinates, List<SongMap.Mark> marks) {
        Rectangle2D bounds = bounds(coordinates, marks);
        double aspect = bounds.getHeight() / bounds.getWidth();
        return Double.isNaN(aspect) ? 1 : aspect;
    }

    /** All points and marks, with a margin. */
    static MapFrame of(FloatMatrix coordinates, List<SongMap.Mark> marks, Rectangle plot, double margin) {
        Rectangle2D bounds = bounds(coordinates, marks);
        double scale = Math.min(
                (plot.width - 2 * margin) / bounds.getWidth(), (plot.height - 2 * margin) / bounds.getHeight());
        // All at one place: any scale shows it.
        return new MapFrame(bounds.getCenterX(), bounds.getCenterY(), Double.isFinite(scale) ? scale : 1, plot);
    }

    private static Rectangle2D bounds(FloatMatrix coordinates, List<SongMap.Mark> marks) {
        float[] values = coordinates.values();
        float lowX = values[0];
        float highX = lowX;
        float lowY = values[1];
        float highY = lowY;
        for (int i = 0; i < values.length; i += 2) {
            lowX = Math.min(lowX, values[i]);
            highX = Math.max(highX, values[i]);
            lowY = Math.min(lowY, values[i + 1]);
            highY = Math.max(highY, values[i + 1]);
        }
        for (SongMap.Mark mark : marks) {
            lowX = Math.min(lowX, mark.x());
            highX = Math.max(highX, mark.x());
            lowY = Math.min(lowY, mark.y());
            highY = Math.max(highY, mark.y());
        }
        return new Rectangle2D.Double(lowX, lowY, (double) highX - lowX, (double) highY - lowY);
    }

    double x(double x) {
        return plot.getCenterX() + (x - middleX) * scale;
    }

    double y(double y) {
        return plot.getCenterY() - (y - middleY) * scale;
    }

    /** The x of every point, relative to the plot's left edge and times {@code sharpness}. */
    float[] xs(FloatMatrix coordinates, double sharpness) {
        float[] xs = new float[coordinates.rows()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = (float) ((x(coordinates.values()[2 * i]) - plot.x) * sharpness);
        }
        return xs;
    }

    /** The y of every point, relative to the plot's upper edge and times {@code sharpness}. */
    float[] ys(FloatMatrix coordinates, double sharpness) {
        float[] ys = new float[coordinates.rows()];
        for (int i = 0; i < ys.length; i++) {
            ys[i] = (float) ((y(coordinates.values()[2 * i + 1]) - plot.y) * sharpness);
        }
        return ys;
    }
}
