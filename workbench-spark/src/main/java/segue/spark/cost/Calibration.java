package segue.spark.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;
import segue.matrix.Npy;
import segue.spark.neighbors.ExactNeighbors;
import segue.spark.neighbors.NeighborsOptions;
import segue.spark.neighbors.Way;
import segue.spark.rows.RowTable;
import segue.spark.session.RunFigures;
import segue.spark.session.RunMeter;
import segue.spark.session.SegueSession;

/**
 * The constants of a cost model, from small runs; and whole searches beside what the model says of them.
 *
 * @param points in the order of their sizes, broadcast before shuffle
 */
public record Calibration(Constants constants, List<Point> points) {
    private static final int TASKS_A_CORE = 50;
    private static final int NEXT_TO_NONE = 200;
    private static final int ROUNDS = 3;
    private static final List<Way> WAYS = List.of(Way.BROADCAST, Way.SHUFFLE);
    private static final int FLOATS = 1 << 21;

    /**
     * One search that was run.
     *
     * @param measuredSeconds of wall
     * @param measuredBytes shuffled
     */
    public record Point(Prediction predicted, double measuredSeconds, long measuredBytes) {}

    public Calibration {
        points = List.copyOf(points);
    }

    /**
     * Measures on an open session: what a task, a shuffle, a broadcast and the kernel take; then a search each size and way, the
     * quickest of three. What the smallest took longer is put down to its rows, so it is the larger ones that test the model.
     *
     * @param rows sizes, at least 2 of at least 100 rows, ascending
     * @param folder where tables are written, which every executor sees
     */
    public static Calibration measure(SegueSession session, int[] rows, int columns, int k, Path folder)
            throws IOException {
        requireSizes(rows);
        List<String> files = new ArrayList<>();
        for (int size : rows) {
            Path file = folder.resolve("rows-" + size + ".npy");
            Npy.write(file, Kernel.clusters(size, columns));
            files.add(file.toString());
        }
        Path next = folder.resolve("rows-next-to-none.npy");
        Npy.write(next, Kernel.clusters(NEXT_TO_NONE, columns));
        for (Way way : WAYS) {
            search(session, files.getFirst(), k, way);
        }
        Cluster cluster = new Cluster(1, session.context().defaultParallelism());
        Constants constants = constants(session.context(), rows, columns, k)
                .with(
                        new Overhead(
                                quickest(session, next.toString(), k, Way.BROADCAST)
                                        .wallSeconds(),
                                0),
                        new Overhead(
                                quickest(session, next.toString(), k, Way.SHUFFLE)
                                        .wallSeconds(),
                                0));
        Files.delete(next);
        Map<Way, List<RunFigures>> runs = new EnumMap<>(Way.class);
        for (Way way : WAYS) {
            List<RunFigures> figures = new ArrayList<>();
            for (String file : files) {
                figures.add(quickest(session, file, k, way));
            }
            runs.put(way, figures);
        }
        CostModel rough = new CostModel(constants);
        constants = constants.with(
                remaining(rough, Way.BROADCAST, rows[0], columns, k, cluster, runs),
                remaining(rough, Way.SHUFFLE, rows[0], columns, k, cluster, runs));
        return new Calibration(constants, points(new CostModel(constants), rows, columns, k, cluster, runs));
    }

    /** What the smallest search took longer than the model says is told of its rows; the larger ones are predicted. */
    private static Overhead remaining(
            CostModel model, Way way, int rows, int columns, int k, Cluster cluster, Map<Way, List<RunFigures>> runs) {
        double predicted =
                model.predict(way, rows, columns, k, cluster).orElseThrow().wallSeconds();
        double more = Math.max(0, runs.get(way).getFirst().wallSeconds() - predicted);
        Overhead fixed = way == Way.BROADCAST
                ? model.constants().broadcast()
                : model.constants().shuffle();
        return new Overhead(fixed.secondsASearch(), more * cluster.cores() / rows);
    }

