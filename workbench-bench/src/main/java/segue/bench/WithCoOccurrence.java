package segue.bench;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import segue.catalog.playlists.Playlist;
import segue.evaluate.Ranker;
import segue.evaluate.Training;
import segue.neighbors.TopK;
import segue.recommend.playlist.PlaylistModel;

/**
 * A model of playlists and beside it the co-occurrence of songs: {@code weight log(1 + v / 0.01)} with v the mean over the seeds
 * of {@code co(s,t) / sqrt((d(s) + 1) (d(t) + 1))}, of d playlists that have a song and co that have both.
 *
 * @param lists of each song
 */
record WithCoOccurrence(PlaylistModel model, List<Playlist> playlists, int[][] lists, double weight) implements Ranker {
    private static final double SCALE = 0.01;

    static WithCoOccurrence of(PlaylistModel model, Training training, double weight) {
        return new WithCoOccurrence(
                model, training.playlists().lists(), training.playlists().listsOfSongs(), weight);
    }

    @Override
    public int[] rank(int[] seeds, int n) {
        double[] together = new double[lists.length];
        for (int seed : seeds) {
            for (int list : lists[seed]) {
                for (int song : playlists.get(list).songs()) {
                    together[song] += song == seed ? 0 : 1 / Math.sqrt(lists[seed].length + 1);
                }
            }
        }
        float[] scores = model.scores(seeds);
        BitSet own = new BitSet();
        IntStream.of(seeds).forEach(own::set);
        TopK best = new TopK(Math.min(n, scores.length - own.cardinality()));
        for (int song = 0; song < scores.length; song++) {
            if (!own.get(song)) {
                double v = together[song] / Math.sqrt(lists[song].length + 1) / seeds.length;
                best.offer((float) -(scores[song] + weight * Math.log1p(v / SCALE)), song);
            }
        }
        int[] rows = new int[best.k()];
        return Arrays.copyOf(rows, best.drain(rows, new float[rows.length], 0));
    }
}
