package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;
import segue.catalog.Catalog;
import segue.matrix.FloatMatrix;
import segue.projection.Pca;
import segue.projection.Tsne;
import segue.projection.TsneMap;
import segue.projection.TsneOptions;

/** The options that say where the songs of a map stand: by t-SNE, by principal components, or as on a saved map. */
final class MapLayout {
    /** Of fewer not even perplexity 2 can be had. */
    private static final int LEAST_FOR_TSNE = 7;

    @Option(names = "--method", paramLabel = "METHOD", description = "tsne or pca (default: tsne)")
    private String method;

    @Option(
            names = "--perplexity",
            paramLabel = "P",
            description = "tsne: about how many neighbours count (default: 30, of fewer than 91 songs less)")
    private Double perplexity;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "tsne: steps, of which a third, at most 250, are exaggerated (default: 750)")
    private Integer iterations;

    @Option(names = "--seed", paramLabel = "N", description = "of everything that is random (default: 42)")
    private Long seed;

    @Option(names = "--save", paramLabel = "FILE", description = "tsne: keep the map too, for --map and embed --onto")
    private Path save;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = "take a map that --save kept, of the same songs: other colours take no new t-SNE")
    private Path saved;

    /**
     * Where songs stand.
     *
     * @param placing from points to places, for further songs
     * @param finished false where Ctrl-C ended it early
     * @param told about it in {@code --json}
     */
    record Layout(
            FloatMatrix coordinates,
            UnaryOperator<FloatMatrix> placing,
            boolean finished,
            String sentence,
            Map<String, Object> told) {}

    /** @throws IllegalArgumentException if a value is wrong, or an option would have no effect */
    void check() {
        if (method != null && !method.equals("tsne") && !method.equals("pca")) {
            throw new IllegalArgumentException("--method must be tsne or pca but was '" + method + "'");
        }
        if (saved != null) {
            refuse("--map takes this from the saved map", "--method", method);
            refuse("--map takes this from the saved map", "--perplexity", perplexity);
            refuse("--map takes this from the saved map", "--iterations", iterations);
            refuse("the map of --map is saved already", "--save", save);
        } else if (byPca()) {
            refuse("--method pca has no use for it", "--perplexity", perplexity);
            refuse("--method pca has no use for it", "--iterations", iterations);
            refuse("--method pca has no use for it", "--save", save);
        } else {
            options(1);
        }
    }

    /** @throws IllegalArgumentException if {@code --seed} is given although nothing is random */
    void checkSeed(boolean clusters) {
        if (!clusters && (saved != null || byPca())) {
            refuse("nothing is random here", "--seed", seed);
        }
    }

    /** @throws UnsupportedOperationException if they are too few */
    void requireEnough(Catalog songs) {
        if (byPca() && songs.size() < 2) {
            throw new UnsupportedOperationException("a map needs at least 2 songs but there are " + songs.size());
        }
        if (!byPca() && saved == null && songs.size() < LEAST_FOR_TSNE) {
            throw new UnsupportedOperationException(
                    "a map by t-SNE needs at least %d songs but there are %d: --method pca draws as few as 2"
                            .formatted(LEAST_FOR_TSNE, songs.size()));
        }
    }

    private static void refuse(String reason, String name, Object given) {
        if (given != null) {
            throw new IllegalArgumentException("%s: leave %s out".formatted(reason, name));
        }
    }

    private boolean byPca() {
        return "pca".equals(method);
    }

    long seed() {
        return seed == null ? TsneOptions.defaults().seed() : seed;
    }

    /** Null where nothing is to be saved. */
    Path save() {
        return save;
    }

    /** The saved map; null where there is none. */
    Path saved() {
        return saved;
    }

    private TsneOptions options(int threads) {
        TsneOptions options = TsneOptions.defaults().withSeed(seed()).onThreads(threads);
        if (iterations != null) {
            options = options.withIterations(iterations);
        }
        return perplexity == null ? options : options.withPerplexity(perplexity);
    }

    Layout of(Catalog songs, int threads) throws IOException {
        FloatMatrix points = songs.points();
        if (byPca()) {
            return byPca(points, threads);
        }
        TsneMap map = saved == null ? make(points, options(threads)) : load(songs, points);
        if (save != null) {
            map.save(save);
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("method", "tsne");
        told.put("perplexity", map.options().perplexity());
        told.put("iterations", map.iterations());
        told.put("finished", map.finished());
        told.put("klDivergence", map.klDivergence());
        if (saved == null) {
            told.put("neighborSeconds", map.seconds().neighbors());
            told.put("affinitySeconds", map.seconds().affinities());
            told.put("optimisationSeconds", map.seconds().optimisation());
        }
        String sentence = String.format(
                Locale.ROOT,
                "%sKullback-Leibler divergence %.4f",
                map.finished()
                        ? ""
                        : "the map so far, after %,d of %,d iterations, "
                                .formatted(
                                        map.iterations(),
                                        map.options().schedule().iterations()),
                map.klDivergence());
        return new Layout(
                map.coordinates(), rows -> map.place(rows, threads), saved != null || map.finished(), sentence, told);
    }

    private TsneMap make(FloatMatrix points, TsneOptions options) {
        TsneMap map = Tsne.map(points, perplexity == null ? options.fitting(points.rows()) : options);
        // Who stopped it early wants the map so far, and files cannot be written by a thread that is interrupted.
        Thread.interrupted();
        return map;
    }

    private TsneMap load(Catalog songs, FloatMatrix points) throws IOException {
        TsneMap map = TsneMap.load(saved);
        String reason = reasonAgainst(map, points);
        if (reason != null) {
            throw new UnsupportedOperationException(
                    "%s is no map of %s: %s. Name the catalogue that it was made of, or leave --map out"
                            .formatted(saved, songs, reason));
        }
        return map;
    }

    private static String reasonAgainst(TsneMap map, FloatMatrix points) {
        FloatMatrix data = map.data();
        if (map.coordinates().columns() != 2) {
            return "it has %d dimensions, and a picture has 2"
                    .formatted(map.coordinates().columns());
        }
        if (data.rows() != points.rows()) {
            return "it is of %,d songs, the catalogue has %,d".formatted(data.rows(), points.rows());
        }
        if (data.columns() != points.columns()) {
            return "it is of songs with %d features, those of the catalogue have %d"
                    .formatted(data.columns(), points.columns());
        }
        int first = Arrays.mismatch(data.values(), points.values());
        return first < 0 ? null : "the features of song %,d differ".formatted(1 + first / points.columns());
    }

    private static Layout byPca(FloatMatrix points, int threads) {
        Pca pca = Pca.fit(points, 2, threads);
        double[] shares = pca.explainedVarianceRatio();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("method", "pca");
        told.put("explainedVarianceRatio", shares);
        String sentence = String.format(
                Locale.ROOT,
                "two principal components, which show %.0f %% of the variance",
                100 * (shares[0] + shares[1]));
        return new Layout(pca.transform(points), pca::transform, true, sentence, told);
    }
}
