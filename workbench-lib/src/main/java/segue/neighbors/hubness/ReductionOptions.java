package segue.neighbors.hubness;

import segue.neighbors.Backend;
import segue.neighbors.ProgressListener;
import segue.neighbors.Search;

/**
 * How a reduced index is built.
 *
 * @param candidates rows that are found by the plain distance and then put in a new order, at least 1; 50 to 500 are
 *     usual. More reach further beyond the hubs, cost more time and memory, and make mutual proximity more exact
 * @param scaleNeighbor which neighbour's distance is the scale of a row, for local scaling, at least 1; 5 to 20 are usual
 * @param references rows whose distances stand for those of all, for gaussian proximity, at least 2; 200 to 1,000 are usual
 * @param seed that draws the references
 * @param backend that finds the candidates
 * @param threads that build it, 1 to 1,024
 * @param progress is told how many rows' candidates, or distances to the references, have been found
 */
public record ReductionOptions(
        int candidates,
        int scaleNeighbor,
        int references,
        long seed,
        Backend backend,
        int threads,
        ProgressListener progress) {
    /** @throws IllegalArgumentException if a number is out of its range */
    public ReductionOptions {
        if (candidates < 1) {
            throw new IllegalArgumentException("candidates must be at least 1 but was " + candidates);
        }
        if (scaleNeighbor < 1) {
            throw new IllegalArgumentException("the scale neighbour must be at least 1 but was " + scaleNeighbor);
        }
        if (references < 2) {
            throw new IllegalArgumentException("references must be at least 2 but was " + references);
        }
        if (threads < 1 || threads > Search.MAX_THREADS) {
            throw new IllegalArgumentException(
                    "threads must be in [1, %d] but was %d".formatted(Search.MAX_THREADS, threads));
        }
    }

    /** 100 candidates, scales by the 10th neighbour, 500 references drawn by seed 42, on {@code auto} and every core. */
    public static ReductionOptions defaults() {
        Search search = Search.nearest(0);
        return new ReductionOptions(100, 10, 500, 42, Backend.AUTO, search.threads(), ProgressListener.NONE);
    }

    public ReductionOptions withCandidates(int candidates) {
        return new ReductionOptions(candidates, scaleNeighbor, references, seed, backend, threads, progress);
    }

    public ReductionOptions withScaleNeighbor(int scaleNeighbor) {
        return new ReductionOptions(candidates, scaleNeighbor, references, seed, backend, threads, progress);
    }

    public ReductionOptions withReferences(int references, long seed) {
        return new ReductionOptions(candidates, scaleNeighbor, references, seed, backend, threads, progress);
    }

    public ReductionOptions on(Backend backend) {
        return new ReductionOptions(candidates, scaleNeighbor, references, seed, backend, threads, progress);
    }

    public ReductionOptions onThreads(int threads) {
        return new ReductionOptions(candidates, scaleNeighbor, references, seed, backend, threads, progress);
    }

    public ReductionOptions reporting(ProgressListener progress) {
        return new ReductionOptions(candidates, scaleNeighbor, references, seed, backend, threads, progress);
    }
}
