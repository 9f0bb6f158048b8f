package segue.recommend.metric;

import java.util.Arrays;

/**
 * The minimum of {@code sum [t log(1 + exp(-m)) + (1 - t) log(1 + exp(m))] + k sum (v_p - v̄)²/v̄} over {@code m = b - v·δ} with b
 * free and {@code v >= 0}; convex, for the second term is a square over a linear one. By Newton's method on the coordinates that
 * are not held at 0 (Bertsekas, SIAM Journal on Control and Optimization 20(2), 1982), halving steps that do not descend.
 */
final class WeightFit {
    private static final int MOST_STEPS = 60;
    private static final double ENOUGH = 1e-10;
    /** Below this mean the differences are as good as not used, and only their proportions mean something. */
    private static final double LEAST_MEAN = 1e-6;

    private final float[][] differences;
    private final double[] targets;
    private final double strength;
    private final int parts;

    private WeightFit(float[][] differences, double[] targets, double strength) {
        this.differences = differences;
        this.targets = targets;
        this.strength = strength;
        this.parts = differences[0].length;
    }

    /**
     * What was fitted.
     *
     * @param constant b
     * @param slopes v, one a part
     */
    record Fitted(double constant, double... slopes) {
        double margin(float... differences) {
            double margin = constant;
            for (int p = 0; p < differences.length; p++) {
                margin -= slopes[p] * differences[p];
            }
            return margin;
        }

        /** The slopes over their mean. */
        double[] weights() {
            double mean = mean(slopes);
            return Arrays.stream(slopes).map(slope -> slope / mean).toArray();
        }
    }

    /** What the margin costs where the target is {@code target}, 0 to 1. */
    static double loss(double margin, double target) {
        double size = Math.abs(margin);
        return StrictMath.log1p(StrictMath.exp(-size)) + (margin > 0 ? (1 - target) * margin : -target * margin);
    }

    /**
     * @param differences shape {@code (examples, parts)}, squared differences
     * @param targets of each example, 0 to 1
     * @param strength k, above 0; infinite for equal slopes
     * @param from where to start
     */
    static Fitted fit(float[][] differences, double[] targets, double strength, Fitted from) {
        if (Double.isInfinite(strength)) {
            float[][] sums = new float[differences.length][1];
            for (int i = 0; i < sums.length; i++) {
                for (float difference : differences[i]) {
                    sums[i][0] += difference;
                }
            }
            Fitted one = new WeightFit(sums, targets, 0).descend(new Fitted(0, 0.1));
            double[] equal = new double[differences[0].length];
            Arrays.fill(equal, one.slopes()[0]);
            return new Fitted(one.constant(), equal);
        }
        return new WeightFit(differences, targets, strength).descend(from);
    }

    private Fitted descend(Fitted from) {
        double[] at = new double[parts + 1];
        System.arraycopy(from.slopes(), 0, at, 0, parts);
        at[parts] = from.constant();
        double value = value(at);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] slope = new double[parts + 1];
            double[] change = newton(at, slope);
            double size = 1;
            double[] next = moved(at, change, size);
            double reached = value(next);
            while (!(reached <= value) && size > 1e-9) {
                size /= 2;
                next = moved(at, change, size);
                reached = value(next);
            }
            if (!(value - reached > ENOUGH * (1 + Math.abs(value)))) {
                break;
            }
            at = next;
            value = reached;
        }
        return new Fitted(at[parts], Arrays.copyOf(at, parts));
    }

    private double[] moved(double[] at, double[] change, double size) {
        double[] next = at.clone();
        for (int a = 0; a <= parts; a++) {
            next[a] += size * change[a];
            if (a < parts) {
                next[a] = Math.max(0, next[a]);
            }
        }
        double mean = mean(Arrays.copyOf(next, parts));
        for (int p = 0; p < parts && mean < LEAST_MEAN; p++) {
            next[p] = mean > 0 ? next[p] * LEAST_MEAN / mean : LEAST_MEAN;
        }
        return next;
    }

    private double margin(int example, double... at) {
        double margin = at[parts];
        for (int p = 0; p < parts; p++) {
            margin -= at[p] * differences[example][p];
        }
        return margin;
    }

    private double value(double... at) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            sum += loss(margin(i, at), targets[i]);
        }
        double mean = 0;
        double squares = 0;
        for (int p = 0; p < parts; p++) {
            mean += at[p] / parts;
            squares += at[p] * at[p];
        }
        return sum + strength * (squares / mean - parts * mean);
    }

    /** The step that leads to the minimum of the quadratic here, 0 for slopes that are held; leaves the gradient in {@code slope}. */
    private double[] newton(double[] at, double[] slope) {
        double[][] curve = new double[parts + 1][parts + 1];
        double[] x = new double[parts + 1];
        for (int i = 0; i < targets.length; i++) {
            for (int p = 0; p < parts; p++) {
                x[p] = -differences[i][p];
            }
            x[parts] = 1;
            double share = 1 / (1 + StrictMath.exp(-margin(i, at)));
            double spread = share * (1 - share);
            for (int a = 0; a <= parts; a++) {
                slope[a] += (share - targets[i]) * x[a];
                for (int b = 0; b <= a; b++) {
                    curve[a][b] += spread * x[a] * x[b];
                }
            }
        }
        addPull(at, slope, curve);
        for (int a = 0; a <= parts; a++) {
            boolean held = a < parts && at[a] == 0 && slope[a] >= 0;
            for (int b = 0; b < a; b++) {
                curve[a][b] = held ? 0 : curve[a][b];
                curve[b][a] = curve[a][b];
            }
            for (int b = a + 1; b <= parts && held; b++) {
                curve[b][a] = 0;
            }
            curve[a][a] = held ? 1 : curve[a][a] * (1 + 1e-9) + 1e-12;
            slope[a] = held ? 0 : slope[a];
        }
        return solve(curve, slope);
    }

    private void addPull(double[] at, double[] slope, double[][] curve) {
        double mean = 0;
        double squares = 0;
        for (int p = 0; p < parts; p++) {
            mean += at[p] / parts;
            squares += at[p] * at[p];
        }
        for (int p = 0; p < parts; p++) {
            slope[p] += strength * (2 * at[p] / mean - squares / (parts * mean * mean) - 1);
            for (int q = 0; q <= p; q++) {
                double own = p == q ? 2 / mean : 0;
                curve[p][q] += strength
                        * (own
                                - 2 * (at[p] + at[q]) / (parts * mean * mean)
                                + 2 * squares / ((double) parts * parts * mean * mean * mean));
            }
        }
    }

    /** {@code -curve⁻¹ slope} by elimination; the matrix is symmetric and positive, so no pivot is sought. */
    private static double[] solve(double[][] curve, double... slope) {
        int n = slope.length;
        double[] right = new double[n];
        for (int a = 0; a < n; a++) {
            right[a] = -slope[a];
        }
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                double factor = curve[b][a] / curve[a][a];
                for (int c = a; c < n; c++) {
                    curve[b][c] -= factor * curve[a][c];
                }
                right[b] -= factor * right[a];
            }
        }
        for (int a = n - 1; a >= 0; a--) {
            for (int c = a + 1; c < n; c++) {
                right[a] -= curve[a][c] * right[c];
            }
            right[a] /= curve[a][a];
        }
        return right;
    }

    private static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
