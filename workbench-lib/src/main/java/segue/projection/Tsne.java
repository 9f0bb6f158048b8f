package segue.projection;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import segue.matrix.FloatMatrix;
import segue.neighbors.ApproximateGraph;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Search;
import segue.progress.Progress;

/**
 * t-SNE: a map on which rows that are near each other in the data are near each other; what is far apart on it says little.
 *
 * <pre>{@code
 * TsneMap map = Tsne.map(songs, TsneOptions.defaults());
 * map.coordinates();                                           // (songs, 2)
 * map.klDivergence();                                          // what the map leaves out, in nats: less is better
 * Tsne.map(songs, options, 25, (iteration, points, kl) -> draw(points));      // while it is made
 * }</pre>
 *
 * <p>L. van der Maaten and G. Hinton, Visualizing data using t-SNE, 2008; L. van der Maaten, Accelerating t-SNE using
 * tree-based algorithms, 2014 (a point's affinities are with its nearest neighbours); D. Kobak and P. Berens, The art of
 * using t-SNE for single-cell transcriptomics, 2019 (the start and the learning rate).
 */
public final class Tsne {
    /** Rows up to which every two points push each other apart: measured, it is as quick as a lattice, by vectors. */
    private static final int MOST_EXACT = 4_000;

    /** The same in plain Java. */
    private static final int MOST_EXACT_PLAIN = 1_500;

    /** For fewer, calling another thread takes longer than their work. */
    private static final int ROWS_A_THREAD = 500;

    /** Rows from which the graph of neighbours may miss one in a hundred. */
    private static final int LEAST_APPROXIMATE = 20_000;

    /** Measured: most of what a map takes, while affinities are made. */
    private static final long BYTES_A_NEIGHBOR = 60;

    /** How far a group of points in space must be, in its own sizes' inverse, to push as one. */
    private static final double THETA = 0.5;

    private Tsne() {}

    /** A map of the rows of {@code data} by {@link TsneOptions#defaults()}. */
    public static TsneMap map(FloatMatrix data) {
        return map(data, TsneOptions.defaults());
    }

    /** A map of the rows of {@code data}. */
    public static TsneMap map(FloatMatrix data, TsneOptions options) {
        return map(data, options, Integer.MAX_VALUE, (iteration, coordinates, klDivergence) -> {});
    }

    /**
     * A map of the rows of {@code data}; {@code listener} sees it every so many iterations.
     *
     * <p>An interrupt ends it early: the map so far is returned, {@link TsneMap#finished()} is false, and the thread stays
     * marked as interrupted.
     *
     * @param every iterations from one look to the next, at least 1
     * @throws IllegalArgumentException if there are fewer rows than 3 times the perplexity and one, if all rows are equal,
     *     given initial positions have another shape, values are too large for a distance, or points fly apart at a
     *     learning rate that is too high
     * @throws CancellationException if the thread is interrupted before there is any map
     */
    public static TsneMap map(FloatMatrix data, TsneOptions options, int every, TsneListener listener) {
        if (every < 1) {
            throw new IllegalArgumentException("looks must be at least 1 iteration apart but were " + every);
        }
        requireRows(data, options);
        int busy = Math.min(options.threads(), Math.ceilDiv(data.rows(), ROWS_A_THREAD));
        try (Team team = new Team(busy)) {
            Laps laps = new Laps();
            Descent descent = start(data, options, team, laps);
            int done = new Optimisation(descent, options.schedule()).run(every, listener);
            double divergence = descent.divergence();
            TsneMap.Seconds seconds = new TsneMap.Seconds(laps.neighbors, laps.affinities, laps.next());
            return new TsneMap(data, descent.coordinates(), options, divergence, done, seconds);
        }
    }

    /** Seconds of one phase after the other. */
    private static final class Laps {
        private long lastNanos = System.nanoTime();
        private double neighbors;
        private double affinities;

        double next() {
            long before = lastNanos;
            lastNanos = System.nanoTime();
            return (lastNanos - before) / 1e9;
        }
    }

    /** The points before their first step. Of what they come from, most of the memory of a large map, nothing is kept. */
    private static Descent start(FloatMatrix data, TsneOptions options, Team team, Laps laps) {
        float[][] positions = options.initialisation().positions(data, options.dimensions(), options.seed());
        NeighborTable graph = neighbors(data, options);
        requireDistances(data, graph);
        laps.neighbors = laps.next();
        Affinities affinities = Affinities.of(graph, options.perplexity(), team);
        laps.affinities = laps.next();
        Loops loops = Loops.best();
        Repulsion repulsion = repulsion(data.rows(), options.dimensions(), loops, team);
        Descent descent = new Descent(affinities, positions, repulsion, loops, team);
        descent.sort();
        return descent;
    }

