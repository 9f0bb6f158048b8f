package segue.spark.cluster;

import java.io.Serializable;
import segue.cluster.Clusters;
import segue.matrix.FloatMatrix;
import segue.neighbors.Accumulation;

/**
 * The middles of clusters, as tasks carry them.
 *
 * @param columns values of each
 * @param values row-major
 */
record Centers(int columns, float[] values) implements Serializable {

    static Centers of(FloatMatrix matrix) {
        return new Centers(matrix.columns(), matrix.values());
    }

    int k() {
        return values.length / columns;
    }

    FloatMatrix matrix() {
        return FloatMatrix.wrap(k(), columns, values);
    }

    /** The nearest center of each row, of several the first: by the library's own scan. */
    int[] nearest(FloatMatrix rows) {
        return new Clusters(new int[0], matrix(), 0, 0).assign(rows, 1);
    }

    /** Squared and euclidean. */
    float distance(FloatMatrix rows, int row, int center) {
        return Accumulation.SQUARES.of(rows.values(), row * columns, values, center * columns, columns);
    }
}
