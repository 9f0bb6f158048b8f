package segue.recommend.tastes;

import segue.matrix.FloatMatrix;

/**
 * How many directions points spread in that have nothing to do with each other, and how far in each: {@code (tr C)² / tr C²} of
 * them for the covariance {@code C}, the participation ratio of its eigenvalues. Of the nine features of song tables about
 * seven; of the many descriptors of recordings a few.
 *
 * @param count at least 1, at most the number of columns
 * @param variance in each, above 0
 */
record Directions(double count, double variance) {
    static Directions of(FloatMatrix points) {
        int columns = points.columns();
        double[] mean = new double[columns];
        double[][] covariance = new double[columns][columns];
        for (int row = 0; row < points.rows(); row++) {
            for (int c = 0; c < columns; c++) {
                mean[c] += points.get(row, c) / (double) points.rows();
            }
        }
        for (int row = 0; row < points.rows(); row++) {
            for (int a = 0; a < columns; a++) {
                double deviation = points.get(row, a) - mean[a];
                for (int b = 0; b <= a; b++) {
                    covariance[a][b] += deviation * (points.get(row, b) - mean[b]) / points.rows();
                }
            }
        }
        double trace = 0;
        double squares = 0;
        for (int a = 0; a < columns; a++) {
            trace += covariance[a][a];
            for (int b = 0; b <= a; b++) {
                squares += (a == b ? 1 : 2) * covariance[a][b] * covariance[a][b];
            }
        }
        if (!(squares > 0)) {
            return new Directions(1, 1);
        }
        double count = trace * trace / squares;
        return new Directions(count, trace / count);
    }
}
