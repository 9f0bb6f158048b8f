package segue.spark.playlists;

import java.util.Arrays;
import segue.neighbors.TopK;

/** Counts the songs beside one song after the other. Holds 4 bytes of every song, and 4 more of each that was met. */
final class Tally {
    private final int[] together;
    private int[] met = new int[1024];
    private int size;

    Tally(int songs) {
        this.together = new int[songs];
    }

    void add(int song, int playlists) {
        if (together[song] == 0) {
            met = size == met.length ? Arrays.copyOf(met, Math.min(together.length, 2 * size)) : met;
            met[size++] = song;
        }
        together[song] += playlists;
    }

    /** Everything counted beside a song; begins anew. */
    Beside all(int song) {
        int[] others = Arrays.copyOf(met, size);
        int[] counts = new int[size];
        for (int i = 0; i < size; i++) {
            counts[i] = together[others[i]];
        }
        clear();
        return new Beside(song, others, counts);
    }

    /** The best of them, best first; begins anew. */
    Beside best(int song, CoOccurrenceOptions options, SongNames names) {
        TopK best = new TopK(Math.min(options.top(), size));
        for (int i = 0; i < size; i++) {
            int other = met[i];
            int count = together[other];
            if (count >= options.minCount()) {
                best.offer(
                        switch (options.order()) {
                            case COUNT -> -count;
                            case SIMILARITY -> -names.similarity(song, other, count);
                        },
                        other);
            }
        }
        int[] others = new int[best.k()];
        others = Arrays.copyOf(others, best.drain(others, new float[others.length], 0));
        int[] counts = Arrays.stream(others).map(other -> together[other]).toArray();
        clear();
        return new Beside(song, others, counts);
    }

    private void clear() {
        for (int i = 0; i < size; i++) {
            together[met[i]] = 0;
        }
        size = 0;
    }
}
