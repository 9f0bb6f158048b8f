package segue.neighbors.hubness;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import segue.matrix.FloatMatrix;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;

/**
 * Ways to find rows more evenly. Each gives an index whose answers are in a new order, by a secondary distance; whether
 * that helps a space is for {@link HubnessDoctor} to say.
 */
public enum HubnessReduction {
    /** The plain distance. */
    NONE("none"),
    /**
     * Two rows are near where each is near for the other: the secondary distance of x and y is the share of the other rows
     * that are not farther than d(x, y) from both, {@code |{j: d(x,j) <= d(x,y) or d(y,j) <= d(x,y)}| / (n - 2)}, 0 to 1
     * (empirical mutual proximity, as 1 - MP; Schnitzer, Flexer, Schedl and Widmer, Journal of Machine Learning Research
     * 13, 2012).
     *
     * <p>The rows within d of a row are counted in its list of {@linkplain ReductionOptions#candidates candidates}: the
     * definition itself wherever both x and y are in the other's list. Where one's list of length C ends nearer, at r, its
     * rows within d are put at {@code C (d/r)^m}, m being the intrinsic dimension that its list shows (maximum likelihood,
     * Levina and Bickel 2004). Such a pair is not mutual, and comes behind those that are. With {@code n - 1} candidates
     * nothing is estimated.
     */
    MUTUAL_PROXIMITY("mutual proximity"),
    /**
     * Mutual proximity again, but the distances from a row to all others are taken as normal, with the mean m and deviation s of
     * those to a few {@linkplain ReductionOptions#references reference} rows: {@code 1 - (1 - Φ((d - m_x)/s_x)) (1 - Φ((d - m_y)/s_y))},
     * 0 to 1 (Schnitzer and others 2012, MP by independent normal distributions, from a sample). It knows no neighbourhoods, only
     * how far a row is from the whole, so it takes less from dense regions than counting does; two floats a row are kept and no
     * lists.
     */
    GAUSSIAN_PROXIMITY("gaussian proximity"),
    /**
     * A distance counts in units of what is far where its rows lie: {@code d(x,y) / sqrt(s(x) s(y))}, s being the distance
     * to the {@linkplain ReductionOptions#scaleNeighbor 10th} neighbour. 1 is as far as that neighbour; ranks like the
     * affinity {@code exp(-d^2 / (s(x) s(y)))} (Zelnik-Manor and Perona, Self-Tuning Spectral Clustering, NIPS 2004).
     */
    LOCAL_SCALING("local scaling"),
    /**
     * The mean of all vectors becomes the origin, since rows near the mean are near to everything by angle and dot product
     * (Suzuki and others, Centering Similarity Measures to Reduce Hubs, EMNLP 2013). Under cosine it is the mean of the unit
     * vectors. Changes nothing by the other metrics, to which the origin is nothing.
     */
    CENTRING("centring");

    private final String label;

    HubnessReduction(String label) {
        this.label = label;
    }

    /** The name for people, {@code "mutual proximity"} and so on. */
    public String label() {
        return label;
    }

    /**
     * The reduction called {@code label}, in any case, words parted by spaces, hyphens or underscores.
     *
     * @throws IllegalArgumentException naming the reductions there are
     */
    public static HubnessReduction parse(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]+", " ");
        return Arrays.stream(values())
                .filter(reduction -> reduction.label.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("hubness reduction must be one of %s but was %s"
                        .formatted(
                                Arrays.stream(values())
                                        .map(HubnessReduction::label)
                                        .collect(Collectors.joining(", ")),
                                label)));
    }

    /** Why this cannot be used by a metric, or would change nothing: one sentence; empty where it is of use. */
    public Optional<String> uselessBy(Metric metric) {
        return switch (this) {
            case NONE -> Optional.empty();
            case CENTRING ->
                metric == Metric.COSINE || metric == Metric.DOT
                        ? Optional.empty()
                        : Optional.of("Centring changes nothing by %s distance, which does not depend on the origin."
                                .formatted(metric.label()));
            case MUTUAL_PROXIMITY, GAUSSIAN_PROXIMITY, LOCAL_SCALING ->
                metric == Metric.DOT
                        ? Optional.of(
                                "The dot product is no distance, so %s is not defined by it: use centring, or cosine."
                                        .formatted(label))
                        : Optional.empty();
        };
    }

    /** An index with the {@linkplain ReductionOptions#defaults default options}. */
    public NeighborIndex index(FloatMatrix data, Metric metric) {
        return index(data, new Distance(metric), ReductionOptions.defaults());
    }

    /**
     * An index by the secondary distance: nearest rows only, filters and batches as in every index. Re-ranked among the
     * candidates (as many as are asked for, where those are more), ties by the plain distance, then by ascending row.
     *
     * <p>Mutual proximity and local scaling find and keep the candidates of every row, {@code 8 * candidates} bytes a row;
     * then a row of the index is answered without a search, any other query by one search. Gaussian proximity finds the
     * distances of every row to the references once and keeps 8 bytes a row; each query costs a search for the candidates.
     * Centring costs what a plain index costs.
     *
     * @throws UnsupportedOperationException with the reason, if it is not defined by this metric
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public NeighborIndex index(FloatMatrix data, Distance distance, ReductionOptions options) {
        Optional<String> useless = uselessBy(distance.metric());
        if (useless.isPresent() && this != CENTRING) {
            throw new UnsupportedOperationException(useless.get());
        }
        if (this == CENTRING && useless.isEmpty()) {
            return new CentredIndex(data, distance, options.backend());
        }
        NeighborIndex plain = NeighborIndex.of(data, distance, options.backend());
        return switch (this) {
            case NONE, CENTRING -> plain;
            case MUTUAL_PROXIMITY, LOCAL_SCALING -> ReducedIndex.ofLists(plain, this, options);
            case GAUSSIAN_PROXIMITY ->
                ReducedIndex.of(plain, this, new GaussianProximity(data, distance, options), options);
        };
    }
}
