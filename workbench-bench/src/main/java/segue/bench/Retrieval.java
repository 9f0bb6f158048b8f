package segue.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Search;

/** How well every recording finds those with its label among all others, one value a recording that has any to find. */
final class Retrieval {
    private static final int DRAWS = 2_000;
    private static final long SEED = 42;

    private final NeighborTable ranked;
    private final List<String> labels;

    Retrieval(FloatMatrix points, Metric metric, List<String> labels) {
        this.labels = labels;
        this.ranked = NeighborIndex.of(points, metric, Backend.SCALAR)
                .graph(Search.nearest(points.rows() - 1).withoutSelf());
    }

    /** The share of the first {@code k} that have the label. */
    double[] precisionAt(int k) {
        return queries()
                .mapToDouble(query ->
                        IntStream.range(0, k).filter(rank -> right(query, rank)).count() / (double) k)
                .toArray();
    }

    /** The mean, over the recordings that have the label, of the precision down to their rank. */
    double[] averagePrecision() {
        return queries()
                .mapToDouble(query -> {
                    int found = 0;
                    double sum = 0;
                    for (int rank = 0; rank < ranked.k(); rank++) {
                        if (right(query, rank)) {
                            sum += (double) ++found / (rank + 1);
                        }
                    }
                    return sum / found;
                })
                .toArray();
    }

    private IntStream queries() {
        return IntStream.range(0, labels.size())
                .filter(query -> labels.indexOf(labels.get(query)) != labels.lastIndexOf(labels.get(query)));
    }

    private boolean right(int query, int rank) {
        return labels.get(query).equals(labels.get(ranked.rows()[query * ranked.k() + rank]));
    }

    /** {@code "0.564 (0.543–0.584)"}: the mean, and 95 of 100 means over recordings drawn again (bootstrap). */
    static String withInterval(double... values) {
        double[] range = range(values);
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", mean(values), range[0], range[1]);
    }

    /** {@code "+0.047 (+0.035 to +0.060)"}: the gain, recording by recording. */
    static String gain(double[] values, double... others) {
        double[] differences = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] - others[i])
                .toArray();
        double[] range = range(differences);
        return String.format(Locale.ROOT, "%+.3f (%+.3f to %+.3f)", mean(differences), range[0], range[1]);
    }

    private static double[] range(double... values) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[DRAWS];
        Arrays.setAll(means, draw -> {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            return sum / values.length;
        });
        Arrays.sort(means);
        return new double[] {means[DRAWS / 40], means[DRAWS - 1 - DRAWS / 40]};
    }

    private static double mean(double... values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
