package segue.neighbors;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How far apart two vectors are; smaller is more alike. With weights {@code w_i >= 0} ({@link #weighted}) every term of a
 * sum is multiplied by its {@code w_i}.
 */
public enum Metric {
    /** {@code sqrt(sum (a_i - b_i)^2)}. */
    EUCLIDEAN("euclidean", Accumulation.SQUARES),
    /** {@code sum |a_i - b_i|}. */
    MANHATTAN("manhattan", Accumulation.ABSOLUTES),
    /**
     * {@code 1 - a·b / (|a| |b|)}, 0 to 2; a vector of length 0 is at distance 1 from every vector. Computed as half the
     * squared distance of the unit vectors, which is the same but keeps its digits where the distance is small.
     */
    COSINE("cosine", Accumulation.SQUARES),
    /** {@code sum (a_i - b_i)^2}: ranks like {@link #EUCLIDEAN}. */
    SQUARED_EUCLIDEAN("sqeuclidean", Accumulation.SQUARES),
    /** {@code max |a_i - b_i|}. */
    CHEBYSHEV("chebyshev", Accumulation.LARGEST),
    /**
     * {@code -sum a_i b_i}: the nearest row is the one with the largest dot product. No metric in the strict sense; it is
     * negative where vectors point the same way, and a vector need not be nearest to itself.
     */
    DOT("dot", Accumulation.PRODUCTS);

    private final String label;
    private final Accumulation accumulation;

    Metric(String label, Accumulation accumulation) {
        this.label = label;
        this.accumulation = accumulation;
    }

    /** The name that commands and the page use, {@code "euclidean"} and so on. */
    public String label() {
        return label;
    }

    /**
     * The metric called {@code label}, in any case.
     *
     * @throws IllegalArgumentException naming the metrics there are
     */
    public static Metric parse(String label) {
        return Arrays.stream(values())
                .filter(metric -> metric.label.equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("metric must be one of %s but was %s".formatted(labels(), label)));
    }

    /** The names of all, {@code "euclidean, manhattan, …"}. */
    public static String labels() {
        return Arrays.stream(values()).map(Metric::label).collect(Collectors.joining(", "));
    }

    /**
     * This metric with every column counted {@code weights[i]} times.
     *
     * @param weights one a column, at least 0 and finite
     */
    public Distance weighted(float... weights) {
        return new Distance(this, weights);
    }

    /** What is summed over the columns. */
    public Accumulation accumulation() {
        return accumulation;
    }

    /** Turns the keys that rows were ranked by into the distances they stand for, in place. */
    void distances(float[] keys, boolean farthest) {
        float sign = accumulation.sign(farthest);
        for (int i = 0; i < keys.length; i++) {
            keys[i] = distance(sign * keys[i]);
        }
    }

    /** The distance that a sum stands for. */
    float distance(float sum) {
        return switch (this) {
            case EUCLIDEAN -> (float) Math.sqrt(sum);
            case SQUARED_EUCLIDEAN, MANHATTAN, CHEBYSHEV -> sum;
            case COSINE -> Math.min(sum / 2, 2f);
            case DOT -> -sum;
        };
    }
}
