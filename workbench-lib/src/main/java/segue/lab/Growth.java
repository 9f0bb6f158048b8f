package segue.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import segue.matrix.FloatMatrix;
import segue.progress.Progress;

/**
 * The same questions to ever more rows, or ever wider ones.
 *
 * <pre>{@code
 * GrowthReport report = Growth.bySongs(Growth.SONGS).measure(LabOptions.defaults());
 * GrowthReport wider = Growth.byDimensions(20_000, 8, 32, 128).measure(LabOptions.defaults());
 * }</pre>
 */
public final class Growth {
    /** A thousand to a million. */
    public static final int[] SONGS = {1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000};

    public static final int[] DIMENSIONS = {8, 16, 32, 64, 128, 256, 512};

    /** Steps are many: each gets that part of the seconds. */
    private static final int SHARE_OF_STEP = 4;

    private static final int BATCH = 256;
    private static final long SEED = 3;

    private final String source;
    private final String unit;
    private final int[] sizes;
    private final IntFunction<FloatMatrix> rowsOf;
    private final List<Contender> contenders;

    private Growth(
            String source, String unit, int[] sizes, IntFunction<FloatMatrix> rowsOf, List<Contender> contenders) {
        this.source = source;
        this.unit = unit;
        this.sizes = sizes.clone();
        this.rowsOf = rowsOf;
        this.contenders = List.copyOf(contenders);
    }

    /** By the number of invented songs, ascending. */
    public static Growth bySongs(int... sizes) {
        String source = SongLike.description() + ", %d columns".formatted(SongLike.FEATURES);
        return new Growth(source, "rows", sizes, size -> SongLike.vectors(size, SongLike.FEATURES), Contenders.all());
    }

    /** By the number of invented features of {@code songs} songs, ascending. */
    public static Growth byDimensions(int songs, int... sizes) {
        String source = SongLike.description() + ", %,d rows".formatted(songs);
        return new Growth(source, "columns", sizes, size -> SongLike.vectors(songs, size), Contenders.all());
    }

    /** By the number of rows of {@code data}, chosen at random: those of {@link #SONGS} that there are, and all. */
    public static Growth byRowsOf(FloatMatrix data, String source) {
        int[] order = Rows.shuffled(data.rows(), SEED);
        return new Growth(
                source,
                "rows",
                upTo(SONGS, data.rows()),
                size -> data.selectRows(Rows.cycled(order, size)),
                Contenders.all());
    }

    /** By the number of columns of {@code data}, the first ones: those of {@link #DIMENSIONS} that there are, and all. */
    public static Growth byColumnsOf(FloatMatrix data, String source) {
        return new Growth(
                source,
                "columns",
                upTo(DIMENSIONS, data.columns()),
                size -> firstColumns(data, size),
                Contenders.all());
    }

    private static int[] upTo(int[] sizes, int all) {
        int[] smaller = Arrays.stream(sizes).filter(size -> size < all).toArray();
        int[] chosen = Arrays.copyOf(smaller, smaller.length + 1);
        chosen[smaller.length] = all;
        return chosen;
    }

    private static FloatMatrix firstColumns(FloatMatrix data, int columns) {
        float[] values = new float[data.rows() * columns];
        for (int row = 0; row < data.rows(); row++) {
            System.arraycopy(data.values(), data.offset(row), values, row * columns, columns);
        }
        return FloatMatrix.wrap(data.rows(), columns, values);
    }

    /** The same rows for others. */
    public Growth with(List<Contender> contenders) {
        return new Growth(source, unit, sizes, rowsOf, contenders);
    }

    /**
     * Takes about {@code seconds} of the options for each contender and size.
     *
     * @throws IllegalArgumentException if the smallest size has no more than {@code k} rows
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public GrowthReport measure(LabOptions options) {
        long start = System.nanoTime();
        LabOptions ofStep =
                options.withSeconds(options.seconds() / SHARE_OF_STEP).withBatch(BATCH);
        Map<Contender, double[]> single = new HashMap<>();
        Map<Contender, double[]> batch = new HashMap<>();
        Map<Contender, String> gaps = new HashMap<>();
        for (Contender contender : contenders) {
            single.put(contender, Lab.missing(sizes.length));
            batch.put(contender, Lab.missing(sizes.length));
        }
        List<String> wrong = new ArrayList<>();
        try (Progress progress = Progress.begin("measuring", (long) sizes.length * contenders.size())) {
            for (int step = 0; step < sizes.length; step++) {
                progress.say("%,d %s".formatted(sizes[step], unit));
                // What was warm for the size before stays warm.
                double warmUp = step == 0 ? options.warmUpSeconds() : options.warmUpSeconds() / SHARE_OF_STEP;
                Exam exam = Exam.of(rowsOf.apply(sizes[step]), ofStep.withWarmUpSeconds(warmUp));
                for (Contender contender : contenders) {
                    String gap = measure(
                            new Trial(contender, exam), contender, single.get(contender), batch.get(contender), step);
                    if (gap.startsWith("WRONG")) {
                        wrong.add("%s at %,d %s: %s".formatted(contender.title(), sizes[step], unit, gap));
                    }
                    if (!gap.isEmpty()) {
                        gaps.putIfAbsent(contender, "at %s %s: %s".formatted(Sweep.number(sizes[step]), unit, gap));
                    }
                    progress.step();
                }
            }
        }
        return new GrowthReport(
                Environment.here(),
                source,
                options,
                sweep("one query at a time", single, gaps),
                sweep("queries in batches of %d".formatted(BATCH), batch, gaps),
                wrong,
                Stopwatch.since(start));
    }

    private static String measure(Trial trial, Contender contender, double[] single, double[] batch, int step) {
        int threads = contender.threads(trial.exam().options().threads()).getLast();
        Result alone = trial.run(Task.SINGLE, threads);
        Result together = alone.isTimed() ? trial.run(Task.BATCH, threads) : alone;
        if (!together.isTimed()) {
            return trial.absence().orElse(together.verdict().label());
        }
        single[step] = alone.timing().lowerQuartile();
        batch[step] = together.timing().lowerQuartile() / BATCH;
        return "";
    }

    private Sweep sweep(String title, Map<Contender, double[]> seconds, Map<Contender, String> gaps) {
        List<Curve> curves = contenders.stream()
                .map(contender -> Curve.of(contender, seconds.get(contender), gaps.getOrDefault(contender, "")))
                .toList();
        return new Sweep(title, unit, Arrays.stream(sizes).asDoubleStream().toArray(), curves);
    }
}
