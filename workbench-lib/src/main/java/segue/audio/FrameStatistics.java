package segue.audio;

import segue.matrix.FloatMatrix;

/**
 * Mean and population variance of every column over all frames, in double precision.
 *
 * @param means shape {@code (columns)}
 * @param variances shape {@code (columns)}
 */
record FrameStatistics(double[] means, double[] variances) {
    static FrameStatistics of(FloatMatrix frames) {
        int columns = frames.columns();
        double[] means = new double[columns];
        double[] variances = new double[columns];
        float[] values = frames.values();
        for (int at = 0; at < values.length; at += columns) {
            for (int c = 0; c < columns; c++) {
                means[c] += values[at + c];
            }
        }
        for (int c = 0; c < columns; c++) {
            means[c] /= frames.rows();
        }
        for (int at = 0; at < values.length; at += columns) {
            for (int c = 0; c < columns; c++) {
                double difference = values[at + c] - means[c];
                variances[c] += difference * difference;
            }
        }
        for (int c = 0; c < columns; c++) {
            variances[c] /= frames.rows();
        }
        return new FrameStatistics(means, variances);
    }
}
