package segue.chart.points;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;

/** How many points stand in any box of a picture, told at once (a summed-area table; Crow 1984). */
public final class Tally {
    private static final int CELL = 2;

    private final Rectangle plot;
    private final int columns;
    private final int rows;
    private final int[] upTo;

    /**
     * @param plot where the points are
     * @param xs relative to the plot's left edge
     * @param ys relative to the plot's upper edge
     */
    public Tally(Rectangle plot, float[] xs, float[] ys) {
        this.plot = plot;
        this.columns = plot.width / CELL + 1;
        this.rows = plot.height / CELL + 1;
        this.upTo = new int[(columns + 1) * (rows + 1)];
        for (int i = 0; i < xs.length; i++) {
            int column = Math.clamp((long) xs[i] / CELL, 0, columns - 1);
            int row = Math.clamp((long) ys[i] / CELL, 0, rows - 1);
            upTo[(row + 1) * (columns + 1) + column + 1]++;
        }
        for (int row = 1; row <= rows; row++) {
            for (int column = 1; column <= columns; column++) {
                upTo[row * (columns + 1) + column] +=
                        at(column - 1, row) + at(column, row - 1) - at(column - 1, row - 1);
            }
        }
    }

    /** Points in a box of the picture, to a pixel or two. */
    public int in(Rectangle2D box) {
        int left = column(box.getMinX());
        int right = column(box.getMaxX() + CELL);
        int top = row(box.getMinY());
        int bottom = row(box.getMaxY() + CELL);
        return at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
    }

    private int column(double x) {
        return Math.clamp((long) Math.floor((x - plot.x) / CELL), 0, columns);
    }

    private int row(double y) {
        return Math.clamp((long) Math.floor((y - plot.y) / CELL), 0, rows);
    }

    private int at(int column, int row) {
        return upTo[row * (columns + 1) + column];
    }
}
