package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.projection.Initialisation;
import segue.projection.Pca;
import segue.projection.Projection;
import segue.projection.Tsne;
import segue.projection.TsneMap;
import segue.projection.TsneOptions;

/** {@code ./segue embed}: a map of the rows of a file, by t-SNE or principal components, or more rows on a saved map. */
@Command(
        name = "embed",
        description = "Map the rows of a matrix by t-SNE or principal components, or place them on a saved map.",
        mixinStandardHelpOptions = true)
final class EmbedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description =
                    "rows to map: .npy (float32), as they are, or .csv (the nine audio features, or every column, each in"
                            + " its standard deviations; of a features.csv its vectors)")
    private Path data;

    @Option(names = "--method", paramLabel = "METHOD", description = "tsne or pca (default: tsne)")
    private String method = "tsne";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "coordinates, float32 .npy (rows, dims)")
    private Path out;

    @Option(
            names = "--dims",
            paramLabel = "N",
            description = "dimensions of the map (default: 2; tsne also 3, pca up to the number of columns)")
    private int dims = 2;

    @Option(
            names = "--perplexity",
            paramLabel = "P",
            description = "tsne: about how many neighbours count (default: 30)")
    private double perplexity = TsneOptions.defaults().perplexity();

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "tsne: steps, of which a third, at most 250, are exaggerated (default: 750)")
    private int iterations = TsneOptions.defaults().schedule().iterations();

    @Option(names = "--metric", paramLabel = "METRIC", description = "tsne: distance of rows (default: euclidean)")
    private String metric = Metric.EUCLIDEAN.label();

    @Option(names = "--seed", paramLabel = "N", description = "tsne: of everything that is random (default: 42)")
    private long seed = TsneOptions.defaults().seed();

    @Option(
            names = "--init",
            paramLabel = "START",
            description = "tsne: pca, random, or a .npy file of positions (default: pca)")
    private String init = "pca";

    @Option(names = "--save", paramLabel = "FILE", description = "keep the map or the components, for --onto")
    private Path save;

    @Option(
            names = "--onto",
            paramLabel = "FILE",
            description = "place the rows on this saved map, or along saved components, which stay as they are")
    private Path onto;

    @Option(
            names = "--scale-of",
            paramLabel = "FILE",
            description = "--onto, of a .csv: the .csv that the map was made of, on whose scale the rows are put")
    private Path scaleOf;

    @Mixin
    private Work work;

    @Override
    public Integer call() throws IOException {
        boolean byTsne = byTsne();
        checkCombination(byTsne);
        checkScale();
        int threads = work.threads();
        TsneOptions options = byTsne && onto == null ? options() : null;
        OutputFiles.require(out, save).spare(data, onto, scaleOf, startFile());
        return OnCtrlC.interrupt(() -> embed(options, threads));
    }

    /** @param options of t-SNE; null for what is not made by it */
    private int embed(TsneOptions options, int threads) throws IOException {
        long start = System.nanoTime();
        FloatMatrix rows =
                scaleOf == null ? MatrixFile.readOnOneScale(data).rows() : MatrixFile.readOnScaleOf(scaleOf, data);
        Projection standing = onto == null ? null : Projection.load(onto);
        Path given = startFile();
        TsneOptions complete =
                given == null ? options : options.startingFrom(Initialisation.of(MatrixFile.read(given)));
        double loadSeconds = Work.secondsSince(start);

        start = System.nanoTime();
        FloatMatrix coordinates;
        Projection projection;
        if (standing != null) {
            projection = standing;
            coordinates = standing.place(rows, threads);
        } else if (complete != null) {
            TsneMap map = Tsne.map(rows, complete);
            projection = map;
            coordinates = map.coordinates();
        } else {
            Pca pca = Pca.fit(rows, dims, threads);
            projection = pca;
            coordinates = pca.transform(rows);
        }
        double seconds = Work.secondsSince(start);
        // A thread that stays marked as interrupted writes no file.
        boolean stopped = Thread.interrupted();
        Npy.write(out, coordinates);
        if (save != null) {
            projection.save(save);
        }
        report(rows, coordinates, projection, loadSeconds, seconds);
        return stopped ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private boolean byTsne() {
        return switch (method) {
            case "tsne" -> true;
            case "pca" -> false;
            default -> throw new IllegalArgumentException("--method must be tsne or pca but was '" + method + "'");
        };
    }

    /** Options that would have no effect are refused. */
    private void checkCombination(boolean byTsne) {
        if (onto != null) {
            refuse("--onto places rows on a map that is made", byTsne ? "" : "--method", "--save");
            refuse("--onto takes this from the saved map", "--dims", "--perplexity", "--iterations", "--metric");
            refuse("--onto places rows on a map that is made", "--seed", "--init");
        } else if (!byTsne) {
            refuse("--method pca has no use for it", "--perplexity", "--iterations", "--metric");
            refuse("--method pca has no use for it", "--seed", "--init");
        }
    }

    /** Rows of a table have a place on a map only on the scale of the table that it was made of. */
    private void checkScale() {
        if (scaleOf == null) {
            if (onto != null && isTable(data)) {
                throw new IllegalArgumentException(
                        "rows of a table are placed on the scale of the table that the map was"
                                + " made of: name that .csv file with --scale-of");
            }
        } else if (onto == null || !isTable(data)) {
            throw new IllegalArgumentException("--scale-of is for a .csv that is placed by --onto: leave it out");
        } else if (!isTable(scaleOf)) {
            throw new IllegalArgumentException("--scale-of must be a .csv file but was " + scaleOf);
        }
    }

    private static boolean isTable(Path file) {
        return !file.toString().endsWith(".npy");
    }

    private void refuse(String reason, String... names) {
        for (String name : names) {
            if (!name.isEmpty() && spec.commandLine().getParseResult().hasMatchedOption(name)) {
                throw new IllegalArgumentException("%s: leave %s out".formatted(reason, name));
            }
        }
    }

    private TsneOptions options() {
        TsneOptions options = TsneOptions.defaults()
                .withDimensions(dims)
                .withPerplexity(perplexity)
                .withIterations(iterations)
                .withMetric(Metric.parse(metric))
                .withSeed(seed)
                .onThreads(work.threads());
        return init.equals("random") ? options.startingFrom(Initialisation.random()) : options;
    }

    /** The file of initial positions; null where there is none. */
    private Path startFile() {
        if (init.equals("pca") || init.equals("random")) {
            return null;
        }
        if (!init.endsWith(".npy") && !init.endsWith(".csv")) {
            throw new IllegalArgumentException("--init must be pca, random or a .npy file but was '" + init + "'");
        }
        return Path.of(init);
    }

    private void report(
            FloatMatrix rows, FloatMatrix coordinates, Projection projection, double loadSeconds, double seconds) {
        if (!work.json) {
            System.err.printf(
                    Locale.ROOT,
                    "segue: %,d x %d %s by %s: %.3f s.%s%n",
                    rows.rows(),
                    rows.columns(),
                    onto == null ? "mapped" : "placed on " + onto,
                    name(projection),
                    seconds,
                    onto == null ? quality(projection) : "");
            return;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "embed");
        result.put("method", name(projection));
        result.put("backend", Backend.SIMD.unavailableReason().isEmpty() ? "simd" : "scalar");
        result.put("threads", work.threads());
        result.put("rows", rows.rows());
        result.put("dims", rows.columns());
        result.put("mapDims", coordinates.columns());
        if (onto != null) {
            result.put("onto", onto.toString());
        }
        tell(projection, result);
        result.put("loadSeconds", loadSeconds);
        result.put("seconds", seconds);
        result.put("warmUp", "none: seconds has the JVM starting cold");
        System.out.println(Json.of(result));
    }

    private static String name(Projection projection) {
        return projection instanceof TsneMap ? "tsne" : "pca";
    }

    private static String quality(Projection projection) {
        return switch (projection) {
            case TsneMap map ->
                String.format(Locale.ROOT, " Kullback-Leibler divergence %.4f.", map.klDivergence())
                        + (map.finished()
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        " Interrupted after %,d of %,d iterations: this is the map so far.",
                                        map.iterations(),
                                        map.options().schedule().iterations()));
            case Pca pca ->
                String.format(
                        Locale.ROOT,
                        " %.1f %% of the variance is shown.",
                        100 * Arrays.stream(pca.explainedVarianceRatio()).sum());
        };
    }

    private void tell(Projection projection, Map<String, Object> result) {
        switch (projection) {
            case TsneMap map -> {
                result.put("perplexity", map.options().perplexity());
                result.put("iterations", map.iterations());
                result.put("finished", map.finished());
                result.put("klDivergence", map.klDivergence());
                if (onto == null) {
                    result.put("neighborSeconds", map.seconds().neighbors());
                    result.put("affinitySeconds", map.seconds().affinities());
                    result.put("optimisationSeconds", map.seconds().optimisation());
                }
            }
            case Pca pca -> {
                result.put("explainedVariance", pca.explainedVariance());
                result.put("explainedVarianceRatio", pca.explainedVarianceRatio());
            }
        }
    }
}
