package segue.neighbors;

import segue.matrix.FloatMatrix;

/**
 * What a back end does: it offers rows to the best ones of each query, and need not offer a row that cannot enter. Vectors
 * come prepared (weights applied, unit length for cosine); the key of a row is what {@link #accumulation} says, times the
 * sign of the block. Safe for use by several threads at once.
 */
public interface SearchEngine {
    Backend backend();

    Accumulation accumulation();

    /**
     * Answers every query of {@code block}: query {@code q} into {@code best[q]}, and fills it: there are always as many rows
     * that the query may find.
     */
    void search(QueryBlock block, TopK[] best);

    /** How many of a batch of {@code queries} it is best given at a time, at least 1. */
    int blockSize(int queries, int threads);

    /** The order in which a batch is best asked, so that neighbouring queries come together; null for as it is. */
    default int[] order(FloatMatrix queries) {
        return null;
    }
}
