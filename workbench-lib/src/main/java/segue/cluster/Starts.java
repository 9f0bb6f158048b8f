package segue.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.ParallelBlocks;
import segue.neighbors.RowSample;

/**
 * Where k-means begins. Many starts make a few passes over a small sample of the rows; the best few go on with a larger one;
 * the best of these is taken.
 */
final class Starts {
    private static final int SMALL_SAMPLE = 8_192;
    private static final int SMALL_SAMPLE_EACH = 32;
    private static final int FEW_PASSES = 20;
    private static final int LARGER = 4;
    private static final int MORE_PASSES = 60;
    private static final int BEST = 5;

    private final FloatMatrix rows;
    private final KMeansOptions options;
    private final CentroidScan scan;
    private final Random random;

    private Starts(FloatMatrix rows, KMeansOptions options, CentroidScan scan) {
        this.rows = rows;
        this.options = options;
        this.scan = scan;
        this.random = new Random(options.seed());
    }

    /** @return centroids, shape {@code (k, columns)} */
    static float[] best(FloatMatrix rows, KMeansOptions options, CentroidScan scan) {
        return new Starts(rows, options, scan).best();
    }

    private float[] best() {
        long size = Math.max(SMALL_SAMPLE, (long) SMALL_SAMPLE_EACH * options.k());
        FloatMatrix small = sample(size);
        Tiles tiles = Tiles.of(small);
        long[] seeds = random.longs(options.starts()).toArray();
        List<Lloyd> tried = each(
                seeds.length,
                start -> new Lloyd(
                                small,
                                tiles,
                                Seeding.of(small, tiles, options.k(), scan, new Random(seeds[start])),
                                1,
                                scan)
                        .run(Math.min(options.iterations(), FEW_PASSES), (pass, inertia) -> {}));
        List<Lloyd> good = tried.stream()
                .sorted(Comparator.comparingDouble(Lloyd::inertia))
                .limit(BEST)
                .toList();
        if (good.size() == 1) {
            return good.getFirst().centroids();
        }
        FloatMatrix large = sample(LARGER * size);
        Tiles more = Tiles.of(large);
        return each(
                        good.size(),
                        start -> new Lloyd(large, more, good.get(start).centroids(), 1, scan)
                                .run(Math.min(options.iterations(), MORE_PASSES), (pass, inertia) -> {}))
                .stream()
                .min(Comparator.comparingDouble(Lloyd::inertia))
                .orElseThrow()
                .centroids();
    }

    /** All rows where there are not more, or where the sample would have too few different ones. */
    private FloatMatrix sample(long size) {
        if (size >= rows.rows()) {
            return rows;
        }
        FloatMatrix drawn = rows.selectRows(RowSample.of(rows.rows(), (int) size, random));
        return DifferentRows.upTo(options.k(), drawn) < options.k() ? rows : drawn;
    }

    @FunctionalInterface
    private interface Start {
        Lloyd run(int start);
    }

    private List<Lloyd> each(int count, Start work) {
        Lloyd[] done = new Lloyd[count];
        ParallelBlocks.run(
                count,
                "starts",
                1,
                options.threads(),
                (at, total) -> {},
                (from, to) -> IntStream.range(from, to).forEach(start -> done[start] = work.run(start)));
        return Arrays.asList(done);
    }
}
