package segue.spark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.spark.cost.Calibration;
import segue.spark.cost.Cluster;
import segue.spark.cost.CostModel;
import segue.spark.cost.Prediction;
import segue.spark.neighbors.Way;
import segue.spark.session.SegueSession;

/** {@code ./segue spark cost}: what an exact search of all pairs costs here, and would on more executors. */
@Command(
        name = "cost",
        description = "Measure small exact searches, and predict large ones on 1 to 1,000 executors of 2 cores.",
        mixinStandardHelpOptions = true)
final class CostCommand implements Callable<Integer> {
    private static final int COLUMNS = 13;
    private static final int CORES_EACH = 2;
    private static final long[] ROWS = {1_000_000, 10_000_000, 100_000_000};
    private static final int[] EXECUTORS = {1, 2, 4, 16, 64, 256, 1000};

    @Option(
            names = "--rows",
            split = ",",
            defaultValue = "50000,100000,200000",
            paramLabel = "N",
            description = "sizes to measure, at least two, ascending (default: 50000,100000,200000)")
    private int[] rows;

    @Option(names = "--k", defaultValue = "10", paramLabel = "K", description = "neighbours a row (default: 10)")
    private int k;

    @Option(
            names = "--scratch",
            paramLabel = "FOLDER",
            description =
                    "where the tables to measure on are written; every executor must see it (default: a temporary one)")
    private Path scratch;

    @Mixin
    private SparkOptions spark;

    @Override
    public Integer call() throws IOException {
        if (k < 1) {
            throw new IllegalArgumentException("--k must be at least 1 but was " + k);
        }
        return spark.run("cost", this::measure);
    }

    private SparkOptions.Told measure(SegueSession session) throws IOException {
        Path folder = scratch == null ? Files.createTempDirectory("segue-cost-") : Files.createDirectories(scratch);
        Calibration measured = Calibration.measure(session, rows, COLUMNS, k, folder);
        for (int size : rows) {
            Files.deleteIfExists(folder.resolve("rows-" + size + ".npy"));
        }
        if (scratch == null) {
            Files.delete(folder);
        }
        List<Map<String, Object>> points = new ArrayList<>();
        StringBuilder text = new StringBuilder("measured beside the model%n".formatted());
        for (Calibration.Point point : measured.points()) {
            points.add(tell(point, text));
        }
        text.append("predicted, k=%d, %d columns%n".formatted(k, COLUMNS));
        List<Map<String, Object>> predictions = predictions(new CostModel(measured.constants()), text);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("constants", constants(measured));
        figures.put("measured", points);
        figures.put("predicted", predictions);
        return new SparkOptions.Told("cost of exact neighbours\n" + text + measured.constants(), figures);
    }

    private static Map<String, Object> constants(Calibration measured) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("broadcast", measured.constants().broadcast());
        all.put("shuffle", measured.constants().shuffle());
        all.put("secondsATask", measured.constants().secondsATask());
        all.put("secondsAnIndexedRow", measured.constants().secondsAnIndexedRow());
        all.put("secondsAQuery", measured.constants().secondsAQuery());
        all.put("referenceRows", measured.constants().referenceRows());
        all.put("power", measured.constants().power());
        all.put("shuffledBytesASecondAndCore", measured.constants().shuffledBytesASecond());
        all.put("broadcastBytesASecond", measured.constants().broadcastBytesASecond());
        return all;
    }

    private static Map<String, Object> tell(Calibration.Point point, StringBuilder text) {
        Prediction predicted = point.predicted();
        double ratio = point.measuredSeconds() / predicted.wallSeconds();
        text.append(String.format(
                Locale.ROOT,
                "%,12d rows  %-9s  measured %8.2f s, model %8.2f s, ratio %.2f; shuffled %,d bytes, model %,d%n",
                predicted.layout().rows(),
                predicted.way().label(),
                point.measuredSeconds(),
                predicted.wallSeconds(),
                ratio,
                point.measuredBytes(),
                predicted.shuffledBytes()));
        Map<String, Object> figures = figures(predicted);
        figures.put("measuredWallSeconds", point.measuredSeconds());
        figures.put("measuredOverPredicted", ratio);
        figures.put("measuredShuffledBytes", point.measuredBytes());
        return figures;
    }

    private List<Map<String, Object>> predictions(CostModel model, StringBuilder text) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (long size : ROWS) {
            for (int executors : EXECUTORS) {
                for (Way way : List.of(Way.BROADCAST, Way.SHUFFLE)) {
                    model.predict(way, size, COLUMNS, k, new Cluster(executors, CORES_EACH))
                            .ifPresent(predicted -> {
                                text.append(String.format(
                                        Locale.ROOT,
                                        "%,12d rows  %-9s  %,5d executors  %,14.1f s, %,10.2f s a task, %,9d tasks, shuffled %,.2f GB,"
                                                + " %,.1f MB a task%n",
                                        size,
                                        way.label(),
                                        executors,
                                        predicted.wallSeconds(),
                                        predicted.secondsATask(),
                                        predicted.layout().tasks(),
                                        predicted.shuffledBytes() / 1e9,
                                        predicted.shuffledBytesATask() / 1e6));
                                Map<String, Object> figures = figures(predicted);
                                figures.put("executors", executors);
                                figures.put("coresEach", CORES_EACH);
                                all.add(figures);
                            });
                }
            }
        }
        return all;
    }

    private static Map<String, Object> figures(Prediction predicted) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", predicted.layout().rows());
        figures.put("way", predicted.way().label());
        figures.put("tasks", predicted.layout().tasks());
        figures.put("wallSeconds", predicted.wallSeconds());
        figures.put("secondsATask", predicted.secondsATask());
        figures.put("shuffledBytes", predicted.shuffledBytes());
        figures.put("shuffledBytesATask", predicted.shuffledBytesATask());
        return figures;
    }
}
