package segue.evaluate.baseline;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segue.evaluate.Ranker;

/** Songs by chance: what any measure gives to nobody's merit. */
public final class RandomRanker implements Ranker {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final int songs;
    private final long seed;

    /** @param songs of the catalogue */
    public RandomRanker(int songs, long seed) {
        this.songs = songs;
        this.seed = seed;
    }

    @Override
    public int[] rank(int[] seeds, int n) {
        SplittableRandom random = new SplittableRandom(seed + GOLDEN * Arrays.hashCode(seeds));
        Set<Integer> taken = new HashSet<>();
        IntStream.of(seeds).forEach(taken::add);
        int wanted = Math.min(n, songs - taken.size());
        int[] ranked = new int[wanted];
        if (wanted > songs / 2) {
            return shuffled(taken, random, ranked);
        }
        for (int i = 0; i < wanted; ) {
            int row = random.nextInt(songs);
            if (taken.add(row)) {
                ranked[i++] = row;
            }
        }
        return ranked;
    }

    private int[] shuffled(Set<Integer> seeds, SplittableRandom random, int... ranked) {
        int[] rest =
                IntStream.range(0, songs).filter(row -> !seeds.contains(row)).toArray();
        for (int i = 0; i < ranked.length; i++) {
            int j = i + random.nextInt(rest.length - i);
            ranked[i] = rest[j];
            rest[j] = rest[i];
        }
        return ranked;
    }
}
