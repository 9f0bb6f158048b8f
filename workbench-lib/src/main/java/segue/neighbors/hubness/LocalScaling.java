package segue.neighbors.hubness;

import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;

/** {@code d(x,y) / sqrt(s(x) s(y))}, s being the distance to the so-manieth neighbour. */
final class LocalScaling implements SecondaryDistance {
    private final int scaleNeighbor;
    private final float[] scales;
    private final float smallest;

    LocalScaling(NeighborTable graph, int scaleNeighbor) {
        this.scaleNeighbor = scaleNeighbor;
        this.scales = new float[graph.queries()];
        float least = Float.POSITIVE_INFINITY;
        int at = Math.min(scaleNeighbor, graph.k()) - 1;
        for (int row = 0; row < scales.length && at >= 0; row++) {
            scales[row] = graph.distances()[row * graph.k() + at];
            least = scales[row] > 0 ? Math.min(least, scales[row]) : least;
        }
        this.smallest = Float.isFinite(least) ? least : 1;
        for (int row = 0; row < scales.length; row++) {
            scales[row] = positive(scales[row]);
        }
    }

    /** A row among many of its duplicates has no scale of its own: it takes the smallest there is. */
    private float positive(float scale) {
        return scale > 0 ? scale : smallest;
    }

    @Override
    public float[] ofRow(int row, Neighbors around, Neighbors candidates) {
        return scaled(scales[row], candidates);
    }

    @Override
    public float[] ofQuery(float[] query, Neighbors around, Neighbors candidates) {
        int at = Math.min(scaleNeighbor, around.size()) - 1;
        return scaled(positive(at < 0 ? 0 : around.distances()[at]), candidates);
    }

    private float[] scaled(float scale, Neighbors candidates) {
        float[] distances = new float[candidates.size()];
        for (int i = 0; i < distances.length; i++) {
            double scaleOfBoth = Math.sqrt((double) scale * scales[candidates.rows()[i]]);
            float distance = candidates.distances()[i];
            // A distance beyond the range of float stays beyond it, whatever the scale.
            distances[i] = Float.isInfinite(distance) ? distance : (float) (distance / scaleOfBoth);
        }
        return distances;
    }
}
