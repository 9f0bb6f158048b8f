package segue.neighbors;

import java.util.EnumMap;
import java.util.Map;
import segue.matrix.FloatMatrix;
import segue.neighbors.simd.SimdEngine;
import segue.neighbors.tree.TreeEngine;

/** The engines of one index, built when they are first needed; chooses one where the index is on {@link Backend#AUTO}. */
final class Engines {
    private final FloatMatrix rows;
    private final Accumulation accumulation;
    private final Backend wanted;
    private final Map<Backend, SearchEngine> built = new EnumMap<>(Backend.class);

    Engines(FloatMatrix rows, Accumulation accumulation, Backend wanted) {
        this.rows = rows;
        this.accumulation = accumulation;
        this.wanted = wanted;
        wanted.unavailableReason().ifPresent(reason -> {
            throw new UnsupportedOperationException(reason);
        });
        engine(choice(1).backend());
    }

    SearchEngine forQueries(int queries) {
        return engine(choice(queries).backend());
    }

    Choice choice(int queries) {
        if (wanted != Backend.AUTO) {
            return new Choice(wanted, wanted.label() + " was asked for.");
        }
        return new Choice(Backend.AUTO.resolve(), "");
    }

    private synchronized SearchEngine engine(Backend backend) {
        return built.computeIfAbsent(backend, wantedOne -> switch (wantedOne) {
            case SCALAR -> new ScalarEngine(rows, accumulation);
            case SIMD -> new SimdEngine(rows, accumulation);
            case TREE -> new TreeEngine(rows, accumulation);
            default -> throw new UnsupportedOperationException(wantedOne.label());
        });
    }
}
