package segue.neighbors.hnsw;

import java.io.Serializable;

/**
 * How a graph is built and searched; the parameters of Malkov and Yashunin, <em>Efficient and robust approximate nearest
 * neighbor search using Hierarchical Navigable Small World graphs</em>, 2018.
 *
 * <pre>{@code
 * HnswOptions.defaults().withEf(500)                          // finds more, a search takes longer
 * HnswOptions.defaults().withThreads(8)                       // built faster, not the same graph each time
 * }</pre>
 *
 * @param m links of a point on every level but the lowest, which has twice as many: 2 to 128; useful from 8 (few columns)
 *     to 48 (hundreds). Memory grows with it: about {@code 8 m + 4 columns + 20} bytes a row
 * @param efConstruction candidates kept while a point is linked, {@code m} to 10,000; useful from 100 to 500. Time to build
 *     grows with it
 * @param ef candidates kept in a search, 1 to 1,000,000, and never fewer than are asked for. Time of a search grows with it,
 *     and so does recall
 * @param seed of the levels that points are on; the same seed, options and data give the same graph on one thread
 * @param threads that build, 1 to 1,024; with more than one the graph depends on who comes first
 */
public record HnswOptions(int m, int efConstruction, int ef, long seed, int threads) implements Serializable {
    private static final HnswOptions DEFAULTS = new HnswOptions(16, 200, 200, 42, 1);

    /** @throws IllegalArgumentException if a value is out of its range; the message names the range */
    public HnswOptions {
        require("m", m, 2, 128);
        require("efConstruction", efConstruction, m, 10_000);
        require("ef", ef, 1, 1_000_000);
        require("threads", threads, 1, 1024);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be in [%d, %d] but was %d".formatted(name, least, most, value));
        }
    }

    /** m 16, efConstruction 200, ef 200, seed 42, one thread. */
    public static HnswOptions defaults() {
        return DEFAULTS;
    }

    public HnswOptions withM(int m) {
        return new HnswOptions(m, efConstruction, ef, seed, threads);
    }

    public HnswOptions withEfConstruction(int efConstruction) {
        return new HnswOptions(m, efConstruction, ef, seed, threads);
    }

    public HnswOptions withEf(int ef) {
        return new HnswOptions(m, efConstruction, ef, seed, threads);
    }

    public HnswOptions withSeed(long seed) {
        return new HnswOptions(m, efConstruction, ef, seed, threads);
    }

    public HnswOptions withThreads(int threads) {
        return new HnswOptions(m, efConstruction, ef, seed, threads);
    }
}
