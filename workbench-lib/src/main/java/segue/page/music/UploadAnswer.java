package segue.page.music;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import segue.catalog.Track;
import segue.neighbors.Metric;
import segue.page.songs.Similarity;
import segue.recommend.Recommendation;

/**
 * What became of an upload, in the shapes of {@code /api/recommend}: the recording, which has no id, and what is like it.
 *
 * @param warning what is wrong with a recording that could be read all the same; null where nothing is
 */
record UploadAnswer(
        Song song, List<Result> results, String metric, boolean dissimilar, int n, long micros, String warning) {
    record Song(
            String id,
            String name,
            List<String> artists,
            Integer year,
            Integer popularity,
            Integer durationMillis,
            Boolean explicit,
            List<String> genres,
            Map<String, Float> features) {}

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
            Map<String, Float> features) {}

    static UploadAnswer of(Track song, List<Recommendation> found, Metric metric, int n, long micros, String warning) {
        int dims = song.features().space().columns().size();
        return new UploadAnswer(
                new Song(
                        null,
                        song.name(),
                        song.artists(),
                        orNull(song.year()),
                        null,
                        orNull(song.durationMillis()),
                        null,
                        song.genres(),
                        features(song)),
                IntStream.range(0, found.size())
                        .mapToObj(i -> result(i + 1, found.get(i), metric, dims))
                        .toList(),
                metric.label(),
                false,
                n,
                micros,
                warning);
    }

    private static Result result(int rank, Recommendation one, Metric metric, int dims) {
        Track track = one.track();
        return new Result(
                rank,
                track.id(),
                track.name(),
                track.artists(),
                orNull(track.year()),
                orNull(track.popularity()),
                track.genres(),
                one.distance(),
                Similarity.of(metric, one.distance(), dims),
                one.why(false),
                one.reasons(),
                features(track));
    }

    private static Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static Map<String, Float> features(Track track) {
        Map<String, Float> values = new LinkedHashMap<>();
        for (String name : track.features().space().shown()) {
            track.features().get(name).ifPresent(value -> values.put(name, (float) value));
        }
        return values;
    }
}
