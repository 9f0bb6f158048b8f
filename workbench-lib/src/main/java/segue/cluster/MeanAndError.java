package segue.cluster;

/** @param error standard error of the mean */
record MeanAndError(double mean, double error) {
    static MeanAndError of(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double variance = squares / Math.max(1, values.length - 1);
        return new MeanAndError(mean, Math.sqrt(variance / values.length));
    }
}
