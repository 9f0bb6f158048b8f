package segue.evaluate.baseline;

import java.util.Arrays;
import segue.evaluate.Ranker;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.Search;

/** The songs nearest to the mean of the seeds, in a space of features. */
public final class CentroidRanker implements Ranker {
    private final FloatMatrix points;
    private final NeighborIndex index;

    /** @param points one row a song, on one scale */
    public CentroidRanker(FloatMatrix points, Metric metric) {
        this(points, NeighborIndex.of(points, metric, Backend.AUTO));
    }

    /** @param index over {@code points} */
    public CentroidRanker(FloatMatrix points, NeighborIndex index) {
        this.points = points;
        this.index = index;
    }

    @Override
    public int[] rank(int[] seeds, int n) {
        return without(index.nearest(mean(seeds), n + seeds.length).rows(), n, seeds);
    }

    @Override
    public int[][] rankEach(int[] songs, int n) {
        NeighborTable found =
                index.search(points.selectRows(songs), Search.nearest(n + 1).onThreads(1));
        int[][] ranked = new int[songs.length][];
        for (int i = 0; i < songs.length; i++) {
            ranked[i] = without(found.of(i).rows(), n, songs[i]);
        }
        return ranked;
    }

    private float[] mean(int... seeds) {
        double[] sums = new double[points.columns()];
        for (int seed : seeds) {
            for (int c = 0; c < sums.length; c++) {
                sums[c] += points.values()[points.offset(seed) + c];
            }
        }
        float[] mean = new float[sums.length];
        for (int c = 0; c < mean.length; c++) {
            mean[c] = (float) (sums[c] / seeds.length);
        }
        return mean;
    }

    private static int[] without(int[] rows, int n, int... seeds) {
        int[] sorted = seeds.clone();
        Arrays.sort(sorted);
        return Arrays.stream(rows)
                .filter(row -> Arrays.binarySearch(sorted, row) < 0)
                .limit(n)
                .toArray();
    }
}
