package segue.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.hubness.Hubness;

/** Asks for songs like a song, and looks whether they have its genres and stand in its playlists; and how evenly songs are found. */
final class SimilarityJudge {
    private static final int BLOCK = 64;

    private final int[] queries;
    private final SongLabels artists;
    private final SongLabels genres;
    private final SongLabels subgenres;
    private final SongLabels playlists;
    private final FloatMatrix points;
    private final EvaluationOptions options;

    SimilarityJudge(EvaluationData data, int[] queries, FloatMatrix points, EvaluationOptions options) {
        this.queries = queries.clone();
        this.artists = data.artists();
        this.genres = data.genres();
        this.subgenres = data.subgenres();
        this.playlists = data.playlistsOfSongs();
        this.points = points;
        this.options = options;
    }

    Scores judge(Judged ranker, Workers workers) {
        int k = options.k();
        int[][] lists = ask(ranker, queries, 4 * k, workers);
        Scores scores = new Scores(ranker.name());
        put(scores, genres, lists, ranker, workers, Measure.GENRE, Measure.GENRE_OTHERS, Measure.GENRE_SHARE);
        put(
                scores,
                subgenres,
                lists,
                ranker,
                workers,
                Measure.SUBGENRE,
                Measure.SUBGENRE_OTHERS,
                Measure.SUBGENRE_SHARE);
        put(scores, playlists, lists, ranker, workers, Measure.SAME_PLAYLIST, Measure.SAME_PLAYLIST_OTHERS);
        double[] spread = new double[lists.length];
        Arrays.setAll(spread, i -> Variety.intraListDistance(lists[i], k, points));
        scores.put(Measure.DIVERSITY, spread, options.seed());

        int[] all = IntStream.range(0, points.rows()).toArray();
        int[] occurrences = Variety.exposure(ask(ranker, all, k, workers), k, points.rows());
        Hubness hubness = new Hubness(k, occurrences);
        scores.put(Measure.GINI, Variety.gini(occurrences));
        scores.put(Measure.SKEWNESS, hubness.skewness());
        scores.put(Measure.ANTIHUBS, hubness.antihubShare());
        return scores;
    }

    private static int[][] ask(Judged ranker, int[] songs, int n, Workers workers) {
        int[][] lists = new int[songs.length][];
        workers.each((songs.length + BLOCK - 1) / BLOCK, block -> {
            int from = block * BLOCK;
            int[][] answers = ranker.rankEach(Arrays.copyOfRange(songs, from, Math.min(from + BLOCK, songs.length)), n);
            System.arraycopy(answers, 0, lists, from, answers.length);
        });
        return lists;
    }

    private interface Likeness {
        double of(int song, int other);
    }

    /** In the order: all songs, others than the artist's own, the same by the share of labels. */
    private void put(
            Scores scores, SongLabels labels, int[][] lists, Judged ranker, Workers workers, Measure... measures) {
        if (labels.labelled() == 0) {
            return;
        }
        for (int m = 0; m < measures.length; m++) {
            double[] values = new double[lists.length];
            boolean others = m > 0;
            Likeness alike = m == 2 ? labels::shareOf : (song, other) -> labels.share(song, other) ? 1 : 0;
            workers.each(lists.length, i -> values[i] = precision(lists[i], queries[i], labels, alike, others, ranker));
            scores.put(measures[m], values, options.seed());
        }
    }

    /**
     * The mean likeness of the first k songs that count. A song without a label does not count; nor, where {@code others} are
     * meant, do songs by the same artist. Who names fewer than k has missed the rest, unless there are no more in the catalogue. NaN
     * where the song asked for has no label, or no other song could count.
     */
    private double precision(int[] list, int query, SongLabels labels, Likeness alike, boolean others, Judged ranker) {
        if (!labels.has(query)) {
            return Double.NaN;
        }
        int k = options.k();
        int[] longer = list;
        for (int n = 4 * k; ; ) {
            int counted = 0;
            double right = 0;
            for (int i = 0; i < longer.length && counted < k; i++) {
                if (labels.has(longer[i]) && !(others && artists.share(query, longer[i]))) {
                    counted++;
                    right += alike.of(query, longer[i]);
                }
            }
            if (counted == k || longer.length < n || n >= points.rows()) {
                int places = counted == k ? k : Math.min(k, countable(query, labels, others));
                return places == 0 ? Double.NaN : right / places;
            }
            n = Math.min(4 * n, points.rows());
            longer = ranker.rank(new int[] {query}, n);
        }
    }

    private int countable(int query, SongLabels labels, boolean others) {
        int count = 0;
        for (int song = 0; song < points.rows(); song++) {
            count += song != query && labels.has(song) && !(others && artists.share(query, song)) ? 1 : 0;
        }
        return count;
    }
}
