package segue.neighbors.hnsw;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import segue.matrix.FloatMatrix;
import segue.neighbors.Choice;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;
import segue.neighbors.ProgressListener;
import segue.neighbors.Recall;
import segue.neighbors.Search;

/**
 * Approximate neighbours by a graph that can be saved: most of the true ones, in a time that hardly grows with the rows.
 *
 * <pre>{@code
 * HnswIndex index = HnswIndex.build(songs, Metric.EUCLIDEAN, HnswOptions.defaults());
 * index.save(Path.of("songs.hnsw"));
 * HnswIndex same = HnswIndex.load(Path.of("songs.hnsw"));     // needs nothing but the file
 * Neighbors ten = same.nearest(songs.row(0), 10);
 * same.recall(10).value();                                    // 0.9999: the share of the true ten that it finds
 * }</pre>
 */
public final class HnswIndex implements NeighborIndex {
    private final FloatMatrix data;
    private final HnswOptions options;
    private final HnswEngine engine;
    private final NeighborIndex index;

    /** @param engine made of the rows as the metric wants them */
    HnswIndex(FloatMatrix data, Distance distance, HnswOptions options, Function<FloatMatrix, HnswEngine> engine) {
        this.data = data;
        this.options = options;
        HnswEngine[] made = new HnswEngine[1];
        this.index = NeighborIndex.on(data, distance, rows -> made[0] = engine.apply(rows));
        this.engine = made[0];
    }

    /**
     * Builds the graph of all rows.
     *
     * @throws UnsupportedOperationException with the reason, if HNSW cannot be used here or for this metric (manhattan,
     *     Chebyshev)
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static HnswIndex build(FloatMatrix data, Metric metric, HnswOptions options) {
        return build(data, new Distance(metric), options, ProgressListener.NONE);
    }

    /**
     * Builds the graph of all rows by a distance with weights; otherwise as the other method.
     *
     * @param progress is told how many different rows are in the graph, of how many
     */
    public static HnswIndex build(FloatMatrix data, Distance distance, HnswOptions options, ProgressListener progress) {
        HnswSupport.requireAvailable();
        return new HnswIndex(
                data,
                distance,
                options,
                rows -> HnswEngine.build(rows, distance.metric().accumulation(), options, progress));
    }

    /**
     * Reads what {@link #save} wrote. A checksum tells damage, not malice: load only files that you trust.
     *
     * @throws IOException if it is no such file, is damaged, or was written by a newer version; the message is one sentence
     * @throws UnsupportedOperationException with the reason, if HNSW cannot be used here
     */
    public static HnswIndex load(Path file) throws IOException {
        HnswSupport.requireAvailable();
        return HnswFile.read(file);
    }

    /**
     * Writes rows, metric, options and graph to one file; beside it first, then moved over it. {@link HnswFile} has the
     * layout.
     */
    public void save(Path file) throws IOException {
        HnswFile.write(file, this);
    }

    public HnswOptions options() {
        return options;
    }

    /** The rows as they were given: read them, do not write them. */
    public FloatMatrix data() {
        return data;
    }

    /** The same graph, searched with {@code ef} candidates. */
    public HnswIndex withEf(int ef) {
        HnswOptions searched = options.withEf(ef);
        return new HnswIndex(data, distance(), searched, rows -> engine.withEf(rows, ef));
    }

    NativeGraph graph() {
        return engine.graph();
    }

    @Override
    public Distance distance() {
        return index.distance();
    }

    @Override
    public Choice choice(int queries) {
        return index.choice(queries);
    }

    @Override
    public int size() {
        return index.size();
    }

    @Override
    public int dimensions() {
        return index.dimensions();
    }

    @Override
    public Recall recall(int k) {
        return index.recall(k);
    }

    @Override
    public Neighbors search(float[] query, Search search) {
        return index.search(query, search);
    }

    @Override
    public Neighbors searchRow(int row, Search search) {
        return index.searchRow(row, search);
    }

    @Override
    public NeighborTable search(FloatMatrix queries, Search search) {
        return index.search(queries, search);
    }

    @Override
    public NeighborTable graph(Search search) {
        return index.graph(search);
    }
}
