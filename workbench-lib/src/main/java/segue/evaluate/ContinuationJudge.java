package segue.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import segue.matrix.FloatMatrix;

/** Asks for 500 songs to continue each playlist, and compares them with those that were held back. */
final class ContinuationJudge {
    private static final int LONG_LIST = 500;

    private final List<HeldOut> questions;
    private final BitSet cold;
    private final int[] counts;
    private final int playlists;
    private final SongLabels artists;
    private final FloatMatrix points;
    private final EvaluationOptions options;
    private final boolean withVariety;

    /** @param withVariety also what the lists are like beside being right, and recall of seen and of cold songs apart */
    ContinuationJudge(
            Split split,
            List<HeldOut> questions,
            SongLabels artists,
            FloatMatrix points,
            EvaluationOptions options,
            boolean withVariety) {
        this.questions = questions;
        this.cold = split.cold();
        this.counts = split.training().playlists().counts();
        this.playlists = split.training().playlists().size();
        this.artists = artists;
        this.points = points;
        this.options = options;
        this.withVariety = withVariety;
    }

    Scores judge(Judged ranker, Workers workers) {
        int[][] lists = new int[questions.size()][];
        workers.each(lists.length, i -> lists[i] = ranker.rank(questions.get(i).seeds(), LONG_LIST));
        Scores scores = new Scores(ranker.name());
        put(scores, Measure.RECALL, lists, (hits, held) -> Ranking.recall(hits, held.length, LONG_LIST));
        put(scores, Measure.R_PRECISION, lists, (hits, held) -> Ranking.rPrecision(hits, held.length));
        put(scores, Measure.NDCG, lists, (hits, held) -> Ranking.ndcg(hits, held.length, LONG_LIST));
        put(scores, Measure.CLICKS, lists, (hits, held) -> Ranking.clicks(hits));
        put(scores, Measure.PRECISION, lists, (hits, held) -> Ranking.precision(hits, options.k()));
        scores.put(
                Measure.RECALL_NEW_ARTIST,
                recallOf((question, row) -> isNewArtist(question.seeds(), row), lists),
                options.seed());
        if (withVariety) {
            scores.put(Measure.RECALL_SEEN, recallOf((question, row) -> !cold.get(row), lists), options.seed());
            scores.put(Measure.RECALL_COLD, recallOf((question, row) -> cold.get(row), lists), options.seed());
            unlisted(scores, lists);
            variety(scores, lists);
        }
        return scores;
    }

    private void variety(Scores scores, int[]... lists) {
        int k = options.k();
        int[] exposure = Variety.exposure(lists, k, counts.length);
        scores.put(Measure.COVERAGE, Variety.coverage(exposure));
        scores.put(Measure.GINI, Variety.gini(exposure));
        double[] novelty = new double[lists.length];
        double[] lift = new double[lists.length];
        double[] spread = new double[lists.length];
        for (int i = 0; i < lists.length; i++) {
            novelty[i] = Variety.novelty(lists[i], k, counts, playlists);
            lift[i] = Variety.popularityLift(lists[i], k, questions.get(i).seeds(), counts);
            spread[i] = Variety.intraListDistance(lists[i], k, points);
        }
        scores.put(Measure.NOVELTY, novelty, options.seed());
        scores.put(Measure.POPULARITY_LIFT, lift, options.seed());
        scores.put(Measure.DIVERSITY, spread, options.seed());
    }

    private interface OfHits {
        double value(boolean[] hits, int... held);
    }

    private void put(Scores scores, Measure measure, int[][] lists, OfHits measured) {
        double[] values = new double[lists.length];
        for (int i = 0; i < lists.length; i++) {
            int[] held = questions.get(i).songs();
            values[i] = measured.value(Ranking.hits(lists[i], held), held);
        }
        scores.put(measure, values, options.seed());
    }

    /** Of a closed catalogue a song that no playlist of the training has must be held back: who knows that, recommends those. */
    private void unlisted(Scores scores, int[]... lists) {
        double[] shares = new double[lists.length];
        Arrays.setAll(
                shares,
                i -> Arrays.stream(lists[i])
                        .mapToDouble(row -> counts[row] == 0 ? 1 : 0)
                        .average()
                        .orElse(Double.NaN));
        scores.put(Measure.UNLISTED, shares, options.seed());
        scores.put(
                Measure.UNLISTED_OF_ALL,
                Arrays.stream(counts)
                        .mapToDouble(count -> count == 0 ? 1 : 0)
                        .average()
                        .orElse(0));
    }

    private boolean isNewArtist(int[] seeds, int row) {
        return artists.has(row) && Arrays.stream(seeds).noneMatch(seed -> artists.share(seed, row));
    }

    private interface Slice {
        boolean has(HeldOut question, int row);
    }

    /** NaN for a playlist that holds none of these songs back. */
    private double[] recallOf(Slice slice, int[]... lists) {
        double[] values = new double[lists.length];
        for (int i = 0; i < lists.length; i++) {
            HeldOut question = questions.get(i);
            int[] held = Arrays.stream(question.songs())
                    .filter(row -> slice.has(question, row))
                    .toArray();
            values[i] = held.length == 0
                    ? Double.NaN
                    : Ranking.recall(Ranking.hits(lists[i], held), held.length, LONG_LIST);
        }
        return values;
    }
}
