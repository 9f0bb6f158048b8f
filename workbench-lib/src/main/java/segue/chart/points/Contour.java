package segue.chart.points;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines around places where a crowd is dense: marching squares (Lorensen and Cline's idea, 1987, in the plane). */
public final class Contour {
    private static final int SIDE = Crowd.CELLS + 2;
    private static final int NONE = -1;
    private static final double LEAST_AREA = 40;

    private final float[] values = new float[SIDE * SIDE];
    private final float level;
    /** From where a line enters a square to where it leaves it: the upper edges of all squares, then the left ones. */
    private final int[] next = new int[2 * SIDE * SIDE];

    private Contour(float[] density, float level) {
        this.level = level;
        // A border of nothing closes every line.
        for (int row = 0; row < Crowd.CELLS; row++) {
            System.arraycopy(density, row * Crowd.CELLS, values, (row + 1) * SIDE + 1, Crowd.CELLS);
        }
        Arrays.fill(next, NONE);
    }

    /**
     * Closed lines around {@code share} of a crowd's points, where they are densest.
     *
     * @param leastShare of the points that a piece must have, 0 to 1
     * @return in cells, 0 to {@link Crowd#CELLS}; the middle of the first cell is at 0.5
     */
    public static Path2D around(Crowd crowd, double share, double leastShare) {
        float level = crowd.levelAround(share);
        Contour contour = new Contour(crowd.patches(level, leastShare), level);
        contour.march();
        return contour.lines();
    }

    private void march() {
        for (int row = 0; row < SIDE - 1; row++) {
            for (int column = 0; column < SIDE - 1; column++) {
                square(row * SIDE + column);
            }
        }
    }

    /** The line through a square, with what is dense on its right. */
    private void square(int at) {
        boolean a = values[at] >= level;
        boolean b = values[at + 1] >= level;
        boolean c = values[at + SIDE + 1] >= level;
        boolean d = values[at + SIDE] >= level;
        int[] edges = {top(at), left(at + 1), top(at + SIDE), left(at)};
        boolean[] corners = {a, b, c, d};
        boolean saddle = a == c && b == d && a != b;
        boolean ridge = values[at] + values[at + 1] + values[at + SIDE] + values[at + SIDE + 1] >= 4 * level;
        for (int i = 0; i < 4; i++) {
            // Edge i lies between corners i and i + 1. A line comes in where density ends, clockwise, and leaves where
            // it
            // begins again; a ridge through the middle keeps two lines apart.
            if (corners[i] && !corners[(i + 1) % 4]) {
                int out = saddle && !ridge ? i + 3 : i + 1;
                while (!corners[(out + 1) % 4]) {
                    out++;
                }
                next[edges[i]] = edges[out % 4];
            }
        }
    }

    private static int top(int at) {
        return at;
    }

    private static int left(int at) {
        return SIDE * SIDE + at;
    }

    /** All lines but those around so little that they are the grain of the points. */
    private Path2D lines() {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int start = 0; start < next.length; start++) {
            List<double[]> line = new ArrayList<>();
            int edge = start;
            while (next[edge] != NONE) {
                line.add(crossing(edge));
                int following = next[edge];
                next[edge] = NONE;
                edge = following;
            }
            if (area(line) >= LEAST_AREA) {
                path.moveTo(line.getFirst()[0], line.getFirst()[1]);
                line.stream().skip(1).forEach(point -> path.lineTo(point[0], point[1]));
                path.closePath();
            }
        }
        return path;
    }

    private static double area(List<double[]> line) {
        double twice = 0;
        for (int i = 0; i < line.size(); i++) {
            double[] a = line.get(i);
            double[] b = line.get((i + 1) % line.size());
            twice += a[0] * b[1] - b[0] * a[1];
        }
        return Math.abs(twice) / 2;
    }

    private double[] crossing(int edge) {
        boolean upright = edge >= SIDE * SIDE;
        int at = upright ? edge - SIDE * SIDE : edge;
        float from = values[at];
        float to = values[upright ? at + SIDE : at + 1];
        double share = (level - from) / (to - from);
        double x = at % SIDE - 0.5;
        double y = at / SIDE - 0.5;
        return new double[] {upright ? x : x + share, upright ? y + share : y};
    }
}
