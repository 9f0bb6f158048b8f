package segue.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import segue.audio.similarity.Aspect;
import segue.audio.similarity.Ingredient;
import segue.audio.similarity.SimilarityVector;
import segue.matrix.FloatMatrix;
import segue.matrix.Scaler;
import segue.neighbors.Metric;

/** Prints the tables of docs/similarity.md: vectors of recordings by what they find. No timing. */
public final class SimilarityTable {
    private static final int GENRE_NEIGHBOURS = 10;
    private static final int SEGMENT_NEIGHBOURS = 5;
    private static final int FOLDERS = 300;
    private static final int FEW_NEIGHBOURS = 3;
    private static final String RECIPE = "**recipe**";
    private static final String MFCC_MEANS = "only the means of 20 MFCC, standardised";

    /**
     * One way to make vectors.
     *
     * @param points null where the data lack its columns
     */
    private record Trial(String name, FloatMatrix points, Metric metric) {}

    private SimilarityTable() {}

    /** Takes no arguments. */
    public static void main(String... arguments) throws IOException {
        String folder = System.getenv("SEGUE_DATA");
        if (folder == null || arguments.length > 0) {
            System.err.println("Set SEGUE_DATA to the folder of real data; there are no arguments");
            System.exit(2);
        }
        Recordings gtzan = Recordings.gtzan(Path.of(folder));
        genres(gtzan);
        System.out.println();
        few(gtzan);
        System.out.println();
        segments(Recordings.segments(Path.of(folder)));
    }

    private static void genres(Recordings gtzan) {
        System.out.printf(
                Locale.ROOT,
                "GTZAN: %d clips without duplicates, genre precision of the nearest %d%n%n",
                gtzan.size(),
                GENRE_NEIGHBOURS);
        System.out.println("| vector | columns | metric | genre precision | gain over the first |");
        System.out.println("|---|---|---|---|---|");
        double[] first = null;
        for (Trial trial : trials(gtzan)) {
            double[] precision =
                    new Retrieval(trial.points(), trial.metric(), gtzan.labels()).precisionAt(GENRE_NEIGHBOURS);
            first = first == null ? precision : first;
            System.out.printf(
                    "| %s | %d | %s | %s | %s |%n",
                    trial.name(),
                    trial.points().columns(),
                    trial.metric().label(),
                    Retrieval.withInterval(precision),
                    Retrieval.gain(precision, first));
        }
    }

    /** How soon the scale is good: the same clips in folders of a few, each of which learns from itself alone. */
    private static void few(Recordings gtzan) {
        System.out.printf("Of folders of some of these clips, %d draws, the nearest %d%n%n", FOLDERS, FEW_NEIGHBOURS);
        System.out.println("| clips | means and variances, standardised | recipe |");
        System.out.println("|---|---|---|");
        Random random = new Random(1);
        for (int size : new int[] {10, 20, 50, 200}) {
            double[] standard = new double[FOLDERS];
            double[] recipe = new double[FOLDERS];
            for (int draw = 0; draw < FOLDERS; draw++) {
                int[] rows = random.ints(0, gtzan.size()).distinct().limit(size).toArray();
                List<Trial> trials = trials(gtzan.select(rows));
                List<String> labels = gtzan.select(rows).labels();
                standard[draw] = precision(trials.getFirst(), labels);
                recipe[draw] = precision(
                        trials.stream()
                                .filter(one -> one.name().equals(RECIPE))
                                .findFirst()
                                .orElseThrow(),
                        labels);
            }
            System.out.printf(
                    "| %d | %s | %s |%n", size, Retrieval.withInterval(standard), Retrieval.withInterval(recipe));
        }
    }

    private static double precision(Trial trial, List<String> labels) {
        return Arrays.stream(new Retrieval(trial.points(), trial.metric(), labels).precisionAt(FEW_NEIGHBOURS))
                .average()
                .orElse(0);
    }

    private static void segments(Recordings segments) {
        List<String> missing = Ingredient.missingFrom(segments.names());
        if (!missing.isEmpty()) {
            System.err.println("No table of segments: the descriptors lack " + missing);
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%d segments of 10 s of %d recordings, which find the others of their recording%n%n",
                segments.size(),
                segments.labels().stream().distinct().count());
        System.out.println(
                "| vector | columns | metric | nearest is right | precision of 5 | mean average precision | its gain |");
        System.out.println("|---|---|---|---|---|---|---|");
        double[] first = null;
        Map<String, double[]> precisions = new HashMap<>();
        for (Trial trial : trials(segments)) {
            Retrieval found = new Retrieval(trial.points(), trial.metric(), segments.labels());
            double[] average = found.averagePrecision();
            double[] precision = found.precisionAt(SEGMENT_NEIGHBOURS);
            precisions.put(trial.name(), precision);
            first = first == null ? average : first;
            System.out.printf(
                    "| %s | %d | %s | %s | %s | %s | %s |%n",
                    trial.name(),
                    trial.points().columns(),
                    trial.metric().label(),
                    Retrieval.withInterval(found.precisionAt(1)),
                    Retrieval.withInterval(precision),
                    Retrieval.withInterval(average),
                    Retrieval.gain(average, first));
        }
        System.out.printf(
                "%nPrecision of %d, recipe over the means of MFCC: %s%n",
                SEGMENT_NEIGHBOURS, Retrieval.gain(precisions.get(RECIPE), precisions.get(MFCC_MEANS)));
    }

