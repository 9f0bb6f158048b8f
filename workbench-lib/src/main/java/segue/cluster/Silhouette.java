package segue.cluster;

import segue.matrix.FloatMatrix;

/**
 * How much nearer rows are to their own cluster than to the next: {@code (b - a) / max(a, b)}, with the mean distances {@code a}
 * to the others of its own and {@code b} to those of the nearest other cluster. All pairs are measured once, for any number of
 * clusterings.
 *
 * <p>P. Rousseeuw, Silhouettes: a graphical aid to the interpretation and validation of cluster analysis, 1987.
 */
final class Silhouette {
    private final FloatMatrix rows;
    private final float[][] distances;

    Silhouette(FloatMatrix rows) {
        this.rows = rows;
        this.distances = new float[rows.rows()][rows.rows()];
        for (int one = 0; one < rows.rows(); one++) {
            for (int other = 0; other < one; other++) {
                distances[one][other] = distance(one, other);
                distances[other][one] = distances[one][other];
            }
        }
    }

    private float distance(int one, int other) {
        int columns = rows.columns();
        float[] values = rows.values();
        double squares = 0;
        for (int i = one * columns, j = other * columns; i < (one + 1) * columns; i++, j++) {
            double difference = values[i] - values[j];
            squares += difference * difference;
        }
        return (float) Math.sqrt(squares);
    }

    /** The mean over all rows; a row that is alone in its cluster has 0. */
    MeanAndError of(Clusters clusters) {
        int[] labels = clusters.assign(rows, 1);
        int[] sizes = new int[clusters.k()];
        for (int label : labels) {
            sizes[label]++;
        }
        double[] silhouettes = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            silhouettes[row] = of(row, labels, sizes);
        }
        return MeanAndError.of(silhouettes);
    }

    private double of(int row, int[] labels, int... sizes) {
        double[] sums = new double[sizes.length];
        for (int other = 0; other < labels.length; other++) {
            sums[labels[other]] += distances[row][other];
        }
        int own = labels[row];
        if (sizes[own] == 1) {
            return 0;
        }
        double near = sums[own] / (sizes[own] - 1);
        double next = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (cluster != own && sizes[cluster] > 0) {
                next = Math.min(next, sums[cluster] / sizes[cluster]);
            }
        }
        double larger = Math.max(near, next);
        return Double.isInfinite(next) || larger == 0 ? 0 : (next - near) / larger;
    }
}
