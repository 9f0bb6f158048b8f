package segue.projection;

/**
 * The nodes that repulsion is computed on, and the weights by which a point belongs to the nodes around it: those of the
 * quintic B-spline, 6 nodes a dimension.
 *
 * @param step distance between nodes
 * @param firstRow number of the first row of nodes, in steps from 0; rows go along the first dimension
 * @param firstColumn number of the first column of nodes
 * @param rows of nodes that hold anything
 * @param columns of nodes that hold anything
 * @param stride nodes from one row to the next, more than {@code columns}
 */
public record Lattice(float step, int firstRow, int firstColumn, int rows, int columns, int stride) {
    /** Nodes a dimension that a point belongs to. */
    public static final int ORDER = 6;

    /** Weights are padded to so many, so that a vector holds them. */
    public static final int PADDED = 8;

    /**
     * The weight of node {@code k} is the polynomial of the {@code t}, the part of a step by which the point is past its base,
     * with the coefficients {@code [power * PADDED + k]}.
     */
    public static final float[] WEIGHTS = new float[ORDER * PADDED];

    /** Those of the derivative by {@code t}, one power less. */
    public static final float[] SLOPES = new float[(ORDER - 1) * PADDED];

    static {
        int degree = ORDER - 1;
        double scale = 1;
        for (int i = 2; i <= degree; i++) {
            scale /= i;
        }
        for (int node = 0; node < ORDER; node++) {
            for (int power = 0; power <= degree; power++) {
                double sum = 0;
                for (int j = 0; j <= degree - node; j++) {
                    double term = binomial(ORDER, j) * Math.pow(degree - node - j, degree - power);
                    sum += j % 2 == 0 ? term : -term;
                }
                double coefficient = scale * binomial(degree, power) * sum;
                WEIGHTS[power * PADDED + node] = (float) coefficient;
                if (power > 0) {
                    SLOPES[(power - 1) * PADDED + node] = (float) (power * coefficient);
                }
            }
        }
    }

    /** A lattice around a box. */
    static Lattice around(float step, float lowX, float highX, float lowY, float highY) {
        int firstRow = base(lowX, step);
        int firstColumn = base(lowY, step);
        int rows = base(highX, step) - firstRow + ORDER;
        int columns = base(highY, step) - firstColumn + ORDER;
        int half = Math.ceilDiv(Math.ceilDiv(columns + PADDED - ORDER, 2), Loops.PANEL) * Loops.PANEL;
        return new Lattice(step, firstRow, firstColumn, rows, columns, 2 * half);
    }

    /** Coordinate {@code value} along dimension {@code d}, or the nearest for which the lattice has all nodes. */
    float within(int d, float value) {
        int first = d == 0 ? firstRow : firstColumn;
        int count = d == 0 ? rows : columns;
        return Math.clamp(value, (first + 0.5f) * step, (first + count - ORDER + 0.5f) * step);
    }

    private static int base(float position, float step) {
        return (int) Math.floor(position * (1 / step));
    }

    /** Nodes in memory, with room for a padded read at the end. */
    int size() {
        return rows * stride + PADDED;
    }

    /** What a lattice's spectrum is multiplied by where B-spline weights are those of interpolation. */
    static double response(double angle) {
        return (66 + 52 * Math.cos(angle) + 2 * Math.cos(2 * angle)) / 120;
    }

    private static double binomial(int n, int k) {
        double value = 1;
        for (int i = 0; i < k; i++) {
            value = value * (n - i) / (i + 1);
        }
        return value;
    }
}
