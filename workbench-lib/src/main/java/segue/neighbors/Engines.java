package segue.neighbors;

import java.util.EnumMap;
import java.util.Map;
import segue.matrix.FloatMatrix;
import segue.neighbors.gpu.GpuEngine;
import segue.neighbors.gpu.GpuException;
import segue.neighbors.hnsw.HnswEngine;
import segue.neighbors.hnsw.HnswOptions;
import segue.neighbors.simd.SimdEngine;
import segue.neighbors.tree.TreeEngine;

/** The engines of one index, built when they are first needed; on {@link Backend#AUTO} it asks {@link AutoChoice}. */
final class Engines {
    private final FloatMatrix rows;
    private final Accumulation accumulation;
    private final Backend wanted;
    private final AutoChoice auto;
    private final Map<Backend, SearchEngine> built = new EnumMap<>(Backend.class);

    Engines(FloatMatrix rows, Accumulation accumulation, Backend wanted) {
        this.rows = rows;
        this.accumulation = accumulation;
        this.wanted = wanted;
        this.auto =
                new AutoChoice(rows, accumulation, () -> (TreeEngine) engine(Backend.TREE), () -> drop(Backend.TREE));
        wanted.unavailableReason().ifPresent(reason -> {
            throw new UnsupportedOperationException(reason);
        });
        if (wanted == Backend.TREE && accumulation == Accumulation.PRODUCTS) {
            throw new UnsupportedOperationException(AutoChoice.NO_TREE_FOR_DOT + " Use simd or auto.");
        }
        engine(choice(1).backend());
    }

    /** One engine for everything. */
    Engines(FloatMatrix rows, SearchEngine engine) {
        this.rows = rows;
        this.accumulation = engine.accumulation();
        this.wanted = engine.backend();
        this.auto = null;
        built.put(wanted, engine);
    }

    SearchEngine forQueries(int queries) {
        SearchEngine engine;
        try {
            engine = engine(choice(queries).backend());
        } catch (GpuException failure) {
            giveUpCard(failure);
            engine = engine(choice(queries).backend());
        }
        if (wanted == Backend.AUTO) {
            auto.asked(queries);
        }
        return engine;
    }

    /**
     * On {@link Backend#AUTO} the CPU answers from now on.
     *
     * @throws GpuException the failure itself, where the card was asked for
     */
    void giveUpCard(GpuException failure) {
        if (wanted != Backend.AUTO) {
            throw failure;
        }
        auto.giveUpCard(failure.getMessage());
        drop(Backend.GPU);
    }

    Choice choice(int queries) {
        return wanted == Backend.AUTO
                ? auto.of(queries)
                : new Choice(wanted, "The back end %s was asked for.".formatted(wanted.label()));
    }

    private synchronized void drop(Backend backend) {
        built.remove(backend);
    }

    private synchronized SearchEngine engine(Backend backend) {
        SearchEngine engine = built.get(backend);
        if (engine == null) {
            engine = switch (backend) {
                case SCALAR -> new ScalarEngine(rows, accumulation);
                case SIMD -> new SimdEngine(rows, accumulation);
                case TREE -> new TreeEngine(rows, accumulation);
                case GPU -> new GpuEngine(rows, accumulation);
                case HNSW -> HnswEngine.build(rows, accumulation, HnswOptions.defaults(), ProgressListener.NONE);
                case AUTO -> throw new IllegalArgumentException(backend + " has no engine");
            };
            built.put(backend, engine);
        }
        return engine;
    }
}