    private static List<Point> points(
            CostModel model, int[] rows, int columns, int k, Cluster cluster, Map<Way, List<RunFigures>> runs) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            for (Way way : WAYS) {
                RunFigures figures = runs.get(way).get(i);
                points.add(new Point(
                        model.predict(way, rows[i], columns, k, cluster).orElseThrow(),
                        figures.wallSeconds(),
                        figures.shuffledBytes()));
            }
        }
        return points;
    }

    private static void requireSizes(int[] rows) {
        boolean ascending = IntStream.range(1, rows.length).allMatch(i -> rows[i] > rows[i - 1]);
        if (rows.length < 2 || rows[0] < 100 || !ascending) {
            throw new IllegalArgumentException(
                    "rows must be at least two ascending numbers from 100 on but were " + Arrays.toString(rows));
        }
    }

    private static RunFigures quickest(SegueSession session, String file, int k, Way way) throws IOException {
        RunFigures best = search(session, file, k, way);
        for (int round = 1; round < ROUNDS; round++) {
            RunFigures next = search(session, file, k, way);
            best = next.wallSeconds() < best.wallSeconds() ? next : best;
        }
        return best;
    }

    private static RunFigures search(SegueSession session, String file, int k, Way way) throws IOException {
        RunMeter meter = session.meter();
        session.run(spark -> {
            RowTable table = RowTable.open(spark, file, List.of());
            ExactNeighbors.of(spark, table, NeighborsOptions.nearest(k).by(way))
                    .table()
                    .write()
                    .format("noop")
                    .mode("overwrite")
                    .save();
            return null;
        });
        return meter.figures();
    }

    private static Constants constants(JavaSparkContext context, int[] rows, int columns, int k) {
        int cores = context.defaultParallelism();
        double job = emptyTasks(context, 1);
        double task = Math.max(0, emptyTasks(context, TASKS_A_CORE * cores) - job) / TASKS_A_CORE;
        List<Kernel> kernels = Arrays.stream(rows)
                .mapToObj(size -> Kernel.measure(context, size, columns, k))
                .toList();
        Kernel last = kernels.getLast();
        return new Constants(
                new Overhead(0, 0),
                new Overhead(0, 0),
                task,
                last.secondsAnIndexedRow(),
                last.secondsAQuery(),
                last.rows(),
                power(kernels),
                shuffleRate(context, cores),
                broadcastRate(context));
    }

    /** The least squares slope of log seconds over log rows, within 0 to 1. */
    static double power(List<Kernel> kernels) {
        double meanX = kernels.stream()
                .mapToDouble(one -> Math.log(one.rows()))
                .average()
                .orElseThrow();
        double meanY = kernels.stream()
                .mapToDouble(one -> Math.log(one.secondsAQuery()))
                .average()
                .orElseThrow();
        double above = 0;
        double below = 0;
        for (Kernel one : kernels) {
            double x = Math.log(one.rows()) - meanX;
            above += x * (Math.log(one.secondsAQuery()) - meanY);
            below += x * x;
        }
        return Math.clamp(above / below, 0, 1);
    }

    /** The least of three. */
    private static double emptyTasks(JavaSparkContext context, int tasks) {
        return leastOfThree(
                () -> context.parallelize(Collections.nCopies(tasks, 0), tasks).count());
    }

    /** Every task sends 8 MiB, a part to each. */
    private static double shuffleRate(JavaSparkContext context, int cores) {
        int tasks = 4 * cores;
        int part = Math.ceilDiv(FLOATS, tasks);
        double seconds = leastOfThree(() -> context.parallelize(
                        IntStream.range(0, tasks).boxed().toList(), tasks)
                .flatMapToPair(from -> IntStream.range(0, tasks)
                        .mapToObj(to -> new Tuple2<>(to, noise(from, part)))
                        .iterator())
                .partitionBy(new HashPartitioner(tasks))
                .values()
                .mapToDouble(values -> values.length)
                .sum());
        return 4.0 * tasks * tasks * part / seconds / cores;
    }

    private static double broadcastRate(JavaSparkContext context) {
        float[] values = noise(1, 4 * FLOATS);
        double seconds = leastOfThree(() -> {
            Broadcast<float[]> sent = context.broadcast(values);
            context.parallelize(List.of(0), 1).map(at -> sent.value()[at]).collect();
            sent.destroy();
        });
        return 4.0 * values.length / seconds;
    }

    private static float[] noise(int seed, int length) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static double leastOfThree(Runnable work) {
        return IntStream.range(0, 3)
                .mapToDouble(round -> {
                    long start = System.nanoTime();
                    work.run();
                    return (System.nanoTime() - start) / 1e9;
                })
                .min()
                .orElseThrow();
    }
}
