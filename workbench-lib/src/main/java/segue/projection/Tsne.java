package segue.projection;

import java.util.Arrays;
import java.util.Locale;
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

    /** Rows from which the graph of neighbours may miss one in a hundred. */
    private static final int LEAST_APPROXIMATE = 20_000;

    private static final double FIRST_MOMENTUM = 0.5;
    private static final double MOMENTUM = 0.8;
    private static final int BETWEEN_LOSSES = 50;

    private Tsne() {}

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
     * @throws IllegalArgumentException if there are fewer rows than 3 times the perplexity and one, if all rows are equal, or
     *     given initial positions have another shape
     * @throws CancellationException if the thread is interrupted before there is any map
     */
    public static TsneMap map(FloatMatrix data, TsneOptions options, int every, TsneListener listener) {
        if (every < 1) {
            throw new IllegalArgumentException("looks must be at least 1 iteration apart but were " + every);
        }
        requireRows(data, options);
        Loops loops = Loops.best();
        try (Team team = new Team(options.threads())) {
            float[][] positions = options.initialisation().positions(data, options.dimensions(), options.seed());
            Drawn drawn = affinities(data, options, team);
            long start = System.nanoTime();
            Descent descent =
                    new Descent(drawn.affinities, positions, repulsion(data.rows(), options, loops, team), loops, team);
            drawn.affinities = null;
            descent.sort();
            int done = optimise(descent, data.rows(), options, every, listener);
            double divergence = descent.divergence();
            return new TsneMap(
                    data,
                    descent.coordinates(),
                    options,
                    divergence,
                    done,
                    new TsneMap.Seconds(drawn.neighborSeconds, drawn.affinitySeconds, secondsSince(start)));
        }
    }

    /** What draws the points, and how long it took to know. */
    private static final class Drawn {
        /** Let go once the points are sorted, as it is most of the memory of a large map. */
        private Affinities affinities;

        private double neighborSeconds;
        private double affinitySeconds;
    }

    private static Drawn affinities(FloatMatrix data, TsneOptions options, Team team) {
        Drawn drawn = new Drawn();
        long start = System.nanoTime();
        NeighborTable graph = neighbors(data, options);
        drawn.neighborSeconds = secondsSince(start);
        start = System.nanoTime();
        float[] conditional = Perplexity.affinities(graph, options.perplexity(), team);
        drawn.affinities = Affinities.symmetric(graph, conditional, team);
        drawn.affinitySeconds = secondsSince(start);
        return drawn;
    }

    private static int optimise(Descent descent, int rows, TsneOptions options, int every, TsneListener listener) {
        try (Progress progress = Progress.begin("t-SNE", options.iterations())) {
            for (int done = 0; done < options.iterations(); ) {
                if (Thread.currentThread().isInterrupted()) {
                    progress.say("interrupted");
                    return done;
                }
                boolean exaggerated = done < options.exaggeratedIterations();
                if (done == options.exaggeratedIterations()) {
                    descent.sort();
                }
                double exaggeration = exaggerated ? options.exaggeration() : 1;
                descent.step(
                        exaggeration,
                        options.learningRate().orElse(rows / exaggeration),
                        exaggerated ? FIRST_MOMENTUM : MOMENTUM);
                done++;
                boolean look = done % every == 0;
                if (look || done % BETWEEN_LOSSES == 0) {
                    double divergence = descent.divergence();
                    if (look) {
                        listener.moved(done, descent.coordinates(), divergence);
                    }
                    progress.step(String.format(Locale.ROOT, "KL %.3f", divergence));
                } else {
                    progress.step();
                }
            }
            return options.iterations();
        }
    }

    private static Repulsion repulsion(int rows, TsneOptions options, Loops loops, Team team) {
        if (rows <= (loops instanceof PlainLoops ? MOST_EXACT_PLAIN : MOST_EXACT)) {
            return new ExactRepulsion(loops, team);
        }
        return options.dimensions() == 3
                ? new TreeRepulsion(options.theta(), loops, team)
                : new LatticeRepulsion(rows, loops, team);
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

    private static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
