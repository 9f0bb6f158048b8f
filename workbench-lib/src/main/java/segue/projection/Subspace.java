package segue.projection;

import java.util.Random;
import segue.matrix.FloatMatrix;

/** The first principal components of many columns: a few random directions, turned by the covariance until they settle. */
final class Subspace {
    private static final int BLOCK = 1 << 10;
    private static final int EXTRA_DIRECTIONS = 10;
    private static final int MOST_TURNS = 60;
    private static final double SETTLED = 1e-7;
    private static final long SEED = 42;

    private Subspace() {}

    static double variance(FloatMatrix data, float[] means, Team team) {
        int columns = data.columns();
        double[] sums = new double[Math.ceilDiv(data.rows(), BLOCK)];
        team.blocks(data.rows(), BLOCK, (block, from, to, member) -> {
            double sum = 0;
            for (int i = from * columns; i < to * columns; i++) {
                double gap = data.values()[i] - means[i % columns];
                sum += gap * gap;
            }
            sums[block] = sum;
        });
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total / (data.rows() - 1);
    }

    static Eigen of(FloatMatrix data, float[] means, int components, Team team) {
        int columns = data.columns();
        int size = Math.min(columns, components + EXTRA_DIRECTIONS);
        Random random = new Random(SEED);
        double[][] directions = new double[size][columns];
        for (double[] direction : directions) {
            for (int c = 0; c < columns; c++) {
                direction[c] = random.nextGaussian();
            }
        }
        orthonormalise(directions, random);
        double[] before = new double[size];
        for (int turn = 0; ; turn++) {
            double[][] turned = byCovariance(data, means, directions, team);
            double[][] small = new double[size][size];
            for (int a = 0; a < size; a++) {
                for (int b = 0; b <= a; b++) {
                    small[a][b] = (dot(directions[a], turned[b]) + dot(directions[b], turned[a])) / 2;
                    small[b][a] = small[a][b];
                }
            }
            Eigen within = Eigen.ofSymmetric(small);
            double change = 0;
            for (int c = 0; c < components; c++) {
                change = Math.max(change, Math.abs(within.values()[c] - before[c]));
            }
            if (turn == MOST_TURNS || change <= SETTLED * Math.abs(within.values()[0])) {
                return new Eigen(within.values(), combine(within.vectors(), directions));
            }
            before = within.values();
            directions = combine(within.vectors(), turned);
            orthonormalise(directions, random);
        }
    }

    /** The covariance matrix times each direction, without that matrix. */
    private static double[][] byCovariance(FloatMatrix data, float[] means, double[][] directions, Team team) {
        int columns = data.columns();
        int size = directions.length;
        double[][][] parts = new double[Math.ceilDiv(data.rows(), BLOCK)][][];
        team.blocks(data.rows(), BLOCK, (block, from, to, member) -> {
            double[][] part = new double[size][columns];
            double[] centred = new double[columns];
            for (int r = from; r < to; r++) {
                for (int c = 0; c < columns; c++) {
                    centred[c] = data.values()[r * columns + c] - means[c];
                }
                for (int d = 0; d < size; d++) {
                    double score = dot(centred, directions[d]);
                    for (int c = 0; c < columns; c++) {
                        part[d][c] += score * centred[c];
                    }
                }
            }
            parts[block] = part;
        });
        double[][] sums = new double[size][columns];
        for (double[][] part : parts) {
            for (int d = 0; d < size; d++) {
                for (int c = 0; c < columns; c++) {
                    sums[d][c] += part[d][c] / (data.rows() - 1);
                }
            }
        }
        return sums;
    }

    private static double[][] combine(double[][] weights, double[][] vectors) {
        double[][] combined = new double[weights.length][vectors[0].length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < vectors.length; j++) {
                for (int c = 0; c < combined[i].length; c++) {
                    combined[i][c] += weights[i][j] * vectors[j][c];
                }
            }
        }
        return combined;
    }

    /** Gram's and Schmidt's way, twice for accuracy; what vanishes is replaced by chance. */
    private static void orthonormalise(double[][] vectors, Random random) {
        for (int i = 0; i < vectors.length; i++) {
            double length = Math.sqrt(dot(vectors[i], vectors[i]));
            double left = length;
            for (int round = 0; round < 2; round++) {
                for (int j = 0; j < i; j++) {
                    double along = dot(vectors[i], vectors[j]);
                    for (int c = 0; c < vectors[i].length; c++) {
                        vectors[i][c] -= along * vectors[j][c];
                    }
                }
                left = Math.sqrt(dot(vectors[i], vectors[i]));
            }
            if (left <= 1e-12 * length || left == 0) {
                for (int c = 0; c < vectors[i].length; c++) {
                    vectors[i][c] = random.nextGaussian();
                }
                i--;
                continue;
            }
            for (int c = 0; c < vectors[i].length; c++) {
                vectors[i][c] /= left;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
