package segue.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import segue.matrix.FloatMatrix;
import segue.progress.Progress;

/**
 * Judges ways to recommend, side by side on the same questions.
 *
 * <pre>{@code
 * EvaluationReport report = Evaluation.of(EvaluationData.of(catalog, playlists)).judge(Variants.all());
 * System.out.println(report);
 * report.of(EvaluationTask.CONTINUATION, "co-occurrence").of(Measure.RECALL);         // 0.114 (0.097–0.131)
 * }</pre>
 */
public final class Evaluation {
    private final EvaluationData data;
    private final EvaluationOptions options;

    private Evaluation(EvaluationData data, EvaluationOptions options) {
        this.data = data;
        this.options = options;
    }

    public static Evaluation of(EvaluationData data) {
        return of(data, EvaluationOptions.defaults());
    }

    /** The rows of the songs are dealt anew: in the order of a file of playlists neighbours are songs of a list. */
    public static Evaluation of(EvaluationData data, EvaluationOptions options) {
        return inOrderGiven(data.inOrderOfChance(options.seed()), options);
    }

    /** For splits that a program elsewhere makes too, by rows as they are. */
    static Evaluation inOrderGiven(EvaluationData data, EvaluationOptions options) {
        return new Evaluation(data, options);
    }

    /**
     * Has each variant learn from what may be known and answer every question. Interrupting the thread stops the work.
     *
     * @throws IllegalStateException if a variant breaks the rules of {@link Ranker}
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public EvaluationReport judge(List<Variant> variants) {
        return judge(variants, EnumSet.allOf(EvaluationTask.class));
    }

    /** The same on some of the tasks: finding songs like a song takes most of the time. */
    public EvaluationReport judge(List<Variant> variants, Set<EvaluationTask> tasks) {
        FloatMatrix points = data.songs().points();
        Split entries = Split.ofEntries(data.songs(), data.playlists(), options.share(), options.seed());
        Split songs = Split.ofSongs(data, options.share(), options.seed());
        List<HeldOut> warmQuestions = drawn(entries.questions());
        List<HeldOut> coldQuestions = drawn(songs.questions());
        int[] queries = drawn(songs.cold().stream().boxed().toList()).stream()
                .mapToInt(row -> row)
                .toArray();
        ContinuationJudge warm = new ContinuationJudge(entries, warmQuestions, data.artists(), points, options, true);
        ContinuationJudge cold = new ContinuationJudge(songs, coldQuestions, data.artists(), points, options, false);
        MixedJudge mixed = new MixedJudge(entries.questions(), data.genres(), options);
        SimilarityJudge similar = new SimilarityJudge(data, queries, points, options);
        boolean continues = tasks.contains(EvaluationTask.CONTINUATION) && !warmQuestions.isEmpty();
        boolean continuesCold = tasks.contains(EvaluationTask.COLD) && !coldQuestions.isEmpty();
        boolean mixes = tasks.contains(EvaluationTask.MIXED) && mixed.questions() > 0;
        boolean finds = tasks.contains(EvaluationTask.SIMILAR);
        Map<EvaluationTask, List<Scores>> scores = new EnumMap<>(EvaluationTask.class);
        try (Workers workers = new Workers(options.threads());
                Progress progress = Progress.begin("evaluating", variants.size())) {
            for (Variant variant : variants) {
                progress.say(variant.name());
                if ((continues || mixes) && canLearn(variant, entries)) {
                    Judged ranker = learn(variant, entries);
                    if (continues) {
                        add(scores, EvaluationTask.CONTINUATION, warm.judge(ranker, workers));
                    }
                    if (mixes) {
                        add(scores, EvaluationTask.MIXED, mixed.judge(ranker, workers));
                    }
                }
                if ((continuesCold || finds) && canLearn(variant, songs)) {
                    Judged ranker = learn(variant, songs);
                    if (continuesCold) {
                        add(scores, EvaluationTask.COLD, cold.judge(ranker, workers));
                    }
                    if (finds) {
                        add(scores, EvaluationTask.SIMILAR, similar.judge(ranker, workers));
                    }
                }
                progress.step();
            }
        }
        Map<EvaluationTask, Integer> questions = new EnumMap<>(EvaluationTask.class);
        questions.put(EvaluationTask.CONTINUATION, warmQuestions.size());
        questions.put(EvaluationTask.COLD, coldQuestions.size());
        questions.put(EvaluationTask.MIXED, mixed.questions());
        questions.put(EvaluationTask.SIMILAR, queries.length);
        return new EvaluationReport(data.songs().size(), options, questions, scores);
    }

    private static boolean canLearn(Variant variant, Split split) {
        return !variant.fromLabels() || split.training().genres().labelled() > 0;
    }

    private Judged learn(Variant variant, Split split) {
        return new Judged(
                variant.name(),
                variant.learner().learn(split.training().withArtistTags(data.artistTags())),
                data.songs().size());
    }

    private static void add(Map<EvaluationTask, List<Scores>> scores, EvaluationTask task, Scores of) {
        scores.computeIfAbsent(task, t -> new ArrayList<>()).add(of);
    }

    /** All, or so many as may be asked, in their order. */
    private <T> List<T> drawn(List<T> all) {
        int wanted = options.questions();
        if (all.size() <= wanted) {
            return all;
        }
        SplittableRandom random = new SplittableRandom(options.seed());
        List<T> drawn = new ArrayList<>(wanted);
        for (int i = 0; i < all.size(); i++) {
            // Each is taken with the chance that fills the list exactly (Knuth, algorithm S).
            if (random.nextInt(all.size() - i) < wanted - drawn.size()) {
                drawn.add(all.get(i));
            }
        }
        return drawn;
    }
}
