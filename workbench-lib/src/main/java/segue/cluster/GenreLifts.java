package segue.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import segue.catalog.Catalog;
import segue.cluster.ClusterProfile.GenreLift;

/**
 * Which genres are more common in a cluster than in the whole catalogue. Labels of few songs are left out, and of the others
 * those come first that tell most: by their share times the logarithm of their lift, which is what they add to the
 * Kullback-Leibler divergence of both distributions. The commonest would be the same everywhere, and the highest lift alone is
 * that of the rarest label.
 */
final class GenreLifts {
    private static final double LEAST_LIFT = 1.2;
    private static final int LEAST_SONGS = 3;
    private static final double LEAST_SHARE = 0.01;
    private static final int MOST = 8;

    private final Map<String, Integer> everywhere = new HashMap<>();
    private final List<Map<String, Integer>> here = new ArrayList<>();
    private final int[] labelled;
    private int allLabelled;

    GenreLifts(Catalog catalog, Clusters clusters) {
        labelled = new int[clusters.k()];
        for (int cluster = 0; cluster < clusters.k(); cluster++) {
            here.add(new HashMap<>());
        }
        for (int row = 0; row < catalog.size(); row++) {
            List<String> genres = catalog.track(row).genres();
            if (!genres.isEmpty()) {
                int cluster = clusters.label(row);
                labelled[cluster]++;
                allLabelled++;
                for (String genre : new HashSet<>(genres)) {
                    here.get(cluster).merge(genre, 1, Integer::sum);
                    everywhere.merge(genre, 1, Integer::sum);
                }
            }
        }
    }

    List<GenreLift> of(int cluster) {
        double least = Math.max(LEAST_SONGS, LEAST_SHARE * labelled[cluster]);
        return here.get(cluster).entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .map(entry -> lift(cluster, entry.getKey(), entry.getValue()))
                .filter(genre -> genre.lift() >= LEAST_LIFT)
                .sorted(Comparator.comparingDouble((GenreLift genre) -> -genre.share() * Math.log(genre.lift()))
                        .thenComparing(GenreLift::genre))
                .limit(MOST)
                .toList();
    }

    private GenreLift lift(int cluster, String genre, int songs) {
        double share = (double) songs / labelled[cluster];
        return new GenreLift(genre, songs, share, share * allLabelled / everywhere.get(genre));
    }
}
