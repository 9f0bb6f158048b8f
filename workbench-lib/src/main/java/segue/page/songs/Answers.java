package segue.page.songs;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import segue.catalog.Track;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.recommend.LeftOut;
import segue.recommend.Range;
import segue.recommend.Recommendation;
import segue.recommend.Recommendations;

/**
 * The shapes of the page's JSON. What a song's source did not say is {@code null}, never 0. Distances and features come with
 * all their digits, what is told of them with four.
 */
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

    /** A song with all that the page shows of it. */
    record Song(
            String id,
            String name,
            List<String> artists,
            Integer year,
            Integer popularity,
            Integer durationMillis,
            Boolean explicit,
            List<String> genres,
            Features features) {
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
                    new Features(track));
        }
    }

    /** An object of the features that are known, by column name, unscaled; written without a map between. */
    record Features(Track track) implements JsonSerializable {
        @Override
        public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            for (String name : track.features().space().shown()) {
                OptionalDouble value = track.features().get(name);
                if (value.isPresent()) {
                    json.writeNumberField(name, (float) value.getAsDouble());
                }
            }
            json.writeEndObject();
        }

        @Override
        public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(json, provider);
        }
    }

    /** A part of a distance: what share of it, and by how much the songs differ, see {@link Recommendation.Reason}. */
    record Reason(String feature, float share, float difference) {
        static Reason of(Recommendation.Reason reason) {
            return new Reason(reason.feature(), fourDigits(reason.share()), fourDigits(reason.difference()));
        }
    }

    /**
     * One recommendation.
     *
     * @param rank from 1
     * @param distance in the metric, over features on one scale
     * @param score 1 for equal features, towards 0 the farther apart, see {@link Similarity}
     * @param like id of the start that brought it, from which the distance and the reasons are told
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
            float score,
            String like,
            String why,
            List<Reason> reasons,
            Features features) {
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
                    fourDigits(Similarity.of(metric, found.distance(), dims)),
                    found.seed().id(),
                    found.why(dissimilar),
                    found.reasons().stream().map(Reason::of).toList(),
                    new Features(track));
        }
    }

    /** What one rule left out; {@code says} is for people, after the number. */
    record Left(String rule, int count, int unknown, String says) {
        static Left of(LeftOut left) {
            return new Left(
                    left.rule().name().toLowerCase(Locale.ROOT),
                    left.count(),
                    left.unknown(),
                    left.rule().words());
        }
    }

    /**
     * Recommendations.
     *
     * @param song started from
     * @param more further songs started from
     * @param less songs that there should be less of
     * @param considered songs that pass every rule which a song passes by itself
     * @param notes what a person should know, one sentence each
     * @param method what chose the songs, see {@link SongMethod}; a rating sends it back
     */
    record Recommend(
            Song song,
            List<Song> more,
            List<Row> less,
            List<Result> results,
            int considered,
            List<Left> leftOut,
            List<String> notes,
            String metric,
            String backend,
            boolean dissimilar,
            double vary,
            int n,
            long micros,
            String method) {
        static Recommend of(
                List<Song> starts,
                List<Row> less,
                Recommendations found,
                String backend,
                int dims,
                long micros,
                SongMethod method) {
            Metric metric = found.request().metric();
            boolean dissimilar = found.request().dissimilar();
            List<Result> results = new ArrayList<>(found.size());
            for (Recommendation one : found) {
                results.add(Result.of(results.size() + 1, one, metric, dissimilar, dims));
            }
            return new Recommend(
                    starts.getFirst(),
                    starts.subList(1, starts.size()),
                    less,
                    results,
                    found.considered(),
                    found.leftOut().stream().map(Left::of).toList(),
                    found.notes(),
                    metric.label(),
                    backend,
                    dissimilar,
                    found.request().variety(),
                    found.request().n(),
                    micros,
                    method.name());
        }
    }

    /**
     * The songs there are, and what is known of any of them, so that nobody is asked for what no song tells.
     *
     * @param years from the first to the last; {@code null} where none is known
     */
    record CatalogStatus(String source, int songs, Range years, boolean explicit, boolean popularity) {}

    /** {@code reason} is why it is not available, {@code null} where it is. */
    record BackendStatus(String name, boolean available, String reason) {
        static BackendStatus of(Backend backend) {
            Optional<String> reason = SongEndpoints.reasonAgainst(backend);
            return new BackendStatus(backend.label(), reason.isEmpty(), reason.orElse(null));
        }
    }

    private static Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    /** The nearest number of four significant digits; as a float it is also written with no more. */
    static float fourDigits(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return (float) value;
        }
        double unit = Math.pow(10, 3 - Math.floor(Math.log10(Math.abs(value))));
        return (float) (Math.rint(value * unit) / unit);
    }
}
