package segue.recommend.metric;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.FeatureSpace;
import segue.files.FileKind;
import segue.matrix.FloatMatrix;
import segue.recommend.SongSpace;

/**
 * How much each feature counts in what makes songs alike, learned from what a listener said: a diagonal metric
 * {@code d² = sum w_p δ_p}, {@code δ_p} being the squared difference in part p of the catalogue's space (a feature, or of
 * recordings a group of them), with {@code w >= 0} and mean 1.
 *
 * <p>Learned is how probably two songs go together, {@code P = 1 / (1 + exp(-(b - s d²)))}: the weights, b and {@code s >= 0}
 * minimise {@code -sum [t log P + (1 - t) log(1 - P)] + k s sum (w_p - 1)²}. In {@code v = s w} this is convex. The first term is
 * logistic discriminant metric learning (Guillaumin, Verbeek and Schmid, Is that you?, ICCV 2009) with a diagonal matrix; scores
 * between the ends are targets between 0 and 1 (Papke and Wooldridge, Journal of Applied Econometrics 11(6), 1996). The second
 * pulls towards equal weights; its strength k is chosen by cross-validation, with equal weights among the choices, and of the
 * choices that are not surely worse than the best (one-sided, 95 %) it is the strongest, so that chance seldom moves any.
 * Few scores move little in any case: one of them moves a weight by about {@code δ/(4k)}.
 *
 * <p>Playlists taught no such weights that earn their place: with two songs of one list as what goes together, and random songs
 * as what does not, pairs of real lists that were held back agreed better (.652 instead of .632), but of two splits only one
 * had lists continued better by nine features so weighted (recall@500 {@code -.001 (-.008 to +.007)} and {@code +.012 (+.004 to
 * +.019)}), and in both songs like a song were less often of its genre ({@code -.023} and {@code -.018}, surely): what tells all
 * songs apart is not what tells the near ones apart.
 *
 * <pre>{@code
 * FeatureWeights weights = FeatureWeights.ofScores(songs, scores, WeightOptions.defaults());
 * System.out.println(weights);                                   // energy 2.1, tempo 1.8, … speechiness 0.2; 240 pairs, …
 * Recommender.of(songs, weights.space(songs));
 * }</pre>
 *
 * @param parts of the space, by name
 * @param weights of the parts, at least 0, of mean 1
 * @param strength k; empty where equal weights were chosen
 * @param pairs of songs it was learned from
 * @param agreementOfEqual how often of two pairs the one that goes better together is the nearer, by equal weights, judged on
 *     pairs that were not learned from: .5 is chance
 * @param agreement the same by the weights learned
 */
