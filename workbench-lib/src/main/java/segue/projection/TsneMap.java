package segue.projection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import segue.matrix.FloatMatrix;

/**
 * A t-SNE map: of which rows, where they stand, how well. Safe for use by several threads at once.
 *
 * <pre>{@code
 * FloatMatrix places = map.place(newSongs);            // (new songs, 2); the map stays as it is
 * map.save(Path.of("map.segue"));
 * TsneMap same = TsneMap.load(Path.of("map.segue"));
 * }</pre>
 */
public final class TsneMap implements Projection {
    /** Wall time by phase. */
    public record Seconds(double neighbors, double affinities, double optimisation) {
        public double total() {
            return neighbors + affinities + optimisation;
        }
    }

    private final FloatMatrix data;
    private final FloatMatrix coordinates;
    private final TsneOptions options;
    private final double klDivergence;
    private final int iterations;
    private final Seconds seconds;

    /** Begun at once, on another thread, so that the first rows to be placed need not wait. */
    private final CompletableFuture<Placement> placement;

    TsneMap(
            FloatMatrix data,
            FloatMatrix coordinates,
            TsneOptions options,
            double klDivergence,
            int iterations,
            Seconds seconds) {
        if (coordinates.rows() != data.rows() || coordinates.columns() != options.dimensions()) {
            throw new IllegalArgumentException("a map of %d rows needs coordinates of shape (%d, %d) but has (%d, %d)"
                    .formatted(
                            data.rows(), data.rows(), options.dimensions(), coordinates.rows(), coordinates.columns()));
        }
        this.data = data;
        this.coordinates = coordinates;
        this.options = options;
        this.klDivergence = klDivergence;
        this.iterations = iterations;
        this.seconds = seconds;
        this.placement = CompletableFuture.supplyAsync(() -> Placement.onto(data, coordinates, options));
    }

    /** The rows that it is a map of. */
    public FloatMatrix data() {
        return data;
    }

    /** Where each row stands, shape {@code (rows, dimensions)}, around the middle. */
    public FloatMatrix coordinates() {
        return coordinates;
    }

    public TsneOptions options() {
        return options;
    }

    /** What the map leaves out: the Kullback-Leibler divergence, in nats, at least 0. */
    public double klDivergence() {
        return klDivergence;
    }

    /** That were done. */
    public int iterations() {
        return iterations;
    }

    /** Whether all iterations were done; an interrupt ends them early. */
    public boolean finished() {
        return iterations == options.schedule().iterations();
    }

    public Seconds seconds() {
        return seconds;
    }

    /**
     * Where further rows would stand, each near the rows of the map that are nearest to it; the map does not change, and rows
     * do not influence each other. What placing needs is prepared in the background from when the map is made or loaded, which
     * takes about as long as a few iterations; a first call that comes before that waits.
     *
     * @param rows shape {@code (rows, columns of the data)}, of the same scale as the data
     * @return shape {@code (rows, dimensions)}
     * @throws IllegalArgumentException if rows have another number of columns than the data
     */
    @Override
    public FloatMatrix place(FloatMatrix rows) {
        return place(rows, options.threads());
    }

    /** {@link #place(FloatMatrix)} on so many threads; places are the same for any number. */
    @Override
    public FloatMatrix place(FloatMatrix rows, int threads) {
        if (rows.columns() != data.columns()) {
            throw new IllegalArgumentException(
                    "the map is of rows of %d values, but these have %d".formatted(data.columns(), rows.columns()));
        }
        return placement.join().place(rows, threads);
    }

    /** Writes the map, its data too, into one file: 4 bytes a value. */
    @Override
    public void save(Path file) throws IOException {
        TsneMapFile.write(file, this);
    }

    /**
     * Reads a map that was saved. Nothing in the file is run.
     *
     * @throws IOException if it is no such file, of another version, or damaged; the message says which
     */
    public static TsneMap load(Path file) throws IOException {
        return TsneMapFile.read(file);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "t-SNE map of %,d rows of %,d columns in %d dimensions, Kullback-Leibler divergence %.4f%s",
                data.rows(),
                data.columns(),
                coordinates.columns(),
                klDivergence,
                finished() ? "" : " after %,d iterations, where it was stopped".formatted(iterations));
    }
}
