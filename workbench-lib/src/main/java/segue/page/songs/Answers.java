package segue.page.songs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import segue.catalog.Track;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.recommend.Recommendation;

/** The shapes of the page's JSON. What a song's source did not say is {@code null}, never 0. */
public final class Answers {
    private Answers() {}

    /** One line of a search. */
    record Row(String id, String name, List<String> artists, Integer year, Integer popularity, List<String> genres) {
        static Row of(Track track) {
            return new Row(
                    track.id(),
                    track.name(),
                    track.artists(),
                    orNull(track.year()),
                    orNull(track.popularity()),
                    track.genres());
        }
    }

    record Search(String query, List<Row> results, long micros) {}

    /** A song with all that the page shows of it; {@code features} by column name, unscaled, those that are known. */
    record Song(
            String id,
            String name,
            List<String> artists,
            Integer year,
            Integer popularity,
            Integer durationMillis,
            Boolean explicit,
            List<String> genres,
            Map<String, Float> features) {
        static Song of(Track track) {
            return new Song(
                    track.id(),
                    track.name(),
                    track.artists(),
                    orNull(track.year()),
                    orNull(track.popularity()),
                    orNull(track.durationMillis()),
                    track.explicit().orElse(null),
                    track.genres(),
                    featuresOf(track));
        }
    }

    /**
     * One recommendation.
     *
     * @param rank from 1
     * @param distance in the metric, over features on one scale
     * @param score 1 for equal features, towards 0 the farther apart, see {@link Similarity}
     * @param why the reasons in one line
     */
    record Result(
            int rank,
            String id,
            String name,
            List<String> artists,
            Integer year,
            Integer popularity,
            List<String> genres,
            float distance,
            double score,
            String why,
            List<Recommendation.Reason> reasons,
            Map<String, Float> features) {
        static Result of(int rank, Recommendation found, Metric metric, boolean dissimilar, int dims) {
            Track track = found.track();
            return new Result(
                    rank,
                    track.id(),
                    track.name(),
                    track.artists(),
                    orNull(track.year()),
                    orNull(track.popularity()),
                    track.genres(),
                    found.distance(),
                    Similarity.of(metric, found.distance(), dims),
                    found.why(dissimilar),
                    found.reasons(),
                    featuresOf(track));
        }
    }

    /** @param method what chose the songs, see {@link SongMethod}; a rating sends it back */
    record Recommend(
            Song song,
            List<Result> results,
            String metric,
            String backend,
            boolean dissimilar,
            int n,
            long micros,
            String method) {}

    record CatalogStatus(String source, int songs) {}

    /** {@code reason} is why it is not available, {@code null} where it is. */
    record BackendStatus(String name, boolean available, String reason) {
        static BackendStatus of(Backend backend) {
            String reason = SongEndpoints.reasonAgainst(backend).orElse(null);
            return new BackendStatus(backend.label(), reason == null, reason);
        }
    }

    private static Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static Map<String, Float> featuresOf(Track track) {
        Map<String, Float> values = new LinkedHashMap<>();
        for (String name : track.features().space().shown()) {
            track.features().get(name).ifPresent(value -> values.put(name, (float) value));
        }
        return values;
    }
}
