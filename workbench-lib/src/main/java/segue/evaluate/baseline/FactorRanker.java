package segue.evaluate.baseline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import segue.evaluate.Ranker;
import segue.evaluate.Training;
import segue.neighbors.TopK;
import segue.recommend.factors.PlaylistFactors;

/** By {@linkplain PlaylistFactors factors} of playlists alone; songs that nobody listed come last, the popular ones first. */
public final class FactorRanker implements Ranker {
    private final PlaylistFactors factors;
    private final int[] unlisted;

    public FactorRanker(Training training) {
        this.factors = PlaylistFactors.of(training.playlists());
        int[] counts = training.playlists().counts();
        this.unlisted = IntStream.of(PopularityRanker.inCatalog(training).order())
                .filter(row -> counts[row] == 0)
                .toArray();
    }

    @Override
    public int[] rank(int[] seeds, int n) {
        float[] scores = factors.products(seeds);
        BitSet out = new BitSet(scores.length);
        IntStream.of(seeds).forEach(out::set);
        int[] last = n <= scores.length - unlisted.length - seeds.length
                ? new int[0]
                : IntStream.of(unlisted).filter(song -> !out.get(song)).toArray();
        IntStream.of(unlisted).forEach(out::set);
        TopK best = new TopK(Math.min(n, scores.length - out.cardinality()));
        for (int song = 0; song < scores.length; song++) {
            if (!out.get(song)) {
                best.offer(-scores[song], song);
            }
        }
        int[] found = new int[best.k()];
        found = Arrays.copyOf(found, best.drain(found, new float[found.length], 0));
        return IntStream.concat(IntStream.of(found), IntStream.of(last))
                .limit(n)
                .toArray();
    }
}
