package segue.recommend.playlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;
import segue.progress.Progress;

/**
 * Learns how much each part is to be believed: a fifth of the entries of every playlist is held back, the parts learn from the
 * rest, and logistic regression tells the songs held back from others. Those are drawn from the positive's own kind: a song that
 * stands in some playlist of the rest is set beside others that do, one that stands in none beside others that stand in none.
 * Otherwise the weights would learn that a song nobody listed is likely to have been held back.
 *
 * <p>No weight is below 0: a part of which less were better says nothing that people could be told, so it is left out, and the
 * others are weighed again.
 */
final class PartWeights {
    private static final double SHARE = 0.2;
    private static final int OTHERS = 60;
    private static final int MOST_LISTS = 1000;
    private static final int MOST_DRAWS = 10;

    /** Of fewer songs held back than this nothing is learned. */
    private static final int LEAST_POSITIVES = 100;

    private PartWeights() {}

    /**
     * @param parts learned from a part of the playlists
     * @return one a part; {@link PartKind#usualWeight} where the playlists are too few
     * @throws CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    static double[] learn(Playlists playlists, Function<Playlists, List<Part>> parts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Playlist> shown = new ArrayList<>();
        List<int[]> hidden = new ArrayList<>();
        for (Playlist list : playlists.lists()) {
            int[] shuffled = shuffled(list.songs(), random);
            int held = list.size() < 2 ? 0 : Math.clamp(Math.round(SHARE * list.size()), 1, list.size() - 1);
            hidden.add(Arrays.copyOf(shuffled, held));
            shown.add(list.withSongs(Arrays.copyOfRange(shuffled, held, shuffled.length)));
        }
        Playlists visible = new Playlists(playlists.songs(), shown);
        List<Part> learned = parts.apply(visible);
        int[] chosen = shuffled(
                IntStream.range(0, shown.size())
                        .filter(list -> hidden.get(list).length > 0)
                        .toArray(),
                random);
        chosen = Arrays.copyOf(chosen, Math.min(chosen.length, MOST_LISTS));
        if (IntStream.of(chosen).map(list -> hidden.get(list).length).sum() < LEAST_POSITIVES) {
            return usual(learned);
        }
        Examples examples = new Examples(visible, random);
        try (Progress progress = Progress.begin("weighing what speaks for songs", chosen.length)) {
            for (int list : chosen) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("learning from playlists was stopped");
                }
                examples.add(learned, shown.get(list).songs(), hidden.get(list));
                progress.step();
            }
        }
        return examples.weights(learned);
    }

    static double[] usual(List<Part> parts) {
        return parts.stream().mapToDouble(part -> part.kind().usualWeight()).toArray();
    }

    private static int[] shuffled(int[] values, SplittableRandom random) {
        int[] order = values.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    /** Songs that were held back, and others. */
    private static final class Examples {
        private final List<float[]> rows = new ArrayList<>();
        private final BitSet yes = new BitSet();
        private final SplittableRandom random;
        private final boolean[] seen;
        private final int[] seenSongs;
        private final int[] unseenSongs;

        Examples(Playlists visible, SplittableRandom random) {
            this.random = random;
            int[] counts = visible.counts();
            this.seen = new boolean[counts.length];
            for (int song = 0; song < seen.length; song++) {
                seen[song] = counts[song] > 0;
            }
            this.seenSongs =
                    IntStream.range(0, seen.length).filter(song -> seen[song]).toArray();
            this.unseenSongs =
                    IntStream.range(0, seen.length).filter(song -> !seen[song]).toArray();
        }

        void add(List<Part> parts, int[] seeds, int... held) {
            List<float[]> values =
                    parts.stream().map(part -> part.values(seeds)).toList();
            BitSet own = new BitSet(seen.length);
            IntStream.of(seeds).forEach(own::set);
            IntStream.of(held).forEach(own::set);
            for (int song : held) {
                yes.set(rows.size());
                rows.add(row(values, song));
                int[] pool = seen[song] ? seenSongs : unseenSongs;
                for (int i = 0; i < OTHERS; i++) {
                    for (int draw = 0; draw < MOST_DRAWS; draw++) {
                        int other = pool[random.nextInt(pool.length)];
                        if (!own.get(other)) {
                            rows.add(row(values, other));
                            break;
                        }
                    }
                }
            }
        }

        private static float[] row(List<float[]> values, int song) {
            float[] row = new float[values.size()];
            for (int part = 0; part < row.length; part++) {
                row[part] = values.get(part)[song];
            }
            return row;
        }

        double[] weights(List<Part> parts) {
            if (yes.cardinality() == rows.size()) {
                return usual(parts);
            }
            boolean[] labels = new boolean[rows.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = yes.get(i);
            }
            float[][] columns = rows.toArray(float[][]::new);
            for (; ; ) {
                double[] weights = LogisticRegression.fit(columns, labels);
                int worst = 0;
                for (int part = 1; part < weights.length; part++) {
                    worst = weights[part] < weights[worst] ? part : worst;
                }
                if (weights[worst] >= 0) {
                    return weights;
                }
                for (float[] row : columns) {
                    row[worst] = 0;
                }
            }
        }
    }
}
