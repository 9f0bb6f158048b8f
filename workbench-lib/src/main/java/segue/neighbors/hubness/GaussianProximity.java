package segue.neighbors.hubness;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Distance;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Neighbors;
import segue.neighbors.ProgressListener;
import segue.neighbors.RowSample;
import segue.neighbors.Search;

/** 1 - MP, the distances of a row taken as normal with the mean and deviation of those to a few reference rows. */
final class GaussianProximity implements SecondaryDistance {
    private static final int BLOCK = 1024;

    private final NeighborIndex references;
    private final float[] means;
    private final float[] deviations;

    private record Spread(double mean, double deviation) {
        /** The share of all rows that are not farther than {@code distance}. */
        double within(float distance) {
            return NormalShare.below((distance - mean) / deviation);
        }
    }

    GaussianProximity(FloatMatrix data, Distance distance, ReductionOptions options) {
        int[] drawn =
                RowSample.of(data.rows(), Math.min(options.references(), data.rows()), new Random(options.seed()));
        Arrays.sort(drawn);
        Backend exact = options.backend().isExact() ? options.backend() : Backend.AUTO;
        references = NeighborIndex.of(data.selectRows(drawn), distance, exact);
        means = new float[data.rows()];
        deviations = new float[data.rows()];
        Search all = Search.nearest(drawn.length).onThreads(options.threads());
        ProgressListener progress = options.progress();
        for (int from = 0; from < means.length; from += BLOCK) {
            int count = Math.min(BLOCK, means.length - from);
            NeighborTable table = references.search(
                    data.selectRows(IntStream.range(from, from + count).toArray()), all);
            for (int i = 0; i < count; i++) {
                Spread spread = spread(table.of(i), Arrays.binarySearch(drawn, from + i));
                means[from + i] = (float) spread.mean();
                deviations[from + i] = (float) spread.deviation();
            }
            progress.answered(from + count, means.length);
        }
    }

    /** @param self the reference that is the row itself, which does not count; negative where there is none */
    private static Spread spread(Neighbors toReferences, int self) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < toReferences.size(); i++) {
            if (toReferences.rows()[i] != self) {
                double distance = toReferences.distances()[i];
                sum += distance;
                squares += distance * distance;
                count++;
            }
        }
        double mean = sum / Math.max(1, count);
        double variance = squares / Math.max(1, count) - mean * mean;
        // Of rows that are all equally far any is as near as any other, however small the difference.
        return new Spread(mean, Math.max(Float.MIN_NORMAL, Math.sqrt(Math.max(0, variance))));
    }

    @Override
    public float[] ofRow(int row, Neighbors around, Neighbors candidates) {
        return distances(row, spreadOf(row), candidates);
    }

    @Override
    public float[] ofQuery(float[] query, Neighbors around, Neighbors candidates) {
        return distances(-1, spread(references.nearest(query, references.size()), -1), candidates);
    }

    private Spread spreadOf(int row) {
        return new Spread(means[row], deviations[row]);
    }

    private float[] distances(int self, Spread spread, Neighbors candidates) {
        float[] distances = new float[candidates.size()];
        for (int i = 0; i < distances.length; i++) {
            int row = candidates.rows()[i];
            if (row != self) {
                float distance = candidates.distances()[i];
                double ofX = spread.within(distance);
                double ofY = spreadOf(row).within(distance);
                distances[i] = (float) (ofX + ofY - ofX * ofY);
            }
        }
        return distances;
    }
}
