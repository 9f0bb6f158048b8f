package segue.page.songs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import segue.catalog.Track;
import segue.neighbors.Backend;
import segue.page.server.JsonText;
import segue.recommend.LeftOut;
import segue.recommend.Range;
import segue.recommend.Recommendation;
import segue.recommend.Recommendations;
import segue.recommend.Request;

/**
 * The shapes of the page's JSON. What a song's source did not say is {@code null}, never 0. Distances and features come with
 * all their digits, scores and reasons with four decimals.
 */
public final class Answers {
    private Answers() {}

    /** A song in a line; the answers that are asked for most write the same fields themselves. */
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

    /** {@code {"query", "results": [row], "micros"}}. */
    record Search(String query, List<Track> results, long micros) implements JsonText.Written {
        @Override
        public void writeTo(JsonText json) {
            json.begin('{').name("query").text(query).name("results").begin('[');
            for (Track track : results) {
                row(json.begin('{'), track).end('}');
            }
            json.end(']').name("micros").number(micros).end('}');
        }
    }

    /**
     * Recommendations:
     *
     * <pre>
     * song       started from: a row with durationMillis, explicit and features, by column name, unscaled, those that are known
     * more       further songs started from, likewise
     * less       rows of songs that there should be less of
     * results    rows with
     *   rank       from 1
     *   distance   in the metric, over features on one scale
     *   score      1 for equal features, towards 0 the farther apart, see {@link Similarity}
     *   like       id of the start that brought it, from which the distance and the reasons are told
     *   why        the reasons in one line
     *   reasons    [{feature, share, difference}]: what share of the distance, and by how much the songs differ, see
     *              {@link Recommendation.Reason}
     *   features   as of the song
     * considered songs that pass every rule which a song passes by itself
     * leftOut    [{rule, count, unknown, says}]: what each rule left out; "says" is for people, after the number
     * notes      what a person should know, one sentence each
     * metric, backend, dissimilar, vary, n, micros
     * method     what chose the songs, see {@link SongMethod}; a rating sends it back
     * </pre>
     *
     * @param starts the first is the song
     * @param dims columns that the distance is over
     */
    record Recommend(
            List<Track> starts,
            List<Track> less,
            Recommendations found,
            String backend,
            int dims,
            long micros,
            SongMethod method)
            implements JsonText.Written {
        @Override
        public void writeTo(JsonText json) {
            Request request = found.request();
            json.begin('{').name("song");
            song(json, starts.getFirst()).name("more").begin('[');
            starts.stream().skip(1).forEach(track -> song(json, track));
            json.end(']').name("less").begin('[');
            less.forEach(track -> row(json.begin('{'), track).end('}'));
            json.end(']').name("results").begin('[');
            for (int i = 0; i < found.size(); i++) {
                result(json, i + 1, found.get(i), request);
            }
            json.end(']')
                    .name("considered")
                    .number(found.considered())
                    .name("leftOut")
                    .begin('[');
            found.leftOut().forEach(left -> left(json, left));
            json.end(']').name("notes").texts(found.notes());
            json.name("metric").text(request.metric().label()).name("backend").text(backend);
            json.name("dissimilar").flag(request.dissimilar()).name("vary").fourDecimals(request.variety());
            json.name("n").number(request.n()).name("micros").number(micros);
            json.name("method").text(method.name()).end('}');
        }

        private void result(JsonText json, int rank, Recommendation one, Request request) {
            row(json.begin('{').name("rank").number(rank), one.track());
            json.name("distance").exact(one.distance());
            json.name("score").fourDecimals(Similarity.of(request.metric(), one.distance(), dims));
            json.name("like").text(one.seed().id());
            json.name("why").text(one.why(request.dissimilar())).name("reasons").begin('[');
            for (Recommendation.Reason reason : one.reasons()) {
                json.begin('{').name("feature").text(reason.feature());
                json.name("share").fourDecimals(reason.share());
                json.name("difference").fourDecimals(reason.difference()).end('}');
            }
            features(json.end(']'), one.track()).end('}');
        }
    }

    private static JsonText row(JsonText json, Track track) {
        return json.name("id")
                .text(track.id())
                .name("name")
                .text(track.name())
                .name("artists")
                .texts(track.artists())
                .name("year")
                .number(track.year())
                .name("popularity")
                .number(track.popularity())
                .name("genres")
                .texts(track.genres());
    }

    private static JsonText song(JsonText json, Track track) {
        row(json.begin('{'), track)
                .name("durationMillis")
                .number(track.durationMillis())
                .name("explicit");
        if (track.explicit().isPresent()) {
            json.flag(track.explicit().get());
        } else {
            json.nothing();
        }
        return features(json, track).end('}');
    }

    private static JsonText features(JsonText json, Track track) {
        json.name("features").begin('{');
        for (String name : track.features().space().shown()) {
            OptionalDouble value = track.features().get(name);
            if (value.isPresent()) {
                json.name(name).exact((float) value.getAsDouble());
            }
        }
        return json.end('}');
    }

    private static void left(JsonText json, LeftOut left) {
        json.begin('{').name("rule").text(left.rule().name().toLowerCase(Locale.ROOT));
        json.name("count").number(left.count()).name("unknown").number(left.unknown());
        json.name("says").text(left.rule().words()).end('}');
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
}
