package segue.bench;

import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.SearchResult;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.github.jbellis.jvector.vector.types.VectorTypeSupport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import segue.matrix.FloatMatrix;

/** JVector's graph with its levels, and the parameters of its own examples: overflow 1.2, alpha 1.2. One thread at a time. */
final class JVectorGraph implements GraphRival {
    private static final VectorSimilarityFunction EUCLIDEAN = VectorSimilarityFunction.EUCLIDEAN;

    private final VectorTypeSupport types = VectorizationProvider.getInstance().getVectorTypeSupport();
    private final ListRandomAccessVectorValues vectors;
    private final GraphSearcher searcher;

    JVectorGraph(FloatMatrix data) throws IOException {
        List<VectorFloat<?>> rows = new ArrayList<>(data.rows());
        for (int row = 0; row < data.rows(); row++) {
            rows.add(types.createFloatVector(data.row(row)));
        }
        this.vectors = new ListRandomAccessVectorValues(rows, data.columns());
        BuildScoreProvider scores = BuildScoreProvider.randomAccessScoreProvider(vectors, EUCLIDEAN);
        try (ForkJoinPool one = new ForkJoinPool(1);
                GraphIndexBuilder builder = GraphIndexBuilder.builder(scores, data.columns(), 2 * M)
                        .withBeamWidth(EF_CONSTRUCTION)
                        .withNeighborOverflow(1.2f)
                        .withAlpha(1.2f)
                        .withSimdExecutor(one)
                        .withParallelExecutor(one)
                        .build()) {
            this.searcher = new GraphSearcher(builder.build(vectors));
        }
    }

    @Override
    public int[] nearest(float[] query, int k, int ef) {
        SearchResult found = searcher.search(
                DefaultSearchScoreProvider.exact(types.createFloatVector(query), EUCLIDEAN, vectors),
                k,
                Math.max(k, ef),
                0,
                0,
                Bits.ALL);
        return Arrays.stream(found.getNodes()).mapToInt(node -> node.node).toArray();
    }
}
