package segue.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
            description = "rows to map: .npy (float32) or .csv (the nine audio features, or every column)")
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

    @Option(names = "--save", paramLabel = "FILE", description = "tsne: keep the map, for --onto")
    private Path save;

    @Option(
            names = "--onto",
            paramLabel = "FILE",
            description = "place the rows on this saved map, which stays as it is")
    private Path onto;

    @Mixin
    private Work work;

    /** By t-SNE, for {@code --save}. */
    private TsneMap made;

    @Override
    public Integer call() throws Exception {
        boolean byTsne = byTsne();
        checkCombination(byTsne);
        int threads = work.threads();
        TsneOptions options = byTsne && onto == null ? options() : null;
        OutputFiles.require(out, save).spare(data, onto, startFile());
        long start = System.nanoTime();
        FloatMatrix rows = MatrixFile.read(data);
        TsneMap standing = onto == null ? null : TsneMap.load(onto);
        if (options != null && startFile() != null) {
            options = options.startingFrom(Initialisation.of(MatrixFile.read(startFile())));
        }
        double loadSeconds = Work.secondsSince(start);

        start = System.nanoTime();
        Map<String, Object> told = new LinkedHashMap<>();
        FloatMatrix coordinates;
        if (standing != null) {
            coordinates = standing.place(rows, threads);
            told.put("onto", standing.data().rows());
            told.put("klDivergence", standing.klDivergence());
        } else if (byTsne) {
            coordinates = tsne(rows, options, told);
        } else {
            coordinates = pca(rows, threads, told);
        }
        double seconds = Work.secondsSince(start);
        Npy.write(out, coordinates);
        if (save != null) {
            made.save(save);
        }
        report(rows, coordinates, told, loadSeconds, seconds);
        return 0;
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
            refuse("--method pca has no use for it", "--seed", "--init", "--save");
        }
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

    private FloatMatrix tsne(FloatMatrix rows, TsneOptions options, Map<String, Object> told) {
        TsneMap map = Tsne.map(rows, options);
        made = map;
        told.put("perplexity", options.perplexity());
        told.put("iterations", map.iterations());
        told.put("klDivergence", map.klDivergence());
        told.put("neighborSeconds", map.seconds().neighbors());
        told.put("affinitySeconds", map.seconds().affinities());
        told.put("optimisationSeconds", map.seconds().optimisation());
        return map.coordinates();
    }

    private FloatMatrix pca(FloatMatrix rows, int threads, Map<String, Object> told) {
        Pca pca = Pca.fit(rows, dims, threads);
        told.put("explainedVariance", pca.explainedVariance());
        told.put("explainedVarianceRatio", pca.explainedVarianceRatio());
        return pca.transform(rows);
    }

    private void report(
            FloatMatrix rows, FloatMatrix coordinates, Map<String, Object> told, double loadSeconds, double seconds) {
        if (work.json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "embed");
            result.put("method", method);
            result.put("backend", Backend.SIMD.unavailableReason().isEmpty() ? "simd" : "scalar");
            result.put("threads", work.threads());
            result.put("rows", rows.rows());
            result.put("dims", rows.columns());
            result.put("mapDims", coordinates.columns());
            result.putAll(told);
            result.put("loadSeconds", loadSeconds);
            result.put("seconds", seconds);
            result.put("warmUp", "none: seconds has the JVM starting cold");
            System.out.println(Json.of(result));
            return;
        }
        Object divergence = told.get("klDivergence");
        System.err.printf(
                Locale.ROOT,
                "segue: %,d x %d %s by %s: %.3f s.%s%n",
                rows.rows(),
                rows.columns(),
                onto == null ? "mapped" : "placed on " + onto,
                method,
                seconds,
                divergence == null || onto != null
                        ? ""
                        : String.format(Locale.ROOT, " Kullback-Leibler divergence %.4f.", divergence));
    }
}
