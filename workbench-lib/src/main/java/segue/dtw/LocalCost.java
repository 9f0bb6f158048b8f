package segue.dtw;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import segue.matrix.FloatMatrix;

/** What it costs to lay one frame on another; 0 for frames that are equal. */
public enum LocalCost {
    /** {@code sqrt(sum (a_i - b_i)^2)}. */
    EUCLIDEAN("euclidean", Terms.ROOT_OF_SQUARES),
    /** {@code sum (a_i - b_i)^2}: one frame that is far off counts more. */
    SQUARED_EUCLIDEAN("sqeuclidean", Terms.SQUARES),
    /** {@code sum |a_i - b_i|}. */
    MANHATTAN("manhattan", Terms.ABSOLUTES),
    /**
     * {@code 1 - a·b / (|a| |b|)}, 0 to 2: blind to loudness. A frame of zeros (silence) costs 0 on another of zeros and 1 on
     * any other frame.
     */
    COSINE("cosine", Terms.SQUARES);

    /** What is summed over the values of two frames. */
    public enum Terms {
        SQUARES,
        ROOT_OF_SQUARES,
        ABSOLUTES;

        /** The least {@link #of} of {@code a} and a frame whose values lie from {@code lower} to {@code upper}. */
        float least(float[] a, float[] lower, float[] upper, int at, int dims) {
            float sum = 0;
            for (int d = at; d < at + dims; d++) {
                float outside = Math.max(0, Math.max(a[d] - upper[d], lower[d] - a[d]));
                sum = this == ABSOLUTES ? sum + outside : Math.fma(outside, outside, sum);
            }
            return this == ROOT_OF_SQUARES ? (float) Math.sqrt(sum) : sum;
        }

        /** The sum over {@code dims} values of {@code a} and {@code b}, in ascending order by fused multiply-add. */
        float of(float[] a, int atA, float[] b, int atB, int dims) {
            float sum = 0;
            if (this == ABSOLUTES) {
                for (int d = 0; d < dims; d++) {
                    sum += Math.abs(a[atA + d] - b[atB + d]);
                }
                return sum;
            }
            for (int d = 0; d < dims; d++) {
                float difference = a[atA + d] - b[atB + d];
                sum = Math.fma(difference, difference, sum);
            }
            return this == SQUARES ? sum : (float) Math.sqrt(sum);
        }
    }

    private final String label;
    private final Terms terms;

    LocalCost(String label, Terms terms) {
        this.label = label;
        this.terms = terms;
    }

    /** The name that commands use, {@code "euclidean"} and so on. */
    public String label() {
        return label;
    }

    public Terms terms() {
        return terms;
    }

    /**
     * The cost called {@code label}, in any case.
     *
     * @throws IllegalArgumentException naming the costs there are
     */
    public static LocalCost parse(String label) {
        return Arrays.stream(values())
                .filter(cost -> cost.label.equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("metric must be one of %s but was %s".formatted(labels(), label)));
    }

    /** The names of all, {@code "euclidean, sqeuclidean, …"}. */
    public static String labels() {
        return Arrays.stream(values()).map(LocalCost::label).collect(Collectors.joining(", "));
    }

    /** Frames such that {@link #terms} alone gives the cost. */
    FloatMatrix prepare(FloatMatrix frames) {
        return this == COSINE ? halfUnits(frames) : frames;
    }

    /** Vectors of length sqrt(1/2), whose squared distance is 1 - cosine; a column of its own marks frames of zeros. */
    private static FloatMatrix halfUnits(FloatMatrix frames) {
        int columns = frames.columns() + 1;
        float[] units = new float[Math.multiplyExact(frames.rows(), columns)];
        for (int row = 0; row < frames.rows(); row++) {
            double length = frames.norm(row);
            int from = frames.offset(row);
            int to = row * columns;
            for (int c = 0; c < frames.columns() && length > 0; c++) {
                units[to + c] = (float) (frames.values()[from + c] / length * Math.sqrt(0.5));
            }
            units[to + frames.columns()] = length > 0 ? 0 : (float) Math.sqrt(0.5);
        }
        return FloatMatrix.wrap(frames.rows(), columns, units);
    }
}
