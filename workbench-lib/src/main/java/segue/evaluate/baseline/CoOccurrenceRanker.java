package segue.evaluate.baseline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import segue.catalog.playlists.Playlists;
import segue.evaluate.Ranker;
import segue.evaluate.Training;
import segue.neighbors.TopK;

/**
 * Songs that stand in the same playlists of the training: each is counted once for every seed and every playlist that has both.
 * After them the popular ones, since of songs that nobody listed it knows nothing.
 */
public final class CoOccurrenceRanker implements Ranker {
    private final Playlists playlists;
    private final int[][] listsOfSongs;
    private final PopularityRanker rest;

    public CoOccurrenceRanker(Training training) {
        this.playlists = training.playlists();
        this.listsOfSongs = playlists.listsOfSongs();
        this.rest = PopularityRanker.inCatalog(training);
    }

    @Override
    public int[] rank(int[] seeds, int n) {
        int[] seedsInList = new int[playlists.size()];
        for (int seed : seeds) {
            for (int list : listsOfSongs[seed]) {
                seedsInList[list]++;
            }
        }
        float[] counts = new float[playlists.songs()];
        for (int list = 0; list < seedsInList.length; list++) {
            if (seedsInList[list] > 0) {
                for (int song : playlists.lists().get(list).songs()) {
                    counts[song] += seedsInList[list];
                }
            }
        }
        BitSet used = new BitSet(counts.length);
        IntStream.of(seeds).forEach(used::set);
        TopK best = new TopK(Math.min(n, counts.length));
        for (int song = 0; song < counts.length; song++) {
            if (counts[song] > 0 && !used.get(song)) {
                best.offer(-counts[song], song);
            }
        }
        int[] together = new int[best.k()];
        together = Arrays.copyOf(together, best.drain(together, new float[together.length], 0));
        IntStream.of(together).forEach(used::set);
        IntStream popular = IntStream.of(rest.order()).filter(song -> !used.get(song));
        return IntStream.concat(IntStream.of(together), popular).limit(n).toArray();
    }
}
