package segue.recommend;

import java.util.BitSet;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;

/**
 * Leaves out songs that there should be less of, and what is nearer to one of these than to every song asked for: the part of
 * the space that is theirs in the Voronoi diagram of both. Costs one distance for each of both a song that is met; it is told in
 * doubles, so that every back end leaves out the same.
 */
final class LessLike implements IntPredicate {
    private final SongSpace space;
    private final Metric metric;
    private final float[] weights;
    private final Collection<Integer> seeds;
    private final Set<Integer> less;
    private final BitSet recordings = new BitSet();
    private final SameRecordings same;

    LessLike(SongSpace space, SameRecordings same, Request request) {
        this.space = space;
        this.same = same;
        this.metric = request.metric();
        this.weights = space.columnWeights();
        this.seeds = request.seeds();
        this.less = request.less();
        less.forEach(row -> recordings.set(same.firstOf(row)));
    }

    @Override
    public boolean test(int row) {
        if (less.isEmpty()) {
            return false;
        }
        return isUnwanted(row) || distance(row, nearest(less, row)) < distance(row, nearest(seeds, row));
    }

    /** Whether it is a song that there should be less of, or another copy of one. */
    boolean isUnwanted(int row) {
        return recordings.get(same.firstOf(row));
    }

    /** {@code "0.312 from Queen – Bohemian Rhapsody (1975), which there should be less of, and 0.518 from the start"}. */
    String because(int row, Catalog catalog) {
        int unwanted = nearest(less, row);
        return isUnwanted(row)
                ? "there should be less of it"
                : String.format(
                        Locale.ROOT,
                        "only %.3f from %s, which there should be less of, and %.3f from %s",
                        distance(row, unwanted),
                        catalog.track(unwanted),
                        distance(row, nearest(seeds, row)),
                        seeds.size() == 1 ? "the start" : "the nearest start");
    }

    private int nearest(Collection<Integer> rows, int row) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int other : rows) {
            double distance = distance(row, other);
            if (nearest < 0 || distance < least || distance == least && other < nearest) {
                nearest = other;
                least = distance;
            }
        }
        return nearest;
    }

    /** As {@link segue.neighbors.Distance} defines it. */
    private double distance(int a, int b) {
        FloatMatrix points = space.points();
        float[] values = points.values();
        int from = points.offset(a);
        int to = points.offset(b);
        double sum = 0;
        double ofA = 0;
        double ofB = 0;
        for (int column = 0; column < points.columns(); column++) {
            double x = values[from + column];
            double y = values[to + column];
            double weight = weights[column];
            switch (metric) {
                case EUCLIDEAN, SQUARED_EUCLIDEAN -> sum += weight * (x - y) * (x - y);
                case MANHATTAN -> sum += weight * Math.abs(x - y);
                case CHEBYSHEV -> sum = Math.max(sum, weight * Math.abs(x - y));
                case DOT, COSINE -> sum += weight * x * y;
            }
            ofA += weight * x * x;
            ofB += weight * y * y;
        }
        return switch (metric) {
            case EUCLIDEAN -> Math.sqrt(sum);
            case DOT -> -sum;
            case COSINE -> ofA > 0 && ofB > 0 ? 1 - sum / Math.sqrt(ofA * ofB) : 1;
            case SQUARED_EUCLIDEAN, MANHATTAN, CHEBYSHEV -> sum;
        };
    }
}
