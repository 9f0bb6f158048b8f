package segue.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import segue.catalog.Catalog;
import segue.catalog.Track;

/**
 * Finds songs by typed text: artist and title in any order, accents folded, a typing mistake or two forgiven, the last
 * word completed. Built once over a catalogue, then safe for use by several threads at once.
 *
 * <pre>{@code
 * SongSearch search = SongSearch.of(catalog);
 * List<SongSearch.Hit> hits = search.find("beyonse halo", 10);
 * }</pre>
 *
 * <p>First come the songs that have every word as typed (the last one may go on), then those that have every word with
 * mistakes forgiven, then those that miss a word, the rarer the words found the better; a song that has only the
 * commonest of many words is left out. Forgiven is one mistake in a word of 4 to 7 letters and two from 8, one of them
 * in the first three letters; two neighbours swapped count as one; in numbers none. Within each of these an exact word
 * beats a completed one and that one a mistyped one; then comes a title or artist that consists of nothing but words
 * typed, up to " - Live" or "(Remix)"; then popularity, where unknown counts as the median; then the smaller row. The
 * same recording is listed once, as its most popular row.
 *
 * <p>What it does not do: find a word by its middle, or two words typed as one ("billiejean"), or a
 * name without letters ("!!!").
 *
 * <p>How: each typed word is looked up in a {@linkplain Lexicon trie} of the catalogue's words; every song of every word
 * found gets points, at most once a typed word; one pass picks the best. Mistakes are only tried when the songs that have
 * all words as typed do not fill the answer, which cannot change it.
 *
 * <p>Cost, on 105,681 songs: about 1 s to build in a fresh JVM, 12 MB of memory and 1.3 MB more for each search that
 * runs at the same time, and some 5 MB for what the last 8,192 words typed may stand for; a search takes 0.15 ms (processor
 * time, distinct texts of up to four words from real titles and artists).
 */
public final class SongSearch {
    /** Text beyond this many characters is not looked at. */
    public static final int MAX_TEXT = 200;
    /** The largest answer that can be asked for. */
    public static final int MAX_LIMIT = 1000;

    private static final int MAX_WORDS = Integer.SIZE - 1;
    /** Points of each {@linkplain Lexicon.Matches#KINDS kind} of match: as typed, completed, 1 mistake, and so on. */
    private static final int[] POINTS = {100, 90, 70, 60, 45, 38};

    private static final double LEAST_SHARE = 0.25; // of the points to be had; a song below it was found by chance
    private static final int LOOKED_AT_TWICE = 100;

    private final SearchIndex index;
    private final Queue<Tally> idle = new ConcurrentLinkedQueue<>();

    private SongSearch(SearchIndex index) {
        this.index = index;
    }

    /**
     * One song found.
     *
     * @param row in the catalogue
     * @param score higher is better; from 2 to 3 where every word was found as typed, from 1 to 2 where mistakes were
     *     forgiven, below 1 where a word is missing; comparable within one answer only
     */
    public record Hit(int row, double score) {}

    /** Builds the search over a catalogue; rows with the same {@link Track#sameRecordingAs} are listed once. */
    public static SongSearch of(Catalog catalog) {
        return new SongSearch(SearchIndex.of(catalog));
    }

