package segue.spark.playlists;

/**
 * How playlists times songs are factorised.
 *
 * @param rank numbers a song and a playlist, 1 to 512
 * @param iterations sweeps over playlists and songs, 1 to 100
 * @param regularization on factors, times the entries of a song or playlist; above 0
 * @param alpha how much surer an entry is than none; above 0
 * @param seed of the numbers it begins with
 * @param blocks that songs and playlists are cut into, 1 to 10,000: the result depends on it, the number of cores does not matter
 */
public record FactorOptions(int rank, int iterations, double regularization, double alpha, long seed, int blocks) {
    /** @throws IllegalArgumentException if a number is out of its range */
    public FactorOptions {
        requireIn("rank", rank, 512);
        requireIn("iterations", iterations, 100);
        requireIn("blocks", blocks, 10_000);
        requirePositive("regularization", regularization);
        requirePositive("alpha", alpha);
    }

    private static void requireIn(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("%s must be in [1, %,d] but was %d".formatted(name, most, value));
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s must be above 0 but was %s".formatted(name, value));
        }
    }

    /** 32 factors, 10 sweeps, regularization 0.05, alpha 40, seed 42, 10 blocks. */
    public static FactorOptions defaults() {
        return new FactorOptions(32, 10, 0.05, 40, 42, 10);
    }

    public FactorOptions withRank(int factors) {
        return new FactorOptions(factors, iterations, regularization, alpha, seed, blocks);
    }

    public FactorOptions withIterations(int sweeps) {
        return new FactorOptions(rank, sweeps, regularization, alpha, seed, blocks);
    }

    public FactorOptions withRegularization(double penalty) {
        return new FactorOptions(rank, iterations, penalty, alpha, seed, blocks);
    }

    public FactorOptions withAlpha(double surer) {
        return new FactorOptions(rank, iterations, regularization, surer, seed, blocks);
    }

    public FactorOptions withSeed(long other) {
        return new FactorOptions(rank, iterations, regularization, alpha, other, blocks);
    }

    public FactorOptions withBlocks(int number) {
        return new FactorOptions(rank, iterations, regularization, alpha, seed, number);
    }
}
