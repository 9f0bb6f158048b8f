package segue.recommend.variety;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.Neighbors;
import segue.neighbors.Search;

/**
 * Between the most similar songs and the most varied ones, by maximal marginal relevance: songs are chosen one after the other,
 * each the one with the least
 *
 * <pre>{@code
 * (1 - novelty) ((1 - lambda) place(x) - lambda min d(x, chosen)) + novelty popularity(x)
 * }</pre>
 *
 * <p>of the pool. The place is that in the pool, from 0 for the most similar song to 1 for the last; distances from the chosen
 * songs run from 0 to 1 over the distances from the first choice; popularity is the song's rank in the pool (0 the least
 * popular; a song of unknown popularity stands in the middle). At lambda 0 the order is that of similarity exactly. At lambda 1
 * the most similar song comes first, since nothing was chosen before it, and each next one is the farthest from those before.
 * Ties go to the more similar song.
 *
 * <p>With places the dial turns evenly. With distances from the query in their stead nearly nothing changed up to 0.5: of ten
 * songs each for a hundred real ones 73 % were still those of lambda 0, and of places 39 %.
 *
 * <p>J. Carbonell, J. Goldstein, The use of MMR, diversity-based reranking for reordering documents and producing summaries,
 * SIGIR 1998; here with distances instead of similarities.
 */
public final class VarietyDial {
    private final Catalog catalog;
    private final FloatMatrix points;
    private final NeighborIndex index;

    private VarietyDial(Catalog catalog, FloatMatrix points, NeighborIndex index) {
        this.catalog = catalog;
        this.points = points;
        this.index = index;
    }

    /**
     * Over the {@linkplain Catalog#points() points} of a catalogue and their euclidean distance.
     *
     * @throws IllegalArgumentException if the catalogue is empty
     */
    public static VarietyDial of(Catalog catalog) {
        FloatMatrix points = catalog.points();
        return new VarietyDial(catalog, points, NeighborIndex.of(points, Metric.EUCLIDEAN));
    }

    /**
     * Songs for a song of the catalogue, without itself.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Neighbors like(int row, VarietyOptions options) {
        Neighbors pool = index.searchRow(row, Search.nearest(options.pool()).withoutSelf());
        return choose(points, pool, this::popularity, options);
    }

    private OptionalInt popularity(int row) {
        return catalog.track(row).popularity();
    }

    /**
     * Chooses among candidates that stand by similarity: the songs that rules have left, for instance.
     *
     * @param points of all rows, shape {@code (rows, columns)}, in which variety is measured by euclidean distance
     * @param candidates most similar first, by any metric; those beyond the pool are passed
     * @param popularity of a row; read only where novelty counts
     * @return the chosen, in the order of choice, each with the distance it came with
     */
    public static Neighbors choose(
            FloatMatrix points, Neighbors candidates, IntFunction<OptionalInt> popularity, VarietyOptions options) {
        int size = Math.min(options.pool(), candidates.size());
        int wanted = Math.min(options.n(), size);
        double[] cost = costs(candidates, size, popularity, options);
        double weight = (1 - options.novelty()) * options.lambda();
        double[] apart = new double[size];
        Arrays.fill(apart, Double.POSITIVE_INFINITY);
        boolean[] taken = new boolean[size];
        int[] chosen = new int[wanted];
        double unit = 0;
        for (int i = 0; i < wanted; i++) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < size; c++) {
                double value = i == 0 || weight == 0 || unit == 0 ? cost[c] : cost[c] - weight * apart[c] / unit;
                if (!taken[c] && (best < 0 || value < least)) {
                    best = c;
                    least = value;
                }
            }
            taken[best] = true;
            chosen[i] = best;
            if (weight > 0) {
                bringNearer(points, candidates.rows(), best, apart);
                unit = i == 0 ? Arrays.stream(apart).max().orElse(0) : unit;
            }
        }
        return at(candidates, chosen);
    }

    /** What counts of a candidate whatever was chosen before it. */
    private static double[] costs(
            Neighbors candidates, int size, IntFunction<OptionalInt> popularity, VarietyOptions options) {
        double[] cost = new double[size];
        if (size == 0) {
            return cost;
        }
        double similarity = (1 - options.novelty()) * (1 - options.lambda());
        double[] ranks = options.novelty() > 0 ? Popularity.ranks(candidates.rows(), size, popularity) : cost;
        for (int c = 0; c < size; c++) {
            double place = size > 1 ? c / (size - 1.0) : 0;
            cost[c] = similarity * place + options.novelty() * ranks[c];
        }
        return cost;
    }

    private static void bringNearer(FloatMatrix points, int[] rows, int chosen, double... apart) {
        float[] values = points.values();
        int from = points.offset(rows[chosen]);
        for (int c = 0; c < apart.length; c++) {
            int other = points.offset(rows[c]);
            double squares = 0;
            for (int i = 0; i < points.columns(); i++) {
                double difference = (double) values[from + i] - values[other + i];
                squares += difference * difference;
            }
            apart[c] = Math.min(apart[c], Math.sqrt(squares));
        }
    }

    private static Neighbors at(Neighbors of, int... places) {
        int[] rows = new int[places.length];
        float[] distances = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            rows[i] = of.rows()[places[i]];
            distances[i] = of.distances()[places[i]];
        }
        return new Neighbors(rows, distances);
    }
}
