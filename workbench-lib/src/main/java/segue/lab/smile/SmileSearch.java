package segue.lab.smile;

import java.util.Arrays;
import java.util.Comparator;
import segue.lab.Contender;
import segue.lab.OneByOne;
import segue.lab.Searcher;
import segue.matrix.FloatMatrix;
import segue.neighbors.Metric;
import segue.neighbors.Neighbors;
import smile.math.distance.ChebyshevDistance;
import smile.math.distance.Distance;
import smile.math.distance.EuclideanDistance;
import smile.math.distance.ManhattanDistance;
import smile.neighbor.KDTree;
import smile.neighbor.KNNSearch;
import smile.neighbor.LinearSearch;
import smile.neighbor.Neighbor;

/** Smile's own searches. They compute in double and promise no order of ties. */
public enum SmileSearch implements Contender {
    KD_TREE("Smile KDTree") {
        @Override
        KNNSearch<double[], double[]> over(double[][] rows, Metric metric) {
            if (metric != Metric.EUCLIDEAN) {
                throw new UnsupportedOperationException("Smile's KDTree searches by euclidean distance only.");
            }
            return KDTree.of(rows);
        }
    },
    LINEAR("Smile LinearSearch") {
        @Override
        KNNSearch<double[], double[]> over(double[][] rows, Metric metric) {
            return LinearSearch.of(rows, distance(metric));
        }
    };

    private static final Comparator<Neighbor<double[], double[]>> BEST_FIRST = Comparator.comparingDouble(
                    (Neighbor<double[], double[]> neighbor) -> neighbor.distance())
            .thenComparingInt(Neighbor::index);

    private final String title;

    SmileSearch(String title) {
        this.title = title;
    }

    abstract KNNSearch<double[], double[]> over(double[][] rows, Metric metric);

    @Override
    public String title() {
        return title;
    }

    @Override
    public Promise promise() {
        return Promise.SAME_DISTANCES;
    }

    @Override
    public Searcher build(FloatMatrix rows, Metric metric) {
        double[][] copies = new double[rows.rows()][];
        Arrays.setAll(copies, row -> doubles(rows.row(row)));
        KNNSearch<double[], double[]> search = over(copies, metric);
        return new OneByOne(rows) {
            @Override
            public Neighbors nearest(float[] query, int k) {
                Neighbor<double[], double[]>[] found = search.search(doubles(query), Math.min(k, copies.length));
                Arrays.sort(found, BEST_FIRST);
                int[] ids = new int[found.length];
                float[] distances = new float[found.length];
                for (int i = 0; i < found.length; i++) {
                    ids[i] = found[i].index();
                    distances[i] = (float) found[i].distance();
                }
                return new Neighbors(ids, distances);
            }
        };
    }

    private static Distance<double[]> distance(Metric metric) {
        return switch (metric) {
            case EUCLIDEAN -> new EuclideanDistance();
            case MANHATTAN -> new ManhattanDistance();
            case CHEBYSHEV -> new ChebyshevDistance();
            default -> throw new UnsupportedOperationException("Smile has no %s distance.".formatted(metric.label()));
        };
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }
}