    private static List<Trial> trials(Recordings of) {
        List<Ingredient> recipe = Ingredient.in(of.names());
        List<Ingredient> plain = recipe.stream()
                .filter(one -> !one.name().startsWith("contrast"))
                .toList();
        FloatMatrix raw = of.columns(names(plain));
        FloatMatrix standard = Scaler.standard(raw).transform(raw);
        FloatMatrix means = of.columns(names(
                keep(plain, one -> one.name().startsWith("mfcc") && one.name().endsWith("_mean"))));
        List<Trial> trials = new ArrayList<>();
        for (Metric metric : List.of(Metric.EUCLIDEAN, Metric.MANHATTAN, Metric.COSINE)) {
            trials.add(new Trial("means and variances, standardised", standard, metric));
        }
        trials.add(new Trial(
                "the same, minimum 0 and maximum 1", Scaler.minMax(raw).transform(raw), Metric.EUCLIDEAN));
        trials.add(new Trial(MFCC_MEANS, Scaler.standard(means).transform(means), Metric.EUCLIDEAN));
        trials.add(recipe("recipe, all weights 1, no logarithms", of, change(plain, one -> with(one, 1, false))));
        trials.add(recipe("recipe, all weights 1", of, change(plain, one -> with(one, 1, one.logarithmic()))));
        trials.add(recipe(RECIPE, of, recipe));
        FloatMatrix points = SimilarityVector.fit(of.names(), of.descriptors()).transform(of.descriptors());
        trials.add(new Trial("recipe", points, Metric.MANHATTAN));
        trials.add(new Trial("recipe", points, Metric.COSINE));
        trials.add(recipe(
                "recipe, variances as much as means",
                of,
                change(recipe, one -> one.weight() < 1 && one.logarithmic() ? with(one, 1, true) : one)));
        trials.add(recipe(
                "recipe, loudness and harmony no more than others",
                of,
                change(recipe, one -> with(one, Math.min(1, one.weight()), one.logarithmic()))));
        trials.add(recipe("recipe, no logarithms", of, change(recipe, one -> with(one, one.weight(), false))));
        for (Aspect aspect : Aspect.values()) {
            trials.add(recipe("recipe without " + aspect.label(), of, keep(recipe, one -> one.aspect() != aspect)));
        }
        addIfMeasured(trials, of, recipe, "spectral contrast", false, one -> one.startsWith("contrast"));
        addIfMeasured(trials, of, recipe, "the 12 pitch classes", false, one -> one.matches("chroma\\d+_mean"));
        addIfMeasured(trials, of, recipe, "variances of delta MFCC", true, one -> one.matches("mfcc\\d+_delta_var"));
        addIfMeasured(
                trials, of, recipe, "variances of delta-delta MFCC", true, one -> one.matches("mfcc\\d+_delta2_var"));
        addIfMeasured(
                trials,
                of,
                recipe,
                "loudness (LUFS) and dynamic range",
                true,
                one -> one.equals("loudness_lufs") || one.equals("dynamic_range"));
        return trials;
    }

    /** The recipe with columns that it lacks, or without some that it has; nothing where they were not measured. */
    private static void addIfMeasured(
            List<Trial> trials,
            Recordings of,
            List<Ingredient> recipe,
            String what,
            boolean added,
            Predicate<String> names) {
        if (of.names().stream().noneMatch(names)) {
            return;
        }
        if (!added) {
            trials.add(recipe("recipe without " + what, of, keep(recipe, one -> !names.test(one.name()))));
            return;
        }
        List<Ingredient> more = new ArrayList<>(recipe);
        of.names().stream()
                .filter(names)
                .forEach(name -> more.add(new Ingredient(name, Aspect.TIMBRE, Math.sqrt(0.5), name.endsWith("_var"))));
        trials.add(recipe("recipe with " + what, of, more));
    }

    private static Trial recipe(String name, Recordings of, List<Ingredient> ingredients) {
        return new Trial(
                name,
                SimilarityVector.fit(ingredients, of.names(), of.descriptors()).transform(of.descriptors()),
                Metric.EUCLIDEAN);
    }

    private static Ingredient with(Ingredient one, double weight, boolean logarithmic) {
        return new Ingredient(one.name(), one.aspect(), weight, logarithmic);
    }

    private static List<Ingredient> change(List<Ingredient> recipe, UnaryOperator<Ingredient> change) {
        return recipe.stream().map(change).toList();
    }

    private static List<Ingredient> keep(List<Ingredient> recipe, Predicate<Ingredient> which) {
        return recipe.stream().filter(which).toList();
    }

    private static List<String> names(List<Ingredient> ingredients) {
        return ingredients.stream().map(Ingredient::name).toList();
    }
}
