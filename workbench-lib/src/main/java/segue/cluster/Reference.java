package segue.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import segue.matrix.FloatMatrix;
import segue.projection.Pca;

/** Noise without clusters: even in the box that rows fill along their principal axes. */
final class Reference {
    private Reference() {}

    /** {@code count} of them, each of the shape of {@code rows}, but along the axes: distances are the same. */
    static List<FloatMatrix> of(FloatMatrix rows, int count, Random random) {
        FloatMatrix turned = Pca.fit(rows, rows.columns()).transform(rows);
        int columns = turned.columns();
        float[] low = turned.row(0);
        float[] high = turned.row(0);
        float[] values = turned.values();
        for (int i = 0; i < values.length; i++) {
            low[i % columns] = Math.min(low[i % columns], values[i]);
            high[i % columns] = Math.max(high[i % columns], values[i]);
        }
        List<FloatMatrix> references = new ArrayList<>();
        for (int reference = 0; reference < count; reference++) {
            float[] noise = new float[values.length];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = low[i % columns] + random.nextFloat() * (high[i % columns] - low[i % columns]);
            }
            references.add(FloatMatrix.wrap(rows.rows(), columns, noise));
        }
        return references;
    }
}