    private static Repulsion repulsion(int rows, int dimensions, Loops loops, Team team) {
        if (rows <= (loops instanceof PlainLoops ? MOST_EXACT_PLAIN : MOST_EXACT)) {
            return new ExactRepulsion(loops, team);
        }
        return dimensions == 3 ? new TreeRepulsion(THETA, loops, team) : new LatticeRepulsion(rows, loops, team);
    }

    private static NeighborTable neighbors(FloatMatrix data, TsneOptions options) {
        int k = options.neighbors();
        try (Progress progress = Progress.begin("looking for neighbours", data.rows())) {
            if (data.rows() >= LEAST_APPROXIMATE) {
                return ApproximateGraph.of(
                                data,
                                options.metric(),
                                ApproximateGraph.Options.defaults()
                                        .withK(k)
                                        .withSeed(options.seed())
                                        .onThreads(options.threads())
                                        .reporting((done, total) -> progress.stepTo(done)))
                        .graph();
            }
            return NeighborIndex.of(data, options.metric())
                    .graph(Search.nearest(k)
                            .withoutSelf()
                            .onThreads(options.threads())
                            .reporting((done, total) -> progress.stepTo(done)));
        }
    }

    /** Squares of values beyond 1e19 are infinite, and those below 1e-23 are 0: a distance of them tells nothing. */
    private static void requireDistances(FloatMatrix data, NeighborTable graph) {
        boolean apart = false;
        for (float distance : graph.distances()) {
            apart |= distance > 0;
            if (!Float.isFinite(distance)) {
                throw new IllegalArgumentException("values are so large that distances of rows are infinite: scale the"
                        + " columns, with Scaler.standard for instance");
            }
        }
        for (int e = 0; !apart && e < graph.rows().length; e++) {
            if (!Arrays.equals(data.row(e / graph.k()), data.row(graph.rows()[e]))) {
                throw new IllegalArgumentException("rows differ by so little that their distances are 0: scale the"
                        + " columns, with Scaler.standard for instance");
            }
        }
    }

    /** A point has up to twice as many affinities as neighbours, and one array holds them all. */
    private static void requireMemory(int rows, TsneOptions options) {
        long inArray = (Integer.MAX_VALUE / rows - Affinities.PADDED) / 2;
        long heap = Runtime.getRuntime().maxMemory();
        long most = Math.min(inArray, heap / BYTES_A_NEIGHBOR / rows);
        if (options.neighbors() > most) {
            long needed = BYTES_A_NEIGHBOR * rows * options.neighbors();
            throw new IllegalArgumentException(
                    "a map of %,d rows at perplexity %s needs more memory than there is: choose %sfewer rows%s"
                            .formatted(
                                    rows,
                                    options.perplexity(),
                                    most >= 6 ? "a perplexity of at most %,d, or ".formatted(most / 3) : "",
                                    options.neighbors() > inArray ? "" : ", or " + moreHeap(heap, needed)));
        }
    }

    private static String moreHeap(long heap, long needed) {
        return "give Java more than its heap of %,d MB: -Xmx%dg, for ./segue by setting SEGUE_HEAP=%2$dg"
                .formatted(heap >> 20, Math.ceilDiv(needed + needed / 8, 1L << 30));
    }

    private static void requireRows(FloatMatrix data, TsneOptions options) {
        int rows = data.rows();
        if (rows <= options.neighbors()) {
            int most = (rows - 1) / 3;
            throw new IllegalArgumentException("perplexity %s needs more than %d rows but there are %d: %s"
                    .formatted(
                            options.perplexity(),
                            options.neighbors(),
                            rows,
                            most >= 2 ? "choose a perplexity of at most " + most : "too few for any map"));
        }
        requireMemory(rows, options);
        float[] first = data.columns() == 0 ? new float[0] : data.row(0);
        boolean equal = true;
        for (int row = 1; row < rows && equal; row++) {
            int from = data.offset(row);
            equal = Arrays.equals(data.values(), from, from + data.columns(), first, 0, data.columns());
        }
        if (equal) {
            throw new IllegalArgumentException("all %,d rows are equal: there is nothing to map".formatted(rows));
        }
    }
}
