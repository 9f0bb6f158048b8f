package segue.recommend.playlist;

import segue.matrix.FloatMatrix;

/** Gathers how songs of one list lie around the mean of that list, over many lists. */
final class Scatter {
    private final double[][] products;
    private long freedom;

    Scatter(int columns) {
        this.products = new double[columns][columns];
    }

    /** A list of fewer than two songs says nothing. */
    void add(FloatMatrix numbers, int... songs) {
        if (songs.length < 2) {
            return;
        }
        double[] mean = new double[products.length];
        for (int song : songs) {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += numbers.values()[numbers.offset(song) + c];
            }
        }
        for (int c = 0; c < mean.length; c++) {
            mean[c] /= songs.length;
        }
        for (int song : songs) {
            addProducts(products, numbers, song, mean);
        }
        freedom += songs.length - 1;
    }

    /** The pooled covariance; another counts beside it as so many degrees of freedom. */
    double[][] covariance(double[][] other, double worth) {
        double[][] covariance = new double[products.length][products.length];
        for (int a = 0; a < products.length; a++) {
            for (int b = 0; b < products.length; b++) {
                covariance[a][b] = (products[a][b] + worth * other[a][b]) / (freedom + worth);
            }
        }
        return covariance;
    }

    static double[] mean(FloatMatrix numbers) {
        double[] mean = new double[numbers.columns()];
        for (int song = 0; song < numbers.rows(); song++) {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += numbers.values()[numbers.offset(song) + c];
            }
        }
        for (int c = 0; c < mean.length; c++) {
            mean[c] /= numbers.rows();
        }
        return mean;
    }

    /** The covariance of all rows. */
    static double[][] ofAll(FloatMatrix numbers, double... mean) {
        double[][] covariance = new double[mean.length][mean.length];
        for (int song = 0; song < numbers.rows(); song++) {
            addProducts(covariance, numbers, song, mean);
        }
        for (double[] row : covariance) {
            for (int c = 0; c < row.length; c++) {
                row[c] /= Math.max(1, numbers.rows() - 1);
            }
        }
        return covariance;
    }

    static double[] row(FloatMatrix numbers, int row) {
        double[] values = new double[numbers.columns()];
        for (int c = 0; c < values.length; c++) {
            values[c] = numbers.values()[numbers.offset(row) + c];
        }
        return values;
    }

    private static void addProducts(double[][] to, FloatMatrix numbers, int song, double... mean) {
        double[] x = row(numbers, song);
        for (int c = 0; c < x.length; c++) {
            x[c] -= mean[c];
        }
        for (int a = 0; a < x.length; a++) {
            for (int b = 0; b < x.length; b++) {
                to[a][b] += x[a] * x[b];
            }
        }
    }
}
