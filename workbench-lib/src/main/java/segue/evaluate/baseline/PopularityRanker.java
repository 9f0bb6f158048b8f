package segue.evaluate.baseline;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import segue.evaluate.Ranker;
import segue.evaluate.Training;

/** The most popular songs, the same for everybody, less those that are there already. */
public final class PopularityRanker implements Ranker {
    private final int[] order;

    private PopularityRanker(int songs, IntToDoubleFunction popularity) {
        this.order = IntStream.range(0, songs)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -popularity.applyAsDouble(row)))
                .mapToInt(row -> row)
                .toArray();
    }

    /** By the number of playlists of the training; ties by what the catalogue says of popularity, then by row. */
    public static PopularityRanker inPlaylists(Training training) {
        int[] counts = training.playlists().counts();
        return new PopularityRanker(counts.length, row -> counts[row] + inCatalog(training, row) / 1000.0);
    }

    /** By what the catalogue says of popularity, 1 to 100, unknown last; ties by row. */
    public static PopularityRanker inCatalog(Training training) {
        return new PopularityRanker(training.songs().size(), row -> inCatalog(training, row));
    }

    private static int inCatalog(Training training, int row) {
        return training.songs().track(row).popularity().orElse(0);
    }

    /** All songs, most popular first; read it, do not write it. */
    int[] order() {
        return order;
    }

    @Override
    public int[] rank(int[] seeds, int n) {
        return IntStream.of(order).filter(excluding(seeds)).limit(n).toArray();
    }

    private static IntPredicate excluding(int... seeds) {
        int[] sorted = seeds.clone();
        Arrays.sort(sorted);
        return row -> Arrays.binarySearch(sorted, row) < 0;
    }
}
