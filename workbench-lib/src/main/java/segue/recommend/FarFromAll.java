package segue.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import segue.neighbors.NeighborIndex;
import segue.neighbors.Neighbors;
import segue.neighbors.Search;

/**
 * Rows by their distance from the nearest of several songs, farthest first: what is unlike all of them. A row that is among
 * the farthest of every song is known for sure as soon as its distance exceeds what any song's list ends with, for no row
 * that is missing in a list can reach that (Fagin's threshold algorithm).
 */
final class FarFromAll extends Ranking {
    private final NeighborIndex index;
    private final List<float[]> queries;
    private final int all;
    private final Map<Integer, Integer> nearest = new HashMap<>();

    FarFromAll(NeighborIndex index, List<float[]> queries, BitSet among, int k) {
        super(index.size(), among, true, k);
        this.index = index;
        this.queries = List.copyOf(queries);
        this.all = among == null ? index.size() : among.cardinality();
    }

    private static final class Seen {
        private int lists;
        private int seed;
        private float distance = Float.POSITIVE_INFINITY;
    }

    @Override
    Neighbors look(Search search) {
        Map<Integer, Seen> rows = new HashMap<>();
        float bar = Float.NEGATIVE_INFINITY;
        for (int seed = 0; seed < queries.size(); seed++) {
            Neighbors list = index.search(queries.get(seed), search);
            for (int i = 0; i < list.size(); i++) {
                Seen seen = rows.computeIfAbsent(list.rows()[i], row -> new Seen());
                seen.lists++;
                if (list.distances()[i] < seen.distance) {
                    seen.distance = list.distances()[i];
                    seen.seed = seed;
                }
            }
            if (list.size() > 0 && list.size() < all) {
                bar = Math.max(bar, list.distances()[list.size() - 1]);
            }
        }
        List<Integer> sure = new ArrayList<>();
        for (Map.Entry<Integer, Seen> row : rows.entrySet()) {
            if (row.getValue().lists == queries.size() && row.getValue().distance > bar) {
                sure.add(row.getKey());
            }
        }
        sure.sort(Comparator.comparingDouble((Integer row) -> -rows.get(row).distance)
                .thenComparing(Comparator.naturalOrder()));
        float[] distances = new float[sure.size()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = rows.get(sure.get(i)).distance;
            nearest.put(sure.get(i), rows.get(sure.get(i)).seed);
        }
        return new Neighbors(sure.stream().mapToInt(row -> row).toArray(), distances);
    }

    @Override
    int seed() {
        return nearest.get(row());
    }
}
