package segue.audio;

import java.util.ArrayList;
import java.util.List;
import segue.audio.spectrum.Delta;
import segue.matrix.FloatMatrix;

/** Gathers the columns of a row of {@link Descriptors}. */
final class DescriptorRow {
    private final List<String> names = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    void add(String name, double value) {
        names.add(name);
        values.add(value);
    }

    /** {@code name_mean} and {@code name_var} over all frames and columns of each feature. */
    void addMeansAndVariances(FrameFeatures frames, List<String> features) {
        for (String feature : features) {
            FloatMatrix matrix = frames.values().get(feature);
            FloatMatrix all = FloatMatrix.wrap(matrix.values().length, 1, matrix.values());
            FrameStatistics statistics = FrameStatistics.of(all);
            add(feature + "_mean", statistics.means()[0]);
            add(feature + "_var", statistics.variances()[0]);
        }
    }

    /** {@code name0_mean}, {@code name1_mean} and so on. */
    void addMeansFromZero(String feature, FloatMatrix matrix) {
        double[] means = FrameStatistics.of(matrix).means();
        for (int c = 0; c < means.length; c++) {
            add(feature + c + "_mean", means[c]);
        }
    }

    /** {@code name1_mean}, {@code name1_var}, {@code name2_mean} and so on. */
    void addMeansAndVariancesByColumn(String feature, FloatMatrix matrix) {
        FrameStatistics statistics = FrameStatistics.of(matrix);
        for (int c = 0; c < matrix.columns(); c++) {
            add(feature + (c + 1) + "_mean", statistics.means()[c]);
            add(feature + (c + 1) + "_var", statistics.variances()[c]);
        }
    }

    /**
     * {@code name1_delta_var} and so on, then {@code name1_delta2_var}: how much a feature moves; the means are about 0. 0
     * where there are fewer frames than a delta is fitted to.
     */
    void addDeltaVariances(String feature, FloatMatrix matrix) {
        boolean enough = matrix.rows() >= Delta.DEFAULT_WIDTH;
        double[] none = new double[matrix.columns()];
        double[] first = enough ? FrameStatistics.of(Delta.first(matrix)).variances() : none;
        double[] second = enough ? FrameStatistics.of(Delta.second(matrix)).variances() : none;
        for (int c = 0; c < matrix.columns(); c++) {
            add(feature + (c + 1) + "_delta_var", first[c]);
        }
        for (int c = 0; c < matrix.columns(); c++) {
            add(feature + (c + 1) + "_delta2_var", second[c]);
        }
    }

    Descriptors finish() {
        float[] row = new float[values.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = values.get(i).floatValue();
        }
        return new Descriptors(List.copyOf(names), row);
    }
}
