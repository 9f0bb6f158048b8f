package segue.evaluate;

/**
 * How recommenders are judged.
 *
 * @param k length of the short lists: precision, variety, hubness; in [1, 100]
 * @param share of the songs that is held back, in (0, 1)
 * @param seed of splits and intervals
 * @param questions playlists, and songs, that are asked about at most: where there are more, so many are drawn
 * @param threads that ask, 1 to 1,024; results are the same with any number
 */
public record EvaluationOptions(int k, double share, long seed, int questions, int threads) {
    /** @throws IllegalArgumentException if a number is out of its range */
    public EvaluationOptions {
        if (k < 1 || k > 100) {
            throw new IllegalArgumentException("k must be in [1, 100] but was " + k);
        }
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be in (0, 1) but was " + share);
        }
        if (questions < 1) {
            throw new IllegalArgumentException("questions must be at least 1 but was " + questions);
        }
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("threads must be in [1, 1,024] but was " + threads);
        }
    }

    /** Ten songs, a fifth held back, seed 42, 10,000 questions at most, every core. */
    public static EvaluationOptions defaults() {
        return new EvaluationOptions(
                10, 0.2, 42, 10_000, Math.min(1024, Runtime.getRuntime().availableProcessors()));
    }

    public EvaluationOptions withK(int k) {
        return new EvaluationOptions(k, share, seed, questions, threads);
    }

    public EvaluationOptions withShare(double share) {
        return new EvaluationOptions(k, share, seed, questions, threads);
    }

    public EvaluationOptions withSeed(long seed) {
        return new EvaluationOptions(k, share, seed, questions, threads);
    }

    public EvaluationOptions withQuestions(int questions) {
        return new EvaluationOptions(k, share, seed, questions, threads);
    }

    public EvaluationOptions onThreads(int threads) {
        return new EvaluationOptions(k, share, seed, questions, threads);
    }
}
