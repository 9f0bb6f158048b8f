package segue.dtw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.ParallelBlocks;
import segue.neighbors.ProgressListener;

/**
 * The nearest of many sequences to one, exactly. Candidates are taken in the order of a lower bound of their distance
 * ({@link Envelope}), left out where it is larger than the k-th best distance so far, and given up on the way through the
 * table as soon as no path can stay below that. Safe for use by several threads at once.
 *
 * <p>The bound with the sequences' places changed is left out: an envelope of every candidate would treble the memory, and it
 * spared few of the tables that were not given up early anyway.
 */
public final class DtwSearch {
    private static final int BOUNDS_A_BLOCK = 32;

    private final List<Candidate> candidates;
    private final int dims;
    private final DtwOptions options;
    private final WarpKernel kernel;
    private final int threads;
    private final ProgressListener progress;

    private DtwSearch(
            List<Candidate> candidates,
            int dims,
            DtwOptions options,
            WarpKernel kernel,
            int threads,
            ProgressListener progress) {
        this.candidates = candidates;
        this.dims = dims;
        this.options = options;
        this.kernel = kernel;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Takes in the candidates; it keeps a copy of each.
     *
     * @param candidates sequences of shape {@code (frames, values)}; frames may differ in number, values not
     * @param options by which distances are measured; a subsequence is the query, within the candidates
     * @throws IllegalArgumentException if a candidate is empty or has frames of another number of values
     */
    public static DtwSearch of(List<FloatMatrix> candidates, DtwOptions options) {
        return of(candidates, options, Dtw.fastestKernel());
    }

    static DtwSearch of(List<FloatMatrix> sequences, DtwOptions options, WarpKernel kernel) {
        List<Candidate> candidates = new ArrayList<>();
        for (FloatMatrix frames : sequences) {
            String name = "candidate " + candidates.size();
            Dtw.requireSequence(name, frames);
            if (frames.columns() != sequences.getFirst().columns()) {
                throw new IllegalArgumentException("%s has frames of %d values but candidate 0 of %d"
                        .formatted(name, frames.columns(), sequences.getFirst().columns()));
            }
            candidates.add(new Candidate(candidates.size(), options.cost().prepare(frames), options, kernel));
        }
        int dims = sequences.isEmpty() ? 0 : sequences.getFirst().columns();
        return new DtwSearch(List.copyOf(candidates), dims, options, kernel, 1, ProgressListener.NONE);
    }

    /**
     * The same search on several threads; its matches are the same.
     *
     * @param threads at least 1, which is the default
     */
    public DtwSearch onThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1 but was " + threads);
        }
        return new DtwSearch(candidates, dims, options, kernel, threads, progress);
    }

    /** The same search, telling how many candidates are dealt with. */
    public DtwSearch reporting(ProgressListener progress) {
        return new DtwSearch(candidates, dims, options, kernel, threads, progress);
    }

    public int candidates() {
        return candidates.size();
    }

    /**
     * The {@code k} nearest candidates, or all where there are fewer.
     *
     * @param query shape {@code (frames, values)}
     * @param k at least 0
     * @throws IllegalArgumentException if the query is empty, does not fit the candidates, or k is negative
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public DtwMatches nearest(FloatMatrix query, int k) {
        Dtw.requireSequence("the query", query);
        if (k < 0) {
            throw new IllegalArgumentException("k must be at least 0 but was " + k);
        }
        if (!candidates.isEmpty() && query.columns() != dims) {
            throw new IllegalArgumentException(
                    "the query has frames of %d values but the candidates have %d".formatted(query.columns(), dims));
        }
        if (k == 0 || candidates.isEmpty()) {
            return new DtwMatches(new int[0], new double[0], new DtwMatches.Effort(candidates.size(), 0, 0, 0));
        }
        SearchQuery sought = new SearchQuery(options.cost().prepare(query), options, kernel, k);
        double[] bounds = new double[candidates.size()];
        ParallelBlocks.run(bounds.length, "candidates", BOUNDS_A_BLOCK, threads, ProgressListener.NONE, (from, to) -> {
            for (int c = from; c < to; c++) {
                bounds[c] = sought.bound(candidates.get(c));
            }
        });
        List<Candidate> order = IntStream.range(0, bounds.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> bounds[c]).thenComparingInt(c -> c))
                .map(candidates::get)
                .toList();
        ParallelBlocks.run(
                bounds.length, "candidates", 1, threads, progress, (from, to) -> sought.measure(order.get(from)));
        return sought.matches(bounds.length);
    }
}
