package segue.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Asks for 500 songs for listeners of three and of five playlists. */
final class MixedJudge {
    private static final int LONG_LIST = 500;
    private static final int LISTENERS = 150;
    private static final int FEW = 3;
    private static final int MANY = 5;

    private final List<MixedListener> listeners = new ArrayList<>();
    private final int few;
    private final EvaluationOptions options;

    MixedJudge(List<HeldOut> questions, SongLabels genres, EvaluationOptions options) {
        this.options = options;
        int each = Math.min(LISTENERS, options.questions());
        add(MixedListener.of(questions, genres, FEW, each, options.seed()));
        few = listeners.size();
        add(MixedListener.of(questions, genres, MANY, each, options.seed()));
    }

    private void add(List<MixedListener> mixed) {
        mixed.stream().filter(listener -> !listener.held().isEmpty()).forEach(listeners::add);
    }

    int questions() {
        return listeners.size();
    }

    Scores judge(Judged ranker, Workers workers) {
        int count = listeners.size();
        double[] ofFew = new double[count];
        double[] ofMany = new double[count];
        double[] least = new double[count];
        double[] ndcg = new double[count];
        workers.each(count, i -> {
            MixedListener listener = listeners.get(i);
            int[] list = ranker.rank(listener.seeds(), LONG_LIST);
            double recall = recall(list, listener.songs());
            ofFew[i] = i < few ? recall : Double.NaN;
            ofMany[i] = i < few ? Double.NaN : recall;
            least[i] = listener.held().stream()
                    .mapToDouble(held -> recall(list, held))
                    .min()
                    .orElse(Double.NaN);
            int[] songs = listener.songs();
            ndcg[i] = Ranking.ndcg(Ranking.hits(list, songs), songs.length, LONG_LIST);
        });
        Scores scores = new Scores(ranker.name());
        scores.put(Measure.RECALL_OF_3, ofFew, options.seed());
        scores.put(Measure.RECALL_OF_5, ofMany, options.seed());
        scores.put(Measure.RECALL_LEAST, least, options.seed());
        scores.put(Measure.NDCG, ndcg, options.seed());
        return scores;
    }

    private static double recall(int[] list, int... held) {
        return Ranking.recall(Ranking.hits(list, held), held.length, LONG_LIST);
    }
}
