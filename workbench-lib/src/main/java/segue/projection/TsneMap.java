package segue.projection;

import segue.matrix.FloatMatrix;

/** A t-SNE map. */
public final class TsneMap {
    /** Wall time by phase. */
    public record Seconds(double neighbors, double affinities, double optimisation) {
        public double total() {
            return neighbors + affinities + optimisation;
        }
    }

    private final FloatMatrix data;
    private final FloatMatrix coordinates;
    private final TsneOptions options;
    private final double klDivergence;
    private final int iterations;
    private final Seconds seconds;

    TsneMap(
            FloatMatrix data,
            FloatMatrix coordinates,
            TsneOptions options,
            double klDivergence,
            int iterations,
            Seconds seconds) {
        this.data = data;
        this.coordinates = coordinates;
        this.options = options;
        this.klDivergence = klDivergence;
        this.iterations = iterations;
        this.seconds = seconds;
    }

    /** The rows that it is a map of. */
    public FloatMatrix data() {
        return data;
    }

    /** Where each row stands, shape {@code (rows, dimensions)}, around the middle. */
    public FloatMatrix coordinates() {
        return coordinates;
    }

    public TsneOptions options() {
        return options;
    }

    /** What the map leaves out: the Kullback-Leibler divergence, in nats, at least 0. */
    public double klDivergence() {
        return klDivergence;
    }

    /** That were done. */
    public int iterations() {
        return iterations;
    }

    /** Whether all iterations were done; an interrupt ends them early. */
    public boolean finished() {
        return iterations == options.iterations();
    }

    public Seconds seconds() {
        return seconds;
    }
}
