package segue.recommend.variety;

/**
 * How the dial is set.
 *
 * @param n songs that are wanted, 1 to 1,000
 * @param lambda 0 = only similarity counts, 1 = only variety
 * @param novelty 0 = popularity does not count, 1 = only that does: the least popular first
 * @param pool candidates among which is chosen, at least {@code n}, up to 100,000: at the end of variety songs are as far apart
 *     as these allow
 */
public record VarietyOptions(int n, double lambda, double novelty, int pool) {
    public static final int MAX_N = 1_000;

    private static final int MAX_POOL = 100_000;
    private static final int LEAST_POOL = 200;
    private static final int POOL_A_SONG = 20;

    /** @throws IllegalArgumentException if a number is out of its range */
    public VarietyOptions {
        if (n < 1 || n > MAX_N) {
            throw new IllegalArgumentException("n must be in [1, %,d] but was %,d".formatted(MAX_N, n));
        }
        requireShare("lambda", lambda);
        requireShare("novelty", novelty);
        if (pool < n || pool > MAX_POOL) {
            throw new IllegalArgumentException("pool must be in [%,d, %,d] but was %,d".formatted(n, MAX_POOL, pool));
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be in [0, 1] but was %s".formatted(name, value));
        }
    }

    /** So many songs by similarity alone; a pool of 20 candidates a song, at least 200. */
    public static VarietyOptions of(int n) {
        return new VarietyOptions(n, 0, 0, Math.max(LEAST_POOL, POOL_A_SONG * Math.clamp(n, 0, MAX_N)));
    }

    public VarietyOptions withLambda(double other) {
        return new VarietyOptions(n, other, novelty, pool);
    }

    public VarietyOptions withNovelty(double other) {
        return new VarietyOptions(n, lambda, other, pool);
    }

    public VarietyOptions withPool(int other) {
        return new VarietyOptions(n, lambda, novelty, other);
    }
}
