package segue.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the songs that are the same recording under several ids. Two songs are, when their titles have the same
 * {@linkplain TextKey#ofTitle key}, their lengths differ by at most 3 s (where both are known), and either all nine
 * features are identical, or an artist is shared and the features are close: 0.05 on the features from 0 to 1, 1 BPM,
 * 3 dB.
 */
final class Recordings {
    private static final int MAX_MILLIS_APART = 3000;
    private static final float MAX_UNIT_APART = 0.05f;
    private static final float MAX_BPM_APART = 1;
    private static final float MAX_DECIBEL_APART = 3;

    /** Bounds the work where very many songs share title and tempo. */
    private static final int MAX_COMPARED = 64;

    private final List<SongDraft> songs;
    private final int[] firstOf;
    private final Map<String, String> keyOf = new HashMap<>();

    private Recordings(List<SongDraft> songs) {
        this.songs = songs;
        this.firstOf = new int[songs.size()];
    }

    /** Of every song whose recording came earlier in the list, the id of the earliest one by the song's own. */
    static Map<String, String> earliest(List<SongDraft> songs) {
        return new Recordings(songs).earliest();
    }

    private Map<String, String> earliest() {
        Map<String, List<Integer>> byTitle = HashMap.newHashMap(songs.size());
        for (int row = 0; row < songs.size(); row++) {
            firstOf[row] = row;
            String title = songs.get(row).titleKey();
            if (!title.isEmpty()) {
                byTitle.computeIfAbsent(title, t -> new ArrayList<>(1)).add(row);
            }
        }
        for (List<Integer> rows : byTitle.values()) {
            if (rows.size() > 1) {
                compare(rows);
            }
        }
        Map<String, String> earliest = new HashMap<>();
        for (int row = 0; row < firstOf.length; row++) {
            int first = find(row);
            if (first != row) {
                earliest.put(songs.get(row).id, songs.get(first).id);
            }
        }
        return earliest;
    }

    private void compare(List<Integer> rows) {
        rows.sort(
                Comparator.comparingDouble((Integer row) -> songs.get(row).audio.tempo())
                        .thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < rows.size(); i++) {
            int last = Math.min(rows.size() - 1, i + MAX_COMPARED);
            for (int j = i + 1; j <= last && near(rows.get(i), rows.get(j), Feature.TEMPO, MAX_BPM_APART); j++) {
                if (same(rows.get(i), rows.get(j))) {
                    join(rows.get(i), rows.get(j));
                }
            }
        }
    }

    private boolean same(int a, int b) {
        SongDraft one = songs.get(a);
        SongDraft other = songs.get(b);
        if (one.durationMillis != null
                && other.durationMillis != null
                && Math.abs(one.durationMillis - other.durationMillis) > MAX_MILLIS_APART) {
            return false;
        }
        if (Objects.equals(one.audio, other.audio)) {
            return true;
        }
        for (Feature feature : Feature.values()) {
            float apart = feature == Feature.LOUDNESS
                    ? MAX_DECIBEL_APART
                    : feature == Feature.TEMPO ? MAX_BPM_APART : MAX_UNIT_APART;
            if (!near(a, b, feature, apart)) {
                return false;
            }
        }
        return one.artists.stream()
                .map(this::key)
                .anyMatch(artist -> other.artists.stream().map(this::key).anyMatch(artist::equals));
    }

    private boolean near(int a, int b, Feature feature, float apart) {
        return Math.abs(songs.get(a).audio.get(feature) - songs.get(b).audio.get(feature)) <= apart;
    }

    private String key(String artist) {
        return keyOf.computeIfAbsent(artist, TextKey::of);
    }

    private int find(int row) {
        int root = row;
        while (firstOf[root] != root) {
            firstOf[root] = firstOf[firstOf[root]];
            root = firstOf[root];
        }
        return root;
    }

    private void join(int a, int b) {
        int one = find(a);
        int other = find(b);
        firstOf[Math.max(one, other)] = Math.min(one, other);
    }
}
