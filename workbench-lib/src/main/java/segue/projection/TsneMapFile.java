package segue.projection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import segue.files.FieldInput;
import segue.files.FieldOutput;
import segue.files.FileKind;
import segue.matrix.FloatMatrix;
import segue.matrix.SavedMatrix;
import segue.neighbors.Metric;

/**
 * The fields of a saved map:
 *
 * <pre>
 * double int text   perplexity, dimensions, name of the metric: "euclidean"
 * int int           iterations that were asked for, and those exaggerated
 * double double     exaggeration, learning rate (0: chosen)
 * long int          seed, threads
 * int               start: 0 principal components, 1 random, 2 given positions
 * matrix            the given positions; only of start 2
 * double int        Kullback-Leibler divergence, iterations that were done
 * double double double   seconds: neighbours, affinities, optimisation
 * matrix matrix     the data, the coordinates
 * </pre>
 */
final class TsneMapFile {
    private static final FileKind KIND = new FileKind("SegueMap", 2, "a saved map");

    private TsneMapFile() {}

    static void write(Path file, TsneMap map) throws IOException {
        KIND.write(file, out -> {
            writeOptions(out, map.options());
            out.writeDouble(map.klDivergence());
            out.writeInt(map.iterations());
            out.doubles(
                    map.seconds().neighbors(),
                    map.seconds().affinities(),
                    map.seconds().optimisation());
            SavedMatrix.write(out, map.data());
            SavedMatrix.write(out, map.coordinates());
        });
    }

    private static void writeOptions(FieldOutput out, TsneOptions options) throws IOException {
        out.writeDouble(options.perplexity());
        out.writeInt(options.dimensions());
        out.text(options.metric().label());
        TsneSchedule schedule = options.schedule();
        out.writeInt(schedule.iterations());
        out.writeInt(schedule.exaggeratedIterations());
        out.writeDouble(schedule.exaggeration().orElse(0));
        out.writeDouble(schedule.learningRate().orElse(0));
        out.writeLong(options.seed());
        out.writeInt(options.threads());
        switch (options.initialisation()) {
            case Initialisation.Principal() -> out.writeInt(0);
            case Initialisation.Chance() -> out.writeInt(1);
            case Initialisation.Given(FloatMatrix positions) -> {
                out.writeInt(2);
                SavedMatrix.write(out, positions);
            }
        }
    }

    static TsneMap read(Path file) throws IOException {
        return KIND.read(file, in -> {
            TsneOptions options = readOptions(in);
            double divergence = in.readDouble();
            int iterations = in.readInt();
            TsneMap.Seconds seconds = new TsneMap.Seconds(in.readDouble(), in.readDouble(), in.readDouble());
            FloatMatrix data = SavedMatrix.read(in);
            return new TsneMap(data, SavedMatrix.read(in), options, divergence, iterations, seconds);
        });
    }

    private static TsneOptions readOptions(FieldInput in) throws IOException {
        double perplexity = in.readDouble();
        int dimensions = in.readInt();
        Metric metric = Metric.parse(in.text());
        TsneSchedule schedule = readSchedule(in);
        long seed = in.readLong();
        int threads = in.readInt();
        return new TsneOptions(perplexity, dimensions, metric, readStart(in), schedule, seed, threads);
    }

    private static TsneSchedule readSchedule(FieldInput in) throws IOException {
        int iterations = in.readInt();
        int exaggerated = in.readInt();
        return new TsneSchedule(iterations, exaggerated, readChoice(in), readChoice(in));
    }

    /** A number; 0 where it was left to the map. */
    private static OptionalDouble readChoice(FieldInput in) throws IOException {
        double value = in.readDouble();
        return value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Initialisation readStart(FieldInput in) throws IOException {
        int start = in.readInt();
        return switch (start) {
            case 0 -> Initialisation.pca();
            case 1 -> Initialisation.random();
            case 2 -> Initialisation.of(SavedMatrix.read(in));
            default -> throw new IllegalArgumentException("a start of number " + start + " is not known");
        };
    }
}
