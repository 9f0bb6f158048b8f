package segue.recommend.tastes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.cluster.ClusterProfile;
import segue.cluster.ClusterProfiles;
import segue.cluster.Clusters;
import segue.matrix.FloatMatrix;
import segue.neighbors.RowSample;

/** Says what tastes are like beside a seeded sample of all other songs. */
final class TasteNames {
    private static final int OTHERS = 2_000;

    private TasteNames() {}

    static List<Taste> of(TasteSpace space, int[] liked, Clusters clusters, int[]... songs) {
        Catalog catalog = space.catalog();
        int[] rows = IntStream.concat(Arrays.stream(liked), Arrays.stream(others(catalog.size(), liked)))
                .toArray();
        FloatMatrix points = space.points().selectRows(rows);
        int k = clusters.k();
        int[] labels = new int[rows.length];
        Arrays.setAll(labels, at -> at < liked.length ? clusters.label(at) : k);
        List<Track> tracks = Arrays.stream(rows).mapToObj(catalog::track).toList();
        Clusters beside = new Clusters(labels, centroids(points, labels, k + 1), 0, 0);
        List<ClusterProfile> profiles = ClusterProfiles.of(new Catalog(catalog.source(), tracks), beside, points);
        int[] medoids = clusters.medoids(space.points().selectRows(liked));
        List<Taste> tastes = new ArrayList<>();
        for (int taste = 0; taste < k; taste++) {
            tastes.add(new Taste(
                    taste,
                    profiles.get(taste).name(),
                    profiles.get(taste).words(),
                    catalog.track(liked[medoids[taste]]),
                    (double) songs[taste].length / liked.length,
                    songs[taste].clone()));
        }
        return List.copyOf(tastes);
    }

    private static int[] others(int size, int... liked) {
        BitSet own = new BitSet(size);
        IntStream.of(liked).forEach(own::set);
        return IntStream.of(RowSample.of(size, Math.min(OTHERS, size), new Random(42)))
                .filter(row -> !own.get(row))
                .toArray();
    }

    private static FloatMatrix centroids(FloatMatrix points, int[] labels, int count) {
        int columns = points.columns();
        double[] sums = new double[count * columns];
        int[] sizes = new int[count];
        for (int row = 0; row < labels.length; row++) {
            sizes[labels[row]]++;
            for (int c = 0; c < columns; c++) {
                sums[labels[row] * columns + c] += points.get(row, c);
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / Math.max(1, sizes[i / columns]));
        }
        return FloatMatrix.wrap(count, columns, means);
    }
}
