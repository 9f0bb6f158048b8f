package segue.bench;

import com.github.jelmerk.hnswlib.core.DistanceFunctions;
import com.github.jelmerk.hnswlib.core.Item;
import com.github.jelmerk.hnswlib.core.hnsw.HnswIndex;
import java.util.ArrayList;
import java.util.List;
import segue.matrix.FloatMatrix;

/** The graph of hnswlib-core, plain Java. */
final class HnswlibGraph implements GraphRival {
    private final HnswIndex<Integer, float[], Row, Float> index;

    HnswlibGraph(FloatMatrix data) throws InterruptedException {
        this.index = HnswIndex.newBuilder(
                        data.columns(), DistanceFunctions.FLOAT_EUCLIDEAN_DISTANCE, Math.max(1, data.rows()))
                .withM(M)
                .withEfConstruction(EF_CONSTRUCTION)
                .build();
        List<Row> rows = new ArrayList<>(data.rows());
        for (int row = 0; row < data.rows(); row++) {
            rows.add(new Row(row, data.row(row)));
        }
        index.addAll(rows, 1, (done, total) -> {}, Integer.MAX_VALUE);
    }

    private record Row(Integer id, float[] vector) implements Item<Integer, float[]> {
        @Override
        public int dimensions() {
            return vector.length;
        }
    }

    @Override
    public int[] nearest(float[] query, int k, int ef) {
        if (index.getEf() != Math.max(k, ef)) {
            index.setEf(Math.max(k, ef));
        }
        return index.findNearest(query, k).stream()
                .mapToInt(found -> found.item().id())
                .toArray();
    }
}
