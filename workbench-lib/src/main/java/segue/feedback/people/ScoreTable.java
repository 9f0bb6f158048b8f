package segue.feedback.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import segue.feedback.Listener;
import segue.feedback.Opinion;
import segue.feedback.Rating;

/**
 * Scores by listener and song, and how far each is from what was to be expected: the mean of all, plus how kindly the song is
 * judged, plus how kindly the listener judges, both drawn to zero where there are few scores (Koren, Factorization meets the
 * neighborhood, KDD 2008, section 2.1). So somebody who only ever likes says something too.
 */
final class ScoreTable {
    private static final double SONG_SHRINKAGE = 5;
    private static final double LISTENER_SHRINKAGE = 5;

    private final List<String> listeners;
    private final List<String> songs;
    private final int[][] songsOf;
    private final double[][] surprises;
    private final double mean;
    private final double[] songOffset;
    private final double[] listenerOffset;

    /** Of several ratings of one song by one listener, after different songs or by different methods, the mean counts. */
    ScoreTable(Collection<Rating> ratings) {
        SortedMap<String, SortedMap<String, List<Integer>>> all = new TreeMap<>();
        for (Rating rating : ratings) {
            OptionalInt score = rating.opinion().asScore();
            if (score.isPresent()) {
                all.computeIfAbsent(rating.listener().id(), _ -> new TreeMap<>())
                        .computeIfAbsent(rating.song(), _ -> new ArrayList<>())
                        .add(score.getAsInt());
            }
        }
        listeners = List.copyOf(all.keySet());
        SortedMap<String, Integer> songIndex = new TreeMap<>();
        all.values().forEach(scores -> scores.keySet().forEach(song -> songIndex.put(song, 0)));
        songs = List.copyOf(songIndex.keySet());
        for (int i = 0; i < songs.size(); i++) {
            songIndex.put(songs.get(i), i);
        }
        songsOf = new int[listeners.size()][];
        surprises = new double[listeners.size()][];
        int row = 0;
        for (SortedMap<String, List<Integer>> scores : all.values()) {
            songsOf[row] = scores.keySet().stream().mapToInt(songIndex::get).toArray();
            surprises[row] = scores.values().stream()
                    .mapToDouble(some ->
                            some.stream().mapToInt(Integer::intValue).average().orElseThrow())
                    .toArray();
            row++;
        }
        mean = center();
        songOffset = new double[songs.size()];
        listenerOffset = new double[listeners.size()];
        subtractOffsets();
    }

    private double center() {
        double sum = 0;
        int count = 0;
        for (double[] scores : surprises) {
            for (double score : scores) {
                sum += score;
            }
            count += scores.length;
        }
        double center = count == 0 ? 0 : sum / count;
        for (double[] scores : surprises) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] -= center;
            }
        }
        return center;
    }

    private void subtractOffsets() {
        int[] count = new int[songs.size()];
        for (int listener = 0; listener < songsOf.length; listener++) {
            for (int i = 0; i < songsOf[listener].length; i++) {
                songOffset[songsOf[listener][i]] += surprises[listener][i];
                count[songsOf[listener][i]]++;
            }
        }
        for (int song = 0; song < count.length; song++) {
            songOffset[song] /= count[song] + SONG_SHRINKAGE;
        }
        for (int listener = 0; listener < songsOf.length; listener++) {
            double sum = 0;
            for (int i = 0; i < songsOf[listener].length; i++) {
                surprises[listener][i] -= songOffset[songsOf[listener][i]];
                sum += surprises[listener][i];
            }
            listenerOffset[listener] = sum / (songsOf[listener].length + LISTENER_SHRINKAGE);
            for (int i = 0; i < surprises[listener].length; i++) {
                surprises[listener][i] -= listenerOffset[listener];
            }
        }
    }

    int listeners() {
        return listeners.size();
    }

    int songs() {
        return songs.size();
    }

    String song(int song) {
        return songs.get(song);
    }

    OptionalInt row(Listener listener) {
        int row = Collections.binarySearch(listeners, listener.id());
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** Ascending. */
    int[] songsOf(int listener) {
        return songsOf[listener];
    }

    /** What each of a listener's scores is above the expected one, in the order of the songs. */
    double[] surprisesOf(int listener) {
        return surprises[listener];
    }

    double expected(int listener, int song) {
        return Math.clamp(mean + songOffset[song] + listenerOffset[listener], 0, Opinion.BEST);
    }

    /** The cosine of two listeners' surprises at the songs both rated, times {@code n / (n + shrinkage)} for n such songs. */
    double similarity(int one, int other, double shrinkage) {
        int common = 0;
        double product = 0;
        double oneSquares = 0;
        double otherSquares = 0;
        int[] some = songsOf[one];
        int[] others = songsOf[other];
        for (int i = 0, j = 0; i < some.length && j < others.length; ) {
            if (some[i] < others[j]) {
                i++;
            } else if (some[i] > others[j]) {
                j++;
            } else {
                double a = surprises[one][i++];
                double b = surprises[other][j++];
                product += a * b;
                oneSquares += a * a;
                otherSquares += b * b;
                common++;
            }
        }
        double norm = Math.sqrt(oneSquares * otherSquares);
        return norm > 0 ? product / norm * common / (common + shrinkage) : 0;
    }
}
