package segue.lab;

import segue.lab.Contender.Promise;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Recall;
import segue.neighbors.Search;

/**
 * The answers of the scalar oracle to some queries, which are rows of the data; judges the answers of others by them.
 *
 * <p>Our exact back ends must give the same rows. Other programs compute in double and order ties as they like: each row
 * they give must be as near as the oracle's row of that place, within one part in 100,000, and none may come twice. The
 * distance that is told with a row must be that row's, whoever tells it.
 */
final class Truth {
    private static final double TOLERANCE = 1e-5;

    /** How many values the oracle may look at: about two seconds on two cores. */
    private static final double VALUES = 2.4e9;

    private final FloatMatrix data;
    private final Metric metric;
    private final int[] queries;
    private final NeighborTable withSelf;
    private final NeighborTable others;

    private Truth(FloatMatrix data, Metric metric, int[] queries, NeighborTable oneMore) {
        this.data = data;
        this.metric = metric;
        this.queries = queries;
        this.withSelf = Rows.head(oneMore, queries.length, oneMore.k() - 1);
        this.others = Rows.withoutSelves(oneMore, queries);
    }

    /**
     * Of the first of {@code queries}, as many as can be answered within a moment.
     *
     * @throws IllegalArgumentException if a distance is more than a float can hold
     */
    static Truth of(FloatMatrix data, int[] queries, LabOptions options) {
        int affordable = (int) Math.clamp(VALUES / data.values().length, 20, queries.length);
        int[] asked = Rows.cycled(queries, Math.min(affordable, queries.length));
        NeighborIndex oracle = NeighborIndex.of(data, options.metric(), Backend.SCALAR);
        Search search = Search.nearest(options.k() + 1).onThreads(options.threads());
        NeighborTable answers = oracle.search(data.selectRows(asked), search);
        for (float distance : answers.distances()) {
            if (!Float.isFinite(distance)) {
                throw new IllegalArgumentException(
                        "the values are so large that distances overflow: scale the columns first");
            }
        }
        return new Truth(data, options.metric(), asked, answers);
    }

    /** Queries whose answers are known. */
    int size() {
        return queries.length;
    }

    /** Of answers to the first queries, as many as there are. */
    Verdict ofQueries(NeighborTable found, Promise promise) {
        int judged = Math.min(found.queries(), size());
        return judge(found, Rows.upTo(judged), withSelf, promise);
    }

    /** Of a graph that has all rows. */
    Verdict ofGraph(NeighborTable graph, Promise promise) {
        return judge(graph, queries, others, promise);
    }

    /** Of answers for the first queries without their own rows. */
    Verdict ofSome(NeighborTable found, Promise promise) {
        int judged = Math.min(found.queries(), size());
        return judge(found, Rows.upTo(judged), others, promise);
    }

    /** @param places where in {@code found} the answers to the first queries stand */
    private Verdict judge(NeighborTable found, int[] places, NeighborTable truth, Promise promise) {
        int k = truth.k();
        if (found.k() != k) {
            return Verdict.wrong("%d neighbours where %d were asked for".formatted(found.k(), k));
        }
        NeighborTable answers =
                new NeighborTable(places.length, k, new int[places.length * k], new float[places.length * k]);
        boolean sameRows = true;
        for (int q = 0; q < places.length; q++) {
            System.arraycopy(found.rows(), places[q] * k, answers.rows(), q * k, k);
            System.arraycopy(found.distances(), places[q] * k, answers.distances(), q * k, k);
            for (int i = q * k; i < (q + 1) * k; i++) {
                String wrong = wrong(answers, truth, q, i, promise);
                if (wrong != null) {
                    return Verdict.wrong("row %d, neighbour %d: %s".formatted(queries[q], i - q * k + 1, wrong));
                }
                sameRows &= answers.rows()[i] == truth.rows()[i];
            }
        }
        String compared = "compared on %,d of %,d".formatted(places.length, found.queries());
        if (promise == Promise.APPROXIMATE) {
            NeighborTable exact = Rows.head(truth, places.length, k);
            return new Verdict(
                    Verdict.Kind.APPROXIMATE,
                    compared,
                    Recall.of(answers, exact).value());
        }
        return new Verdict(sameRows ? Verdict.Kind.SAME_ROWS : Verdict.Kind.SAME_DISTANCES, compared, 1);
    }

    /** What is wrong with the row at place {@code i}, or null. */
    private String wrong(NeighborTable answers, NeighborTable truth, int q, int i, Promise promise) {
        int row = answers.rows()[i];
        int expected = truth.rows()[i];
        if (row < 0 || row >= data.rows()) {
            return "row %d of %d".formatted(row, data.rows());
        }
        for (int earlier = q * answers.k(); earlier < i; earlier++) {
            if (answers.rows()[earlier] == row) {
                return "row %d a second time".formatted(row);
            }
        }
        if (promise == Promise.SAME_ROWS && row != expected) {
            return "row %d, the oracle has %d".formatted(row, expected);
        }
        double distance = PlainLoop.distance(data.row(queries[q]), data.row(row), metric);
        double allowed = TOLERANCE * (Math.abs(distance) + slack(q, row));
        if (Math.abs(answers.distances()[i] - distance) > allowed) {
            return "row %d at %s, but it lies at %s".formatted(row, answers.distances()[i], (float) distance);
        }
        if (promise == Promise.SAME_DISTANCES && Math.abs(truth.distances()[i] - distance) > allowed) {
            return "row %d at %s, the oracle has row %d at %s"
                    .formatted(row, (float) distance, expected, truth.distances()[i]);
        }
        return null;
    }

    /** Rounding does not shrink with the distance where that is a small difference of large terms. */
    private double slack(int q, int row) {
        return switch (metric) {
            case DOT -> length(queries[q]) * length(row);
            case COSINE -> 0.1;
            default -> 0;
        };
    }

    private double length(int row) {
        float[] vector = data.row(row);
        return Math.sqrt(-PlainLoop.distance(vector, vector, Metric.DOT));
    }
}