public record FeatureWeights(
        List<String> parts,
        List<Double> weights,
        OptionalDouble strength,
        int pairs,
        double agreementOfEqual,
        double agreement) {
    static final FileKind KIND = new FileKind("SegueWgt", 1, "weights of features");

    private static final double MEAN_ERROR = 1e-6;

    /** @throws IllegalArgumentException if there is not one weight a part, or they are negative or not of mean 1 */
    public FeatureWeights {
        parts = List.copyOf(parts);
        weights = List.copyOf(weights);
        double mean = weights.stream().mapToDouble(weight -> weight).average().orElse(1);
        if (weights.size() != parts.size()
                || weights.stream().anyMatch(weight -> !(weight >= 0))
                || !(Math.abs(mean - 1) <= MEAN_ERROR)) {
            throw new IllegalArgumentException("weights must be one a part, at least 0 and of mean 1 but were %s for %s"
                    .formatted(weights, parts));
        }
    }

    /**
     * From what somebody said of recommendations. Folds of the cross-validation keep the songs recommended for one song together.
     *
     * @param scores rows of {@code songs}; too few, or all alike, give equal weights
     * @throws IllegalArgumentException if a row is not in the catalogue
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static FeatureWeights ofScores(Catalog songs, List<ScoredPair> scores, WeightOptions options) {
        return ofScores(SongSpace.of(songs), scores, options);
    }

    /** The same where the songs are points already, as {@code Recommender.space()} has them: to put them on one scale takes long. */
    public static FeatureWeights ofScores(SongSpace space, List<ScoredPair> scores, WeightOptions options) {
        int songs = space.points().rows();
        for (ScoredPair pair : scores) {
            if (Math.max(pair.asked(), pair.recommended()) >= songs) {
                throw new IllegalArgumentException("row %,d was scored but the catalogue has %,d songs"
                        .formatted(Math.max(pair.asked(), pair.recommended()), songs));
            }
        }
        List<String> names = space.parts().stream().map(FeatureSpace.Part::name).toList();
        double[] targets = scores.stream()
                .mapToDouble(pair -> pair.score() / ScoredPair.BEST)
                .toArray();
        if (targets.length < 2 * options.folds()
                || DoubleStream.of(targets).distinct().count() < 2) {
            return new FeatureWeights(
                    names, names.stream().map(name -> 1.0).toList(), OptionalDouble.empty(), targets.length, 0.5, 0.5);
        }
        float[][] differences = scores.stream()
                .map(pair -> squares(space, pair.asked(), pair.recommended()))
                .toArray(float[][]::new);
        int[] groups = scores.stream().mapToInt(ScoredPair::asked).toArray();
        WeightTraining.Learned learned = new WeightTraining(differences, targets, groups, options).learn();
        return new FeatureWeights(
                names,
                DoubleStream.of(learned.weights()).boxed().toList(),
                learned.strength(),
                targets.length,
                learned.agreementOfEqual(),
                learned.agreement());
    }

    private static List<String> names(Catalog songs) {
        return songs.space().parts().stream().map(FeatureSpace.Part::name).toList();
    }

    private static float[] squares(SongSpace space, int one, int other) {
        FloatMatrix points = space.points();
        float[] squares = new float[space.parts().size()];
        for (int part = 0; part < squares.length; part++) {
            for (int column : space.parts().get(part).columns()) {
                float difference = points.get(one, column) - points.get(other, column);
                squares[part] += difference * difference;
            }
        }
        return squares;
    }

    /**
     * Songs as points in which the parts count so much: {@code Recommender.of(songs, weights.space(songs))}.
     *
     * @throws IllegalArgumentException if the songs have other features
     */
    public SongSpace space(Catalog songs) {
        if (!names(songs).equals(parts)) {
            throw new IllegalArgumentException("%s has %s but the weights are of %s"
                    .formatted(songs.source(), songs.space(), String.join(", ", parts)));
        }
        return SongSpace.of(songs)
                .weighted(weights.stream().mapToDouble(weight -> weight).toArray());
    }

    /** Writes beside the file, then moves the result over it. */
    public void save(Path file) throws IOException {
        KIND.write(file, out -> {
            out.writeInt(parts.size());
            for (int part = 0; part < parts.size(); part++) {
                out.text(parts.get(part));
                out.writeDouble(weights.get(part));
            }
            out.writeDouble(strength.orElse(Double.POSITIVE_INFINITY));
            out.writeInt(pairs);
            out.doubles(agreementOfEqual, agreement);
        });
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws IOException if the file is another kind, of another version, or damaged
     */
    public static FeatureWeights load(Path file) throws IOException {
        return KIND.read(file, in -> {
            List<String> parts = new ArrayList<>();
            List<Double> weights = new ArrayList<>();
            for (int left = in.count(); left > 0; left--) {
                parts.add(in.text());
                weights.add(in.readDouble());
            }
            double strength = in.readDouble();
            return new FeatureWeights(
                    parts,
                    weights,
                    Double.isInfinite(strength) ? OptionalDouble.empty() : OptionalDouble.of(strength),
                    in.count(),
                    in.readDouble(),
                    in.readDouble());
        });
    }

    /** {@code "energy 2.1, …, speechiness 0.2; 240 pairs, agreement .61 instead of .57"}, what counts most first. */
    @Override
    public String toString() {
        String basis = strength.isEmpty()
                ? "equal weights: %,d pairs say nothing surer".formatted(pairs)
                : String.format(
                        Locale.ROOT, "%,d pairs, agreement %.3f instead of %.3f", pairs, agreement, agreementOfEqual);
        return IntStream.range(0, parts.size())
                        .boxed()
                        .sorted((a, b) -> Double.compare(weights.get(b), weights.get(a)))
                        .map(part -> String.format(Locale.ROOT, "%s %.2f", parts.get(part), weights.get(part)))
                        .collect(Collectors.joining(", "))
                + "; " + basis;
    }
}
