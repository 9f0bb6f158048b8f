package segue.bench;

import java.io.IOException;
import segue.matrix.FloatMatrix;

/** A library that searches a graph of neighbours; all are built with the same parameters, on one thread. */
interface GraphRival {
    /** Links of a point: 16, and 32 on the lowest level. */
    int M = 16;

    int EF_CONSTRUCTION = 200;

    /** The {@code k} rows nearest by euclidean distance that a search with {@code ef} candidates finds. */
    int[] nearest(float[] query, int k, int ef) throws IOException;

    static GraphRival of(String library, FloatMatrix data) throws IOException, InterruptedException {
        return switch (library) {
            case "segue" -> new SegueGraph(data);
            case "lucene" -> new LuceneGraph(data);
            case "jvector" -> new JVectorGraph(data);
            case "hnswlib" -> new HnswlibGraph(data);
            default -> throw new IllegalArgumentException("no library is called " + library);
        };
    }
}
