package segue.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.matrix.FloatMatrix;

/**
 * Which rows are the same recording: those that the catalogue has {@linkplain segue.catalog.Track#sameRecordingAs marked},
 * those by the same artist under the same title whose lengths are at most 3 s apart where known, and those with the very
 * same features.
 */
final class SameRecordings {
    private static final int MAX_MILLIS_APART = 3_000;

    private final int[] first;

    private SameRecordings(int rows) {
        first = IntStream.range(0, rows).toArray();
    }

    static SameRecordings of(Catalog catalog, SongFacts facts, FloatMatrix features) {
        SameRecordings same = new SameRecordings(catalog.size());
        same.joinMarked(catalog);
        same.joinNamesakes(catalog, facts);
        same.joinEqual(features);
        for (int row = 0; row < same.first.length; row++) {
            same.first[row] = same.find(row);
        }
        return same;
    }

    /** The first row with the recording of this one. */
    int firstOf(int row) {
        return first[row];
    }

    /** Rows that are the first of their recording, ascending. */
    int[] firsts() {
        return IntStream.range(0, first.length).filter(row -> first[row] == row).toArray();
    }

    private void joinMarked(Catalog catalog) {
        Map<String, Integer> rowOfId = new HashMap<>();
        for (int row = 0; row < first.length; row++) {
            int marked = row;
            catalog.track(row).sameRecordingAs().ifPresent(id -> {
                int other = catalog.rowOf(id).orElseGet(() -> rowOfId.computeIfAbsent(id, unseen -> marked));
                join(marked, other);
            });
        }
    }

    private void joinNamesakes(Catalog catalog, SongFacts facts) {
        Map<String, Integer> titles = new HashMap<>();
        Map<Long, List<Integer>> byName = new HashMap<>();
        for (int row = 0; row < first.length; row++) {
            String title = TextKey.ofTitle(catalog.track(row).name());
            if (title.isEmpty()) {
                continue;
            }
            long number = titles.computeIfAbsent(title, unseen -> titles.size());
            for (int i = 0; i < facts.artists().size(row); i++) {
                byName.computeIfAbsent(number << Integer.SIZE | facts.artists().get(row, i), k -> new ArrayList<>(1))
                        .add(row);
            }
        }
        for (List<Integer> rows : byName.values()) {
            if (rows.size() > 1) {
                joinByLength(rows, facts);
            }
        }
    }

    /** A length that is not known fits the shortest that is. */
    private void joinByLength(List<Integer> rows, SongFacts facts) {
        rows.sort(Comparator.comparingInt((Integer row) -> facts.millis(row)).thenComparing(Comparator.naturalOrder()));
        for (int i = 1; i < rows.size(); i++) {
            int shorter = facts.millis(rows.get(i - 1));
            if (shorter == SongFacts.UNKNOWN || facts.millis(rows.get(i)) - shorter <= MAX_MILLIS_APART) {
                join(rows.get(i - 1), rows.get(i));
            }
        }
    }

    private void joinEqual(FloatMatrix features) {
        Map<Integer, List<Integer>> byHash = HashMap.newHashMap(first.length);
        int columns = features.columns();
        for (int row = 0; row < first.length; row++) {
            int from = features.offset(row);
            int hash = 1;
            for (int i = from; i < from + columns; i++) {
                hash = 31 * hash + Float.floatToIntBits(features.values()[i]);
            }
            List<Integer> alike = byHash.computeIfAbsent(hash, unseen -> new ArrayList<>(1));
            int first = row;
            for (int other : alike) {
                int start = features.offset(other);
                if (Arrays.equals(features.values(), from, from + columns, features.values(), start, start + columns)) {
                    first = other;
                }
            }
            if (first == row) {
                alike.add(row);
            } else {
                join(row, first);
            }
        }
    }

    private int find(int row) {
        int root = row;
        while (first[root] != root) {
            first[root] = first[first[root]];
            root = first[root];
        }
        return root;
    }

    private void join(int a, int b) {
        int one = find(a);
        int other = find(b);
        first[Math.max(one, other)] = Math.min(one, other);
    }
}
