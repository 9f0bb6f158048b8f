package segue.chart.opinion;

import java.util.Arrays;

/** Places around a middle, the nearest first, as far from each other along the turn as between turns (Archimedes). */
final class Spiral {
    private final double[] x;
    private final double[] y;

    private Spiral(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * @param step between places
     * @param farthest place from the middle
     */
    static Spiral of(double step, double farthest) {
        int places = (int) Math.ceil(4 * (farthest / step + 1) * (farthest / step + 1));
        double[] x = new double[places];
        double[] y = new double[places];
        double angle = 0;
        double radius = 0;
        int count = 0;
        while (radius <= farthest && count < places) {
            x[count] = radius * Math.cos(angle);
            y[count++] = radius * Math.sin(angle);
            angle += step / Math.max(step, radius);
            radius = step * angle / (2 * Math.PI);
        }
        return new Spiral(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }

    int places() {
        return x.length;
    }

    double x(int place) {
        return x[place];
    }

    double y(int place) {
        return y[place];
    }
}
