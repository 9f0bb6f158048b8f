package segue.evaluate;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Labels of songs: any number each. Two songs are alike if they share one. */
public final class SongLabels {
    private static final int[] NONE = {};

    private final int[][] labels;

    private SongLabels(int[]... labels) {
        this.labels = labels;
    }

    /** @param ofSongs the labels of each row of a catalogue; empty where there are none */
    public static SongLabels of(List<? extends Collection<String>> ofSongs) {
        Map<String, Integer> numbers = new HashMap<>();
        return new SongLabels(ofSongs.stream()
                .map(labels -> labels.isEmpty()
                        ? NONE
                        : labels.stream()
                                .mapToInt(label -> numbers.computeIfAbsent(label, l -> numbers.size()))
                                .distinct()
                                .toArray())
                .toArray(int[][]::new));
    }

    /** No song has a label. */
    public static SongLabels none(int songs) {
        int[][] labels = new int[songs][];
        Arrays.fill(labels, NONE);
        return new SongLabels(labels);
    }

    /** Labels that are numbered already. */
    static SongLabels ofNumbers(int[]... labels) {
        return new SongLabels(labels.clone());
    }

    public int songs() {
        return labels.length;
    }

    public boolean has(int song) {
        return labels[song].length > 0;
    }

    /** How many songs have one. */
    public int labelled() {
        return (int) Arrays.stream(labels).filter(of -> of.length > 0).count();
    }

    /** The numbers of a song's labels, the same number for the same label; a copy. */
    public int[] of(int song) {
        return labels[song].clone();
    }

    public boolean share(int song, int other) {
        for (int one : labels[song]) {
            for (int another : labels[other]) {
                if (one == another) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The share of the other song's labels that this song has too, 0 to 1; of a song without labels 0. */
    public double shareOf(int song, int other) {
        int common = 0;
        for (int label : labels[other]) {
            for (int own : labels[song]) {
                common += label == own ? 1 : 0;
            }
        }
        return labels[other].length == 0 ? 0 : (double) common / labels[other].length;
    }

    /** Those of some songs; the others have none. */
    public SongLabels only(IntPredicate songs) {
        return new SongLabels(IntStream.range(0, labels.length)
                .mapToObj(song -> songs.test(song) ? labels[song] : NONE)
                .toArray(int[][]::new));
    }

    /** The labels of song {@code i} put on song {@code to[i]}. */
    SongLabels moved(int... to) {
        int[][] moved = new int[labels.length][];
        for (int song = 0; song < moved.length; song++) {
            moved[to[song]] = labels[song];
        }
        return new SongLabels(moved);
    }
}
