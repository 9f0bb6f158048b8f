package segue.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.hnsw.FlatVectorsScorer;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OnHeapHnswGraph;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import segue.matrix.FloatMatrix;

/** Lucene's graph, straight from memory: no index on disk, no segments. One thread at a time. */
final class LuceneGraph implements GraphRival {
    private static final VectorSimilarityFunction EUCLIDEAN = VectorSimilarityFunction.EUCLIDEAN;

    private final FlatVectorsScorer scorers = FlatVectorScorerUtil.getLucene99FlatVectorsScorer();
    private final FloatVectorValues vectors;
    private final OnHeapHnswGraph graph;

    LuceneGraph(FloatMatrix data) throws IOException {
        List<float[]> rows = new ArrayList<>(data.rows());
        for (int row = 0; row < data.rows(); row++) {
            rows.add(data.row(row));
        }
        this.vectors = FloatVectorValues.fromFloats(rows, data.columns());
        this.graph = HnswGraphBuilder.create(
                        scorers.getRandomVectorScorerSupplier(EUCLIDEAN, vectors), M, EF_CONSTRUCTION, 42, data.rows())
                .build(data.rows());
    }

    @Override
    public int[] nearest(float[] query, int k, int ef) throws IOException {
        RandomVectorScorer scorer = scorers.getRandomVectorScorer(EUCLIDEAN, vectors, query);
        TopKnnCollector best = new TopKnnCollector(Math.max(k, ef), Integer.MAX_VALUE);
        HnswGraphSearcher.search(scorer, best, graph, null);
        ScoreDoc[] found = best.topDocs().scoreDocs;
        int[] rows = new int[Math.min(k, found.length)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = found[i].doc;
        }
        return rows;
    }
}