    /**
     * The best songs for {@code text}, best first, at most {@code limit}; empty for a text without letters or digits.
     *
     * @param text anything; beyond {@link #MAX_TEXT} characters it is not looked at
     * @param limit 1 to {@link #MAX_LIMIT}
     */
    public List<Hit> find(String text, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be in [1, %d] but was %d".formatted(MAX_LIMIT, limit));
        }
        List<String> words = Words.of(text.substring(0, Math.min(text.length(), MAX_TEXT))).spoken().stream()
                .distinct()
                .limit(MAX_WORDS)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        Tally pooled = idle.poll();
        Tally tally = pooled == null ? new Tally() : pooled;
        List<Hit> hits = tally.find(words, limit);
        tally.clear();
        idle.add(tally);
        return hits;
    }

    /** The points of every recording in one search; kept for the next one. */
    private final class Tally {
        /** Added to the points of a recording that has every word with mistakes forgiven; twice where it needs none. */
        private static final int EVERY_WORD = 1 << 27;

        private static final int WORDS = Integer.SIZE; // the upper half holds a bit for each word found

        private final long[] points = new long[index.size()];
        private final int[] touched = new int[index.size()];
        private final BitSet exactWords = new BitSet();
        private final BitSet nearWords = new BitSet(); // exact or mistyped, but not completed
        private int size;

        List<Hit> find(List<String> words, int limit) {
            int wanted = limit + LOOKED_AT_TWICE;
            int every = (1 << words.size()) - 1;
            int[] weights = new int[words.size()];
            for (int w = 0; w < words.size(); w++) {
                count(words, w, 0, weights);
            }
            if (markEvery(every) < limit) {
                for (int w = 0; w < words.size(); w++) {
                    int mistakes = Lexicon.tolerance(words.get(w));
                    if (mistakes > 0) {
                        count(words, w, mistakes, weights);
                    }
                }
            }
            markEvery(every);
            int most = POINTS[0] * Arrays.stream(weights).sum();
            return hits(best(wanted, (int) (LEAST_SHARE * most)), limit, most);
        }

        private void count(List<String> words, int w, int mistakes, int[] weights) {
            Lexicon.Matches matches = index.lexicon().matches(words.get(w), w == words.size() - 1, mistakes);
            int songs = 0;
            for (int i = 0; i < matches.size(); i++) {
                songs += index.start(matches.to(i)) - index.start(matches.from(i));
            }
            if (weights[w] == 0 || weights[w] == weight(0)) {
                weights[w] = weight(songs);
            }
            // The words as typed have been counted before those with mistakes are looked for.
            for (int kind = mistakes == 0 ? 0 : 2; kind < Lexicon.Matches.KINDS; kind++) {
                for (int i = 0; i < matches.size(); i++) {
                    if (matches.kind(i) == kind) {
                        count(1L << WORDS + w, weights[w] * POINTS[kind], matches.from(i), matches.to(i));
                        if (kind % 2 == 0) {
                            (kind == 0 ? exactWords : nearWords).set(matches.from(i));
                        }
                    }
                }
            }
        }

        private void count(long bit, int worth, int fromWord, int toWord) {
            int[] recordings = index.recordings();
            for (int i = index.start(fromWord), to = index.start(toWord); i < to; i++) {
                int recording = recordings[i];
                long before = points[recording];
                if (before == 0) {
                    touched[size++] = recording;
                }
                if ((before & bit) == 0) {
                    points[recording] = (before | bit) + worth;
                }
            }
        }

        /** A word tells the more, the fewer songs have it. */
        private int weight(int songs) {
            return (int) Math.round(100 * Math.log1p(index.size() / (1.0 + songs))) + 1;
        }

        /** Marks what has every word, so that what has them as typed is marked twice in the end; returns how many. */
        private int markEvery(int every) {
            int marked = 0;
            for (int i = 0; i < size; i++) {
                if (points[touched[i]] >> WORDS == every) {
                    points[touched[i]] += EVERY_WORD;
                    marked++;
                }
            }
            return marked;
        }

        /** The recordings with the most points, as {@code points << 32 | ~recording}, best first. */
        private long[] best(int wanted, int least) {
            long[] heap = new long[wanted];
            int held = 0;
            long bar = (long) least << WORDS;
            for (int i = 0; i < size; i++) {
                int recording = touched[i];
                long key = points[recording] << WORDS | (~recording & 0xffff_ffffL);
                if (key > bar) {
                    if (held < wanted) {
                        heap[held++] = key;
                        if (held == wanted) {
                            Arrays.sort(heap);
                            bar = heap[0];
                        }
                    } else {
                        replaceLeast(heap, key);
                        bar = heap[0];
                    }
                }
            }
            long[] best = Arrays.copyOf(heap, held);
            Arrays.sort(best);
            for (int i = 0; i < held / 2; i++) {
                long low = best[i];
                best[i] = best[held - 1 - i];
                best[held - 1 - i] = low;
            }
            return best;
        }

        private static void replaceLeast(long[] heap, long key) {
            int at = 0;
            for (int child = 1; child < heap.length; child = 2 * at + 1) {
                if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                    child++;
                }
                if (heap[child] >= key) {
                    break;
                }
                heap[at] = heap[child];
                at = child;
            }
            heap[at] = key;
        }

        private List<Hit> hits(long[] best, int limit, int most) {
            nearWords.or(exactWords);
            List<Hit> hits = new ArrayList<>();
            for (int i = 0; i < best.length; i++) {
                // What breaks ties is worth less than a point, so fewer points never win.
                if (i >= limit && best[i] >> WORDS < best[limit - 1] >> WORDS) {
                    break;
                }
                int recording = ~(int) best[i];
                int total = (int) (best[i] >> WORDS);
                BitSet words = total / EVERY_WORD == 2 ? exactWords : nearWords;
                double tie = 0.3 * index.wholeFields(recording, words) - 0.3 * recording / index.size();
                double share = (total % EVERY_WORD + 0.3 + tie) / (most + 1.0);
                hits.add(new Hit(index.row(recording), total / EVERY_WORD + share));
            }
            hits.sort(Comparator.comparingDouble(Hit::score).reversed());
            return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
        }

        void clear() {
            for (int i = 0; i < size; i++) {
                points[touched[i]] = 0;
            }
            size = 0;
            exactWords.clear();
            nearWords.clear();
        }
    }
}
