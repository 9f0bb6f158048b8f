package segue.spark.playlists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import segue.catalog.playlists.Playlist;
import segue.evaluate.Ranker;
import segue.evaluate.Training;
import segue.neighbors.TopK;
import segue.spark.session.SegueSession;

/** Folds seeds in as one more playlist, by the least squares that Spark's factors come of, and ranks songs by the product. */
final class FoldedRanker implements Ranker {
    private static final StructType ENTRIES =
            new StructType().add("list", DataTypes.StringType).add("song", DataTypes.StringType);

    private final FactorOptions options;
    private final float[][] factors;
    private final double[][] gram;

    private FoldedRanker(FactorOptions options, float[]... factors) {
        this.options = options;
        this.factors = factors;
        this.gram = new double[options.rank()][options.rank()];
        for (float[] song : factors) {
            add(1, song, gram);
        }
    }

    static Ranker learn(SegueSession session, Training training, FactorOptions options) {
        try {
            return session.run(spark -> {
                List<Row> entries = new ArrayList<>();
                for (Playlist list : training.playlists().lists()) {
                    IntStream.of(list.songs())
                            .mapToObj(Integer::toString)
                            .forEach(song -> entries.add(RowFactory.create(list.id(), song)));
                }
                float[][] factors = new float[training.songs().size()][options.rank()];
                try (ListedSongs songs = ListedSongs.of(spark.createDataFrame(entries, ENTRIES), 100_000);
                        ListFactors learned = ListFactors.fit(songs, options)) {
                    for (Row song : learned.ofSongs().collectAsList()) {
                        float[] of = factors[Integer.parseInt(song.getString(0))];
                        for (int f = 0; f < of.length; f++) {
                            of[f] = song.<Float>getList(1).get(f);
                        }
                    }
                }
                return new FoldedRanker(options, factors);
            });
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void add(double weight, float[] song, double[]... matrix) {
        for (int a = 0; a < song.length; a++) {
            for (int b = 0; b < song.length; b++) {
                matrix[a][b] += weight * song[a] * song[b];
            }
        }
    }

    @Override
    public int[] rank(int[] seeds, int n) {
        double[] list = folded(seeds);
        BitSet used = new BitSet();
        IntStream.of(seeds).forEach(used::set);
        TopK best = new TopK(Math.min(n, factors.length - seeds.length));
        for (int song = 0; song < factors.length; song++) {
            if (!used.get(song)) {
                double product = 0;
                for (int f = 0; f < list.length; f++) {
                    product += list[f] * factors[song][f];
                }
                best.offer((float) -product, song);
            }
        }
        int[] found = new int[best.k()];
        best.drain(found, new float[found.length], 0);
        return found;
    }

    private double[] folded(int... seeds) {
        int rank = options.rank();
        double[][] matrix = new double[rank][];
        double[] right = new double[rank];
        for (int f = 0; f < rank; f++) {
            matrix[f] = gram[f].clone();
            matrix[f][f] += options.regularization() * seeds.length;
        }
        for (int seed : seeds) {
            add(options.alpha(), factors[seed], matrix);
            for (int f = 0; f < rank; f++) {
                right[f] += (1 + options.alpha()) * factors[seed][f];
            }
        }
        return solved(matrix, right);
    }

    /** By elimination; the matrix is positive definite, so nothing need be exchanged. */
    private static double[] solved(double[][] matrix, double... right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double times = matrix[j][i] / matrix[i][i];
                for (int k = i; k < size; k++) {
                    matrix[j][k] -= times * matrix[i][k];
                }
                right[j] -= times * right[i];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                right[i] -= matrix[i][k] * right[k];
            }
            right[i] /= matrix[i][i];
        }
        return right;
    }
}
