package segue.projection;

import java.util.Arrays;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Search;

/**
 * Puts further rows on a map that stands. Each looks for the place where its affinities with its nearest rows of the map, of
 * the map's own perplexity, diverge least, pushed by all points of the map; those do not move, and neither do new rows push each
 * other, so that a row has its place whatever comes with it.
 *
 * <p>The idea is of P. G. Poličar, M. Stražar and B. Zupan, Embedding to reference t-SNE space addresses batch effects in
 * single-cell classification, 2021.
 */
final class Placement {
    /** Neighbours at whose places a new row tries to start. */
    private static final int STARTS = 20;

    private static final int STEPS = 100;
    private static final float LONGEST_STEP = 1;
    private static final float SETTLED = 1e-3f;
    private static final int BLOCK = 16;

    /** Points up to which each pushes by itself. */
    private static final int MOST_EXACT = 4_000;

    /** How far outside of the map a row may be placed. */
    private static final float MARGIN = 10;

    private final float[][] points;
    private final NeighborIndex index;
    private final TsneOptions options;
    private final Loops loops = Loops.best();
    private final Sources sources;
    private final LatticeRepulsion.Field field;

    private Placement(FloatMatrix data, FloatMatrix coordinates, TsneOptions options) {
        this.options = options;
        this.points = IntStream.range(0, coordinates.columns())
                .mapToObj(coordinates::column)
                .toArray(float[][]::new);
        this.index = NeighborIndex.of(data, options.metric());
        if (points.length == 3 || coordinates.rows() <= MOST_EXACT) {
            this.sources = Sources.of(points);
            this.field = null;
        } else {
            this.sources = null;
            try (Team team = new Team(Search.nearest(1).threads())) {
                this.field = new LatticeRepulsion(coordinates.rows(), loops, team).field(points, MARGIN);
            }
        }
    }

    /** Ready to place rows on this map of {@code data}. */
    static Placement onto(FloatMatrix data, FloatMatrix coordinates, TsneOptions options) {
        Placement placement = new Placement(data, coordinates, options);
        // The first rows take a hundred times as long as later ones, as code is loaded and compiled: better these.
        int some = Math.min(data.rows(), BLOCK);
        placement.place(data.selectRows(IntStream.range(0, some).toArray()), 1);
        return placement;
    }

    FloatMatrix place(FloatMatrix rows, int threads) {
        int dimensions = points.length;
        float[] values = new float[rows.rows() * dimensions];
        if (rows.rows() > 0) {
            // Starting threads takes longer than placing a few rows.
            int busy = Math.min(threads, Math.ceilDiv(rows.rows(), BLOCK));
            NeighborTable graph =
                    index.search(rows, Search.nearest(options.neighbors()).onThreads(busy));
            requireDistances(graph);
            try (Team team = new Team(busy)) {
                float[] affinities = Perplexity.affinities(graph, options.perplexity(), team);
                team.blocks(rows.rows(), BLOCK, (block, from, to, member) -> {
                    One one = new One(graph.k());
                    for (int row = from; row < to; row++) {
                        one.settle(graph.rows(), affinities, row);
                        for (int d = 0; d < dimensions; d++) {
                            values[row * dimensions + d] = one.position[d][0];
                        }
                    }
                });
            }
        }
        return FloatMatrix.wrap(rows.rows(), dimensions, values);
    }

    private static void requireDistances(NeighborTable graph) {
        for (int row = 0; row < graph.queries(); row++) {
            if (!Float.isFinite(graph.distances()[(row + 1) * graph.k() - 1])) {
                throw new IllegalArgumentException(
                        "row " + row + " is infinitely far from the map: bring it to the scale"
                                + " of the rows that the map was made of");
            }
        }
    }

    /** One new row on its way. */
    private final class One {
        private final int k;
        private final float[][] position = new float[points.length][1];
        private final float[][] push = new float[points.length][1];
        private final int[] number = new int[1];
        private final float[][] near;
        private final float[] weights;
        private final float[] pull = new float[points.length];
        private final float[] step = new float[points.length];

        One(int k) {
            this.k = k;
            this.near = new float[points.length][k];
            this.weights = new float[k];
        }

        void settle(int[] neighbors, float[] affinities, int row) {
            for (int e = 0; e < k; e++) {
                weights[e] = affinities[row * k + e];
                for (int d = 0; d < points.length; d++) {
                    near[d][e] = points[d][neighbors[row * k + e]];
                }
            }
            start();
            for (int i = 0; i < STEPS; i++) {
                if (step() < SETTLED) {
                    return;
                }
            }
        }

        /** At the neighbour that is held most: between two groups of them there is no place. */
        private void start() {
            float most = -1;
            int best = 0;
            for (int e = 0; e < Math.min(k, STARTS); e++) {
                at(e);
                float held = pull();
                if (held > most) {
                    most = held;
                    best = e;
                }
            }
            at(best);
        }

        private void at(int neighbor) {
            for (int d = 0; d < points.length; d++) {
                position[d][0] = near[d][neighbor];
            }
        }

        /** Sums {@code p q (y_j - y)}; returns that of {@code p q}. */
        private float pull() {
            Arrays.fill(pull, 0);
            float held = 0;
            for (int e = 0; e < k; e++) {
                float squares = 0;
                for (int d = 0; d < pull.length; d++) {
                    float gap = near[d][e] - position[d][0];
                    squares += gap * gap;
                }
                float weight = weights[e] / (1 + squares);
                held += weight;
                for (int d = 0; d < pull.length; d++) {
                    pull[d] += weight * (near[d][e] - position[d][0]);
                }
            }
            return held;
        }

        /** One step to where the neighbours would draw the row if their hold stayed as it is; returns its length. */
        private float step() {
            float held = pull();
            double sum = field == null
                    ? loops.repelBy(sources, position, 0, 1, push)
                    : loops.feel(field.lattice(), field.nodes(), position, number, 0, 1, push);
            float share = (float) (1 / Math.max(sum, Double.MIN_NORMAL));
            double squares = 0;
            for (int d = 0; d < step.length; d++) {
                step[d] = (pull[d] + share * push[d][0]) / held;
                squares += step[d] * step[d];
            }
            float length = (float) Math.sqrt(squares);
            float factor = Math.min(1, LONGEST_STEP / length);
            for (int d = 0; d < step.length; d++) {
                float moved = position[d][0] + factor * step[d];
                position[d][0] = field == null ? moved : field.lattice().within(d, moved);
            }
            return length;
        }
    }
}
