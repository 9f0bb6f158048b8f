package segue.recommend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.Neighbors;

/**
 * Songs like a song, over audio features on one scale; the same recording is never recommended twice. Safe for use by
 * several threads at once.
 *
 * <pre>{@code
 * Recommender recommender = Recommender.of(catalog);
 * List<Recommendation> five = recommender.recommend(Request.of(row));
 * }</pre>
 */
public final class Recommender {
    private final Catalog catalog;
    private final FloatMatrix features;
    private final Reasons reasons;
    private final Map<IndexKey, NeighborIndex> indexes = new ConcurrentHashMap<>();

    private record IndexKey(Metric metric, Backend backend) {}

    private Recommender(Catalog catalog, FloatMatrix features) {
        this.catalog = catalog;
        this.features = features;
        this.reasons = Reasons.of(catalog.space().parts(), features);
    }

    /**
     * Puts the features of the catalogue on one scale, once.
     *
     * @throws IllegalArgumentException if the catalogue is empty
     */
    public static Recommender of(Catalog catalog) {
        if (catalog.size() == 0) {
            throw new IllegalArgumentException("the catalogue is empty: there is nothing to recommend");
        }
        return new Recommender(catalog, catalog.points());
    }

    /**
     * The songs asked for, best first; fewer where the catalogue has no more recordings.
     *
     * @throws IndexOutOfBoundsException if the catalogue has no such row
     * @throws UnsupportedOperationException with the reason, if the back end cannot be used here
     */
    public List<Recommendation> recommend(Request request) {
        NeighborIndex index = index(request.metric(), request.backend());
        float[] query = features.row(request.row());
        // Other copies of a recording take places in the answer: ask for more until enough songs are left.
        for (int k = request.n() + 8; ; k *= 2) {
            Neighbors found = request.dissimilar() ? index.farthest(query, k) : index.nearest(query, k);
            List<Recommendation> chosen = distinctRecordings(request, query, found);
            if (chosen.size() == request.n() || found.size() == catalog.size()) {
                return chosen;
            }
        }
    }

    /** The index that answers for this metric and back end; built on first use. */
    public NeighborIndex index(Metric metric, Backend backend) {
        return indexes.computeIfAbsent(
                new IndexKey(metric, backend.resolve()),
                key -> NeighborIndex.of(features, key.metric(), key.backend()));
    }

    private List<Recommendation> distinctRecordings(Request request, float[] query, Neighbors found) {
        List<Recommendation> chosen = new ArrayList<>(request.n());
        Set<String> recordings = new HashSet<>();
        recordings.add(recordingOf(catalog.track(request.row())));
        for (int i = 0; i < found.size() && chosen.size() < request.n(); i++) {
            int row = found.rows()[i];
            Track track = catalog.track(row);
            if (recordings.add(recordingOf(track))) {
                chosen.add(new Recommendation(
                        row, track, found.distances()[i], reasons.between(request.metric(), query, features.row(row))));
            }
        }
        return chosen;
    }

    private static String recordingOf(Track track) {
        return track.sameRecordingAs().orElse(track.id());
    }
}
